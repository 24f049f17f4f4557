import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assembleLayoutWords } from '../../src/questionnaire/layout-words.js';
import { assembleOptionWords } from '../../src/questionnaire/option-words.js';
import { createVocabulary } from '../../src/questionnaire/vocabulary.js';

const LAYOUTS = new URL('../../templates/layouts/', import.meta.url);
const OPTIONS = new URL('../../templates/phrases/options.yaml', import.meta.url);

const layoutFiles = readdirSync(LAYOUTS).filter((name) => name.endsWith('.yaml'));

/** The word lists as they are shipped. */
export const layoutWords = assembleLayoutWords(
  new Map(layoutFiles.map((name) => [name, parse(readFileSync(new URL(name, LAYOUTS), 'utf8'))])),
);
export const optionWords = assembleOptionWords(
  new Map([['options.yaml', parse(readFileSync(OPTIONS, 'utf8'))]]),
);
export const vocabulary = createVocabulary(layoutWords, optionWords);
