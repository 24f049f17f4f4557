import { describe, expect, it } from 'vitest';
import { assembleLayoutWords, readLexicon } from '../../src/questionnaire/layout-words.js';
import { findPhrase, readPhrase, startsWithPhrase } from '../../src/questionnaire/match-phrase.js';
import { labelTokens, normaliseLabel } from '../../src/questionnaire/normalise-label.js';
import { assembleOptionWords, readOptionLexicon } from '../../src/questionnaire/option-words.js';
import { layoutWords, optionWords } from './words.js';

describe('normaliseLabel', () => {
  it.each([
    ['Lfd.-Nr.', 'lfd nr'],
    ['N/A', 'n a'],
    ['  Frage\n(DE) ', 'frage de'],
    ['N°', 'n'],
    ['Nº', 'no'],
    ['#', '#'],
    ["l'exigence", 'l exigence'],
    ['--', ''],
    ['Erfüllt?', 'erfüllt'],
  ])('%j is %j', (text, wanted) => {
    expect(normaliseLabel(text)).toBe(wanted);
    expect(normaliseLabel(wanted)).toBe(wanted);
  });
});

describe('phrases', () => {
  it.each([
    ['question id', 'Control Question ID', 1],
    ['=no', 'No.', 1],
    ['=no', 'No comment', 0],
    ['*nummer', 'Fragennummer', 1],
    ['*nummer', 'nummerisch', 0],
    ['antwort*', 'Antwortfeld', 1],
    ['antwort', 'Antwortfeld', 0],
  ])('%s in %s: %i', (source, text, count) => {
    expect(findPhrase(readPhrase(source), labelTokens(text))).toHaveLength(count);
  });

  it('begins', () => {
    expect(startsWithPhrase(readPhrase('please note'), labelTokens('Please note: all'))).toBe(true);
    expect(startsWithPhrase(readPhrase('please note'), labelTokens('All please note'))).toBe(false);
    expect(startsWithPhrase(readPhrase('=name'), labelTokens('Name of'))).toBe(false);
  });
});

describe('word lists', () => {
  it('covers six languages, German and English in breadth', () => {
    expect(layoutWords.languages.map(({ language }) => language)).toEqual([
      'de',
      'en',
      'es',
      'fr',
      'it',
      'nl',
    ]);
    for (const { language, roles } of layoutWords.languages) {
      for (const role of ['id', 'section', 'question', 'answer', 'details', 'evidence'] as const) {
        expect(roles[role].length, `${language} ${role}`).toBeGreaterThanOrEqual(
          language === 'de' || language === 'en' ? 8 : 2,
        );
      }
    }
  });

  it('holds every phrase once per language and says one thing with it', () => {
    for (const { language, roles, ignore } of layoutWords.languages) {
      const all = [...Object.values(roles), ...Object.values(ignore)].flat();
      expect(
        all.filter((phrase, at) => all.indexOf(phrase) !== at),
        language,
      ).toEqual([]);
    }
  });

  it('reads every phrase to at least one word', () => {
    const lexicon = readLexicon(layoutWords);
    const phrases = [...lexicon.headersByWord.values(), lexicon.headerPatterns].flat();
    expect(phrases.filter(({ phrase }) => phrase.tokens.length === 0)).toEqual([]);
    const rows = Object.values(lexicon.rows).flatMap((byWord) => [...byWord.values()].flat());
    expect(rows.filter(({ tokens }) => tokens[0]?.kind !== 'word')).toEqual([]);
  });

  it('says one thing with every option phrase', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { kind, tokens } of [...readOptionLexicon(optionWords).phrases.values()].flat()) {
      const key = tokens.join(' ');
      kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    }
    expect([...kinds].filter(([, set]) => set.size > 1).map(([key]) => key)).toEqual([]);
  });

  it('refuses files of another shape', () => {
    expect(() => assembleLayoutWords(new Map([['x.yaml', { language: 'xx' }]]))).toThrow();
    expect(() => assembleOptionWords(new Map([['x.yaml', { kinds: {} }]]))).toThrow();
    expect(() => assembleOptionWords(new Map())).toThrow('exactly one');
  });
});
