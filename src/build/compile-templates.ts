import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPhrases } from '../answer/load-phrases.js';
import { readLayouts } from '../commands/load-layouts.js';
import { compileFacts } from '../facts/load.js';
import type { StemLanguage } from '../text/stem.js';
import { type CompiledTerms, type CompiledWords, cardsOf, compileLanguage } from '../topics/compile.js';
import { outlineTopics } from '../topics/overview.js';
import { readCatalogueSource, readTopicFiles } from '../topics/read-source.js';

const templates = new URL('../../templates/', import.meta.url);
const facts = new URL('../../facts', import.meta.url);
const target = new URL('../templates/', import.meta.url);

const source = readCatalogueSource(fileURLToPath(templates));
const languages = { de: compileLanguage(source, 'de'), en: compileLanguage(source, 'en') };

const wordsOf = (language: StemLanguage): CompiledWords => {
  const { words, roots } = languages[language];
  return { words, roots };
};

const termsOf = (language: StemLanguage): CompiledTerms => {
  const { terms, explains, alternatives, aspectTerms, abbreviations } = languages[language];
  return { terms, explains, alternatives, aspectTerms, abbreviations };
};

/** What each compiled file holds; a run reads these instead of thousands of lines of YAML. */
const makers: Readonly<Record<string, () => unknown>> = {
  catalogue: () => cardsOf(source),
  'words.de': () => wordsOf('de'),
  'words.en': () => wordsOf('en'),
  'terms.de': () => termsOf('de'),
  'terms.en': () => termsOf('en'),
  phrases: () => readPhrases(new URL('phrases/', templates)),
  facts: () => compileFacts(fileURLToPath(facts)),
  layouts: () => readLayouts(templates),
  topics: () => outlineTopics(readTopicFiles(fileURLToPath(new URL('topics', templates)))),
};

mkdirSync(target, { recursive: true });
for (const [name, make] of Object.entries(makers)) {
  const text = JSON.stringify(await make());
  writeFileSync(new URL(`${name}.json`, target), text);
  process.stdout.write(`dist/templates/${name}.json ${Math.ceil(text.length / 1024)} kB\n`);
}
