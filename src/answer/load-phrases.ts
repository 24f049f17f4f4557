import { readdir, readFile } from 'node:fs/promises';
import type { PhraseBook } from './phrases.js';

/** Written by the build beside the compiled code; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/phrases.json', import.meta.url);
const SOURCES = new URL('../../templates/phrases/', import.meta.url);

/** The phrase book of the package: compiled by the build, or from the YAML files where it is not. */
export async function loadPhrases(): Promise<PhraseBook> {
  try {
    return JSON.parse(await readFile(COMPILED, 'utf8')) as PhraseBook;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return readPhrases(SOURCES);
  }
}

/** Reads and checks the YAML files of a folder laid out like `templates/phrases`. Throws Problem `phrases/invalid`. */
export async function readPhrases(folder: URL): Promise<PhraseBook> {
  const [{ parse }, { assemblePhraseBook }, answers] = await Promise.all([
    import('yaml'),
    import('./phrases.js'),
    readdir(new URL('answers/', folder)),
  ]);
  const paths = [
    'de.yaml',
    'en.yaml',
    ...answers.filter((name) => name.endsWith('.yaml')).map((name) => `answers/${name}`),
  ];
  const files = await Promise.all(
    paths.map(
      async (path) => [path, parse(await readFile(new URL(path, folder), 'utf8')) as unknown] as const,
    ),
  );
  return assemblePhraseBook(new Map(files));
}
