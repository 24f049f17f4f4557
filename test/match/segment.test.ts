import { describe, expect, test } from 'vitest';
import { indexClausePhrases } from '../../src/match/clause-phrases.js';
import { segment } from '../../src/match/segment.js';
import { fold } from '../../src/text/normalise.js';
import { tokenise } from '../../src/text/tokenise.js';
import { catalogue } from './catalogue.js';

const phrases = {
  en: indexClausePhrases(catalogue.language('en')),
  de: indexClausePhrases(catalogue.language('de')),
};
const cut = (language: 'en' | 'de', text: string): string[] => {
  const folded = tokenise(text).map((token) => fold(token.surface));
  return segment(folded, phrases[language]).map(({ start, end, soft, aside }) =>
    folded
      .slice(start, end)
      .map((word, i) => (aside.has(start + i) ? `<${word}>` : soft.has(start + i) ? `(${word})` : word))
      .join(' '),
  );
};

describe('clauses', () => {
  test.each([
    ['en', 'Is data encrypted and are keys rotated?', ['is data encrypted', 'are keys rotated']],
    ['en', 'Roles - can they be assigned?', ['roles', 'can they be assigned']],
    ['en', 'Encryption: is it on by default?', ['encryption', 'is it on by default']],
    ['en', 'Is there a supplier that has no certificate?', ['is there a supplier that has no certificate']],
    ['en', 'Automatic rather than manual backups?', ['automatic <rather> <than> <manual> <backups>']],
    ['en', 'Is MFA used, e.g. TOTP?', ['is mfa used , (eg) (totp)']],
    [
      'de',
      'Gibt es einen ISB und über welche Mittel verfügt er?',
      ['gibt es einen isb', 'uber welche mittel verfugt er'],
    ],
    ['de', 'Azure anstelle von AWS?', ['azure <anstelle> <von> <aws>']],
  ] as const)('%s: %s', (language, text, clauses) =>
    expect(cut(language, text.replace('e.g.', 'eg'))).toEqual(clauses),
  );

  test.each([
    ['en', 'Backup and restore'],
    ['en', 'Built-in protection'],
    ['de', 'Sicherung und Aufbewahrung'],
    ['de', 'Findet eine Prüfung statt'],
  ] as const)('%s: %s stays whole', (language, text) =>
    expect(cut(language, text)).toEqual([
      tokenise(text)
        .map((token) => fold(token.surface))
        .join(' '),
    ]),
  );
});
