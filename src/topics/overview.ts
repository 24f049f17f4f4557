import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Topic, TopicFile } from './schema.js';

/** Written by the build beside the compiled code; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/topics.json', import.meta.url);
const SOURCES = new URL('../../templates/topics', import.meta.url);

/** What customers ask about, without the words by which questions are recognised. */
export interface TopicArea {
  readonly area: TopicFile['area'];
  readonly topics: readonly Pick<Topic, 'id' | 'label' | 'value' | 'weight'>[];
}

/** The same for every folder of facts; read once. */
let shippedAreas: Promise<TopicArea[]> | undefined;

/** Leaves out everything that only matching needs. */
export function outlineTopics(files: readonly TopicFile[]): TopicArea[] {
  return files.map(({ area, topics }) => ({
    area,
    topics: topics.map(({ id, label, value, weight }) => ({ id, label, value, weight })),
  }));
}

/**
 * The topics of the package by area; those of a folder `topics` in the user's facts folder come after them.
 * @throws Problem `topics/invalid` naming file, line and what was expected
 */
export async function loadTopicAreas(options: { userDir?: string } = {}): Promise<TopicArea[]> {
  shippedAreas ??= loadShipped();
  const shipped = await shippedAreas;
  const own = options.userDir && join(options.userDir, 'topics');
  if (!own || !existsSync(own)) return shipped;
  const { readTopicFiles } = await import('./read-source.js');
  return [...shipped, ...outlineTopics(readTopicFiles(own))];
}

async function loadShipped(): Promise<TopicArea[]> {
  try {
    return JSON.parse(await readFile(COMPILED, 'utf8')) as TopicArea[];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const { readTopicFiles } = await import('./read-source.js');
    return outlineTopics(readTopicFiles(fileURLToPath(SOURCES)));
  }
}
