import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelTokens, normaliseLabel } from '../../src/questionnaire/normalise-label.js';

describe('normaliseLabel', () => {
  it.each([
    ['Lfd.-Nr.', 'lfd nr'],
    ['N/A', 'n a'],
    ['  Backup (daily)\n', 'backup daily'],
    ["l'accès", 'l accès'],
    ['don’t', 'don t'],
    ['ﬁne', 'fine'],
    ['99 % #1', '99 % #1'],
    ['a_b', 'a b'],
    ['***', ''],
  ])('%j is %j', (text, label) => {
    expect(normaliseLabel(text)).toBe(label);
  });

  it('does the same to plain texts, which take a short cut, as to all others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        // A letter beyond ASCII sends the text the long way.
        expect(labelTokens(`${text} ä`)).toEqual([...labelTokens(text), 'ä']);
      }),
    );
  });
});
