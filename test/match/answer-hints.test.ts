import { describe, expect, test } from 'vitest';
import { withoutHints } from '../../src/match/answer-hints.js';
import { indexClausePhrases } from '../../src/match/clause-phrases.js';
import { tokenise } from '../../src/text/tokenise.js';
import { catalogue } from './catalogue.js';

const phrases = {
  en: indexClausePhrases(catalogue.language('en')),
  de: indexClausePhrases(catalogue.language('de')),
};
const strip = (language: 'en' | 'de', text: string) => {
  const { tokens, isToTick } = withoutHints(tokenise(text), phrases[language]);
  return { text: tokens.map((token) => token.surface).join(' '), isToTick };
};

describe('hints at the form of the answer', () => {
  test.each([
    ['en', 'RPO of 4 hours (fulfilled / not fulfilled)', 'RPO of 4 hours ( )'],
    ['en', 'SSO: fully, partly or not available?', 'SSO : ?'],
    ['en', 'WAF in place? Yes / No / Partially', 'WAF in place ?'],
    ['en', 'DDoS protection (Y/N)', 'DDoS protection ( )'],
    ['en', 'Encrypted backups [yes, no, n/a]', 'Encrypted backups [ ]'],
    ['de', 'Tägliche Datensicherung: erfüllt / nicht erfüllt', 'Tägliche Datensicherung :'],
    ['de', 'AVV vorhanden (ja, nein, teilweise)', 'AVV vorhanden ( )'],
  ] as const)('%s: %s', (language, text, kept) =>
    expect(strip(language, text)).toEqual({ text: kept, isToTick: true }),
  );

  test.each([
    ['en', 'Backups (encrypted, off-site)'],
    ['en', 'Is the report available or planned for next year?'],
    ['en', 'Yes'],
    ['en', 'Roles: available to all customers'],
    ['de', 'Backups: vollständig und verschlüsselt'],
    ['de', 'Liegt ein Bericht vor?'],
  ] as const)('%s: none in %s', (language, text) => expect(strip(language, text).isToTick).toBe(false));
});
