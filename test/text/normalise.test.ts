import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, normalise } from '../../src/text/normalise.js';

describe('normalise', () => {
  test.each([
    ['runs of white space', ' a \t b\r\n\u00a0c ', 'a b c'],
    ['soft hyphen and zero width', 'a\u00adb\u200bc', 'abc'],
    ['an ordinary blank stays', 'a b', 'a b'],
    ['typographic quotes and dashes', '„a“ – ‚b‘', '"a" - \'b\''],
    ['gender forms', 'Nutzer:innen, Kund/-innen und Mitarbeiter*innen', 'Nutzer, Kund und Mitarbeiter'],
    ['a colon before a word stays', 'Nutzer: innen', 'Nutzer: innen'],
    ['e-mail is one word', 'E-Mails per e-mail', 'emails per email'],
    ['contracted not', "isn't, can't, WON’T", 'is not, can not, will not'],
    ['a possessive stays', "user's", "user's"],
    ['an e-mail box is not', 'e-mailbox', 'e-mailbox'],
    ['ligatures and full width', 'ﬁle ＡＢ', 'file AB'],
  ])('%s', (_, text, expected) => expect(normalise(text)).toBe(expected));

  test('is idempotent and gives one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});

describe('fold', () => {
  test.each([
    ['Verschlüsselung', 'VERSCHLUESSELUNG'],
    ['Maßnahme', 'massnahme'],
    ['Café', 'cafe'],
  ])('%s and %s are one', (a, b) => expect(fold(a)).toBe(fold(b)));
});
