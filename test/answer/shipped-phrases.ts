import { readPhrases } from '../../src/answer/load-phrases.js';
import type { PhraseBook } from '../../src/answer/phrases.js';

let loaded: Promise<PhraseBook> | undefined;

/** The phrase book of the package, from its YAML files, loaded once per test file. */
export function shippedPhrases(): Promise<PhraseBook> {
  loaded ??= readPhrases(new URL('../../templates/phrases/', import.meta.url));
  return loaded;
}
