import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPhrases } from '../../src/answer/load-phrases.js';
import { assemblePhraseBook, PhraseBookSchema, type Statements } from '../../src/answer/phrases.js';
import { placeholdersOf } from '../../src/answer/template.js';
import { Problem } from '../../src/problem.js';
import { AspectFile } from '../../src/topics/aspects.js';
import { Ask } from '../../src/topics/schema.js';
import { shippedFacts } from '../facts/shipped-facts.js';
import { shippedPhrases } from './shipped-phrases.js';

const FOLDER = new URL('../../templates/phrases/', import.meta.url);
let files: Map<string, unknown>;

beforeAll(async () => {
  const answers = await readdir(new URL('answers/', FOLDER));
  const paths = ['de.yaml', 'en.yaml', ...answers.map((name) => `answers/${name}`)];
  const read = paths.map(
    async (path) => [path, parse(await readFile(new URL(path, FOLDER), 'utf8'))] as const,
  );
  files = new Map(await Promise.all(read));
});

function troubleWith(path: string, change: (text: string) => string): string[] {
  const changed = parse(change(JSON.stringify(files.get(path))));
  try {
    assemblePhraseBook(new Map(files).set(path, changed));
  } catch (error) {
    if (error instanceof Problem) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('assemblePhraseBook', () => {
  it('puts the shipped files together, which survives JSON', () => {
    const book = assemblePhraseBook(files);
    expect(PhraseBookSchema.parse(JSON.parse(JSON.stringify(book)))).toEqual(book);
    expect(assemblePhraseBook(new Map([...files, ['options.yaml', { other: 1 }]]))).toEqual(book);
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a misspelt placeholder',
      'answers/hosting.yaml',
      (text) => text.replace('{provider}', '{povider}'),
      'unknown placeholder {povider}',
    ],
    [
      'an unclosed bracket',
      'answers/hosting.yaml',
      (text) => text.replace('[ in der Region {region}]', '[ in der Region {region}'),
      '[ without ]',
    ],
    [
      'a missing language',
      'answers/hosting.yaml',
      (text) => text.replace('"en":', '"fr":'),
      'hosting.provider.implemented',
    ],
    [
      'an unknown status',
      'answers/hosting.yaml',
      (text) => text.replace('"partial":', '"partly":'),
      'partly',
    ],
    ['a missing phrase', 'de.yaml', (text) => text.replace('"start":', '"begin":'), 'de.yaml: draft.start'],
    ['an unknown unit', 'en.yaml', (text) => text.replace('"hours":', '"ours":'), 'en.yaml: units.hours'],
    [
      'a topic with statements in two files',
      'answers/security.yaml',
      (text) => text.replace('access.sso', 'hosting.provider'),
      'answers/security.yaml: statements.hosting.provider: defined twice',
    ],
    [
      'defaults in two files',
      'answers/security.yaml',
      () => JSON.stringify(files.get('answers/defaults.yaml')),
      'defined twice',
    ],
    ['no defaults', 'answers/defaults.yaml', () => '{}', 'answers: no file has defaults'],
  ])('complains about %s', (_, path, change, expected) => {
    const lines = troubleWith(path, change);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).toContain(expected);
  });
});

describe('the shipped phrases', () => {
  it('are what loadPhrases gives', async () => {
    expect(await loadPhrases()).toEqual(await shippedPhrases());
  });

  it('have the same reasons and ways of asking in both languages', async () => {
    const { de, en } = (await shippedPhrases()).languages;
    expect(Object.keys(de.reasons)).toEqual(Object.keys(en.reasons));
    expect(Object.keys(de.asks)).toEqual(Object.keys(en.asks));
    expect(Object.keys(de.scopes)).toEqual(Object.keys(en.scopes));
  });

  it('have words for every way of asking and every aspect', async () => {
    const { en } = (await shippedPhrases()).languages;
    const text = await readFile(new URL('../../templates/language/aspects.yaml', import.meta.url), 'utf8');
    const { aspects } = AspectFile.parse(parse(text));
    expect(Object.keys(en.scopes).sort()).toEqual(aspects.map(({ id }) => id).sort());
    expect(Object.keys(en.asks)).toEqual([...Ask.options, 'method']);
  });

  it('have statements for exactly the topics of the shipped facts', async () => {
    const { statements } = await shippedPhrases();
    expect(Object.keys(statements).sort()).toEqual([...(await shippedFacts()).facts.keys()].sort());
  });

  it('use the same values in both languages', async () => {
    const { statements, defaults } = await shippedPhrases();
    const all: (readonly [string, Statements | undefined])[] = [
      ...Object.entries(statements),
      ...Object.entries(defaults),
    ];
    for (const [topic, sentences] of all) {
      for (const [status, sentence] of Object.entries(sentences ?? {})) {
        if (sentence === undefined) continue;
        // German needs a case that English does not have.
        const values = (text: string) => placeholdersOf(text.replaceAll('_dative', '')).sort();
        expect(values(sentence.de), `${topic} ${status}`).toEqual(values(sentence.en));
      }
    }
  });

  it('end every statement with one full stop', async () => {
    for (const sentences of Object.values((await shippedPhrases()).statements)) {
      for (const sentence of Object.values(sentences)) {
        expect(sentence?.de).toMatch(/[^.]\.$/);
        expect(sentence?.en).toMatch(/[^.]\.$/);
      }
    }
  });

  it('name no company, product, number or date: values come from facts', async () => {
    const { statements } = await shippedPhrases();
    const text = JSON.stringify(statements).replaceAll(/ISO[ -]27001|Art\. 33|P1/g, '');
    expect(text.replaceAll(/"[a-z_.0-9]+":/g, '')).not.toMatch(
      /\d|Azure|Microsoft|Google|AWS|Mongo|Mistral|Kubernetes|Entra|EMEA/,
    );
  });
});
