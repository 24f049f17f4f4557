import { describe, expect, test } from 'vitest';
import { countPhrases, expandPhrase, expandPhrasePair } from '../../src/text/phrase-groups.js';

describe('groups of alternatives', () => {
  test.each([
    ['plain words', ['plain words']],
    ['(a|b) (c|d)', ['a c', 'a d', 'b c', 'b d']],
    ['(the |)supplier', ['the supplier', 'supplier']],
    ['(S/MIME) mail', ['(S/MIME) mail']],
    ['z. B.', ['z. B.']],
  ])('%s', (phrase, expected) => {
    expect(expandPhrase(phrase)).toEqual(expected);
    expect(countPhrases(phrase)).toBe(expected.length);
  });

  test('are counted without being made', () =>
    expect(countPhrases('(a|b|c|d|e|f|g|h|i|j) '.repeat(10))).toBe(10 ** 10));

  test.each([
    ['hrs', 'hours', [['hrs', 'hours']]],
    [
      '(the|our) supplier (shall|must)',
      'you $2',
      [
        ['the supplier shall', 'you shall'],
        ['the supplier must', 'you must'],
        ['our supplier shall', 'you shall'],
        ['our supplier must', 'you must'],
      ],
    ],
  ] as const)('%s means %s', (phrase, meaning, expected) =>
    expect(expandPhrasePair(phrase, meaning)).toEqual(expected),
  );
});
