import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Complaint } from '../facts/complaint.js';
import { explainIssues } from '../facts/explain-issue.js';
import type { Position } from '../facts/fact-base.js';
import { readYaml } from '../facts/read-yaml.js';
import { Problem } from '../problem.js';
import { listTopicFiles, ownTopicsFolder } from './list-topic-files.js';
import { type Topic, TopicFile } from './schema.js';

/** A question that the catalogue holds against a topic, and where it stands. */
export interface Example {
  readonly topic: string;
  /** An example must reach the topic, a near miss must not. */
  readonly kind: 'example' | 'near_miss';
  readonly language: 'de' | 'en';
  readonly text: string;
  readonly position: Position;
}

const SHIPPED = fileURLToPath(new URL('../../templates/topics', import.meta.url));

/**
 * Every example and near miss of the shipped topics and of the user's (`topics` in `userDir`), in order of file and
 * place. Shipped topics that the user's replace are left out.
 * @throws Problem `topics/invalid` naming file, line and what was expected
 */
export async function readExamples(options: { userDir?: string } = {}): Promise<Example[]> {
  const yaml = await import('yaml');
  const folder = options.userDir === undefined ? null : ownTopicsFolder(options.userDir);
  const own = folder === null ? [] : readFolder(yaml, folder);
  const replaced = new Set(own.map(({ topic }) => topic.id));
  const shipped = readFolder(yaml, SHIPPED).filter(({ topic }) => !replaced.has(topic.id));
  return [...shipped, ...own].flatMap(examplesOf);
}

interface PlacedTopic {
  readonly topic: Topic;
  /** Place of an entry below the topic. */
  locate(path: readonly (string | number)[]): Position;
}

function readFolder(yaml: typeof import('yaml'), folder: string): PlacedTopic[] {
  return listTopicFiles(folder).flatMap((file) => {
    const content = readYaml(yaml, file, readFileSync(file));
    if (Array.isArray(content)) throw invalid(content);
    const result = TopicFile.safeParse(content.data);
    if (!result.success) throw invalid(explainIssues(result.error.issues, TopicFile, content));
    return result.data.topics.map((topic, index) => ({
      topic,
      locate: (path: readonly (string | number)[]) => content.locate(['topics', index, ...path]),
    }));
  });
}

function invalid(complaints: readonly Complaint[]): Problem {
  const lines = complaints.map(
    ({ position, message }) => `${position.file}:${position.line}:${position.column}: ${message}`,
  );
  return new Problem('topics/invalid', lines.join('\n'));
}

function examplesOf({ topic, locate }: PlacedTopic): Example[] {
  return (['examples', 'near_misses'] as const).flatMap((list) =>
    (['en', 'de'] as const).flatMap((language) =>
      topic[list][language].map(
        (text, index): Example => ({
          topic: topic.id,
          kind: list === 'examples' ? 'example' : 'near_miss',
          language,
          text,
          position: locate([list, language, index]),
        }),
      ),
    ),
  );
}
