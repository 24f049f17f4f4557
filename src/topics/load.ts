import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Problem } from '../problem.js';
import { assemble, type Catalogue, createCatalogueFrom } from './catalogue.js';
import type { CatalogueCards, CompiledTerms, CompiledWords } from './compile.js';
import { ownTopicsFolder } from './list-topic-files.js';

/** Written by the build beside the compiled code; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/', import.meta.url);
const SOURCES = new URL('../../templates/', import.meta.url);

/**
 * The catalogue of the package. A `topics` folder in the user's facts folder adds topics, or replaces those of the same id.
 * @throws Problem `topics/invalid` naming file, line and what was expected
 */
export async function loadCatalogue(options: { userDir?: string } = {}): Promise<Catalogue> {
  const userTopics = options.userDir ? ownTopicsFolder(options.userDir) : null;
  if (userTopics !== null) return loadWith(userTopics);
  try {
    const cards = JSON.parse(await readFile(new URL('catalogue.json', COMPILED), 'utf8')) as CatalogueCards;
    return assemble(
      cards,
      (language) => readPart<CompiledWords>(`words.${language}`),
      (language) => readPart<CompiledTerms>(`terms.${language}`),
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const { readCatalogueSource } = await import('./read-source.js');
    return createCatalogueFrom(readCatalogueSource(fileURLToPath(SOURCES)));
  }
}

/** Reads a part of the compiled catalogue when it is needed; most runs need the terms of one language. */
function readPart<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, COMPILED), 'utf8')) as T;
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
