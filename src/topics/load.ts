import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../problem.js';
import { type Catalogue, createCatalogue, createCatalogueFrom } from './catalogue.js';
import type { CompiledCatalogue } from './compile.js';

/** Written by the build beside the compiled code; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/catalogue.json', import.meta.url);
const SOURCES = new URL('../../templates/', import.meta.url);

/**
 * The catalogue of the package. A `topics` folder in the user's facts folder adds topics, or replaces those of the same id.
 * @throws Problem `topics/invalid` naming file, line and what was expected
 */
export async function loadCatalogue(options: { userDir?: string } = {}): Promise<Catalogue> {
  const userTopics = options.userDir && join(options.userDir, 'topics');
  if (userTopics && existsSync(userTopics)) return loadWith(userTopics);
  try {
    return createCatalogue(JSON.parse(await readFile(COMPILED, 'utf8')) as CompiledCatalogue);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const { readCatalogueSource } = await import('./read-source.js');
    return createCatalogueFrom(readCatalogueSource(fileURLToPath(SOURCES)));
  }
}

async function loadWith(folder: string): Promise<Catalogue> {
  const { readCatalogueSource, readTopicFiles } = await import('./read-source.js');
  const source = readCatalogueSource(fileURLToPath(SOURCES));
  const own = readTopicFiles(folder);
  const ids = own.flatMap((file) => file.topics.map((topic) => topic.id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice)
    throw new Problem(
      'topics/invalid',
      `${folder}: the topic ${twice} is defined twice; remove one of them.`,
    );
  const replaced = new Set(ids);
  const kept = source.files.map((file) => ({
    ...file,
    topics: file.topics.filter((topic) => !replaced.has(topic.id)),
  }));
  return createCatalogueFrom({ ...source, files: [...kept, ...own] });
}
