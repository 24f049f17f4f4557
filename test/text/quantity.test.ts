import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../src/text/lexicon.js';
import { createFigureReader } from '../../src/text/quantity.js';
import { tokenise } from '../../src/text/tokenise.js';
import { readCatalogueSource } from '../../src/topics/read-source.js';

const { lexicons } = readCatalogueSource(fileURLToPath(new URL('../../templates', import.meta.url)));
const readers = {
  de: createFigureReader(createLexicon('de', lexicons.de)),
  en: createFigureReader(createLexicon('en', lexicons.en)),
};

describe('figures', () => {
  test.each([
    ['en', 'within 4 hours', 'at_most', 4, 'hour'],
    ['en', 'at least 99.9% availability', 'at_least', 99.9, 'percent'],
    ['en', '99.999 % uptime', 'exactly', 99.999, 'percent'],
    ['en', 'four hours or better', 'better', 4, 'hour'],
    ['en', 'takes no longer than 12 hours', 'at_most', 12, 'hour'],
    ['en', 'does not exceed one working day', 'at_most', 1, 'working_day'],
    ['en', 'more than 90 days', 'more_than', 90, 'day'],
    ['en', 'within an hour', 'at_most', 1, 'hour'],
    ['en', 'backed up daily', 'exactly', 1, 'day'],
    ['en', 'within a maximum of 2 hours', 'at_most', 2, 'hour'],
    ['en', '30 days or more', 'at_least', 30, 'day'],
    ['de', 'binnen 24 Stunden', 'at_most', 24, 'hour'],
    ['de', 'mindestens 99,5 %', 'at_least', 99.5, 'percent'],
    ['de', 'spätestens nach 72 Stunden', 'at_most', 72, 'hour'],
    ['de', 'nicht länger als drei Tage', 'at_most', 3, 'day'],
    ['de', 'innerhalb eines Arbeitstages', 'at_most', 1, 'working_day'],
    ['de', '>= 99 %', 'at_least', 99, 'percent'],
    ['de', 'RTO 4h', 'exactly', 4, 'hour'],
    ['de', 'ein Jahr lang', 'exactly', 1, 'year'],
    ['en', 'kept for a year', 'exactly', 1, 'year'],
    ['en', 'kept for a whole year', 'exactly', 1, 'year'],
    ['en', 'only after 48 hours', 'more_than', 48, 'hour'],
    ['en', 'less often than once a day', 'more_than', 1, 'day'],
    ['de', 'seltener als täglich', 'more_than', 1, 'day'],
    ['de', 'erst nach 48 Stunden', 'more_than', 48, 'hour'],
    ['de', 'drei volle Tage', 'exactly', 3, 'day'],
  ] as const)('%s: %s', (language, text, relation, amount, unit) => {
    expect(readers[language].read(tokenise(text))).toMatchObject([{ relation, amount, unit }]);
  });

  test.each([
    ['en', 'at least annually', true],
    ['en', 'at least once a week', true],
    ['en', 'at least every 12 months', true],
    ['en', 'for at least 12 months', false],
    ['de', 'mindestens einmal jährlich', true],
    ['de', 'alle 24 Stunden', true],
    ['de', 'mindestens ein ganzes Jahr', false],
  ] as const)('%s: how often or how long: %s', (language, text, isInterval) => {
    expect(readers[language].read(tokenise(text))).toMatchObject([{ isInterval }]);
  });

  test('a range has two ends', () => {
    expect(readers.en.read(tokenise('RTO of 4 to 8 hours'))).toMatchObject([
      { amount: 4, to: 8, unit: 'hour' },
    ]);
  });

  test.each([
    ['en', 'ISO 27001 and Art. 33'],
    ['en', 'TLS 1.2 or AES-256'],
    ['en', 'twice a year'],
    ['de', 'Priorität 1 (Stunden)'],
    ['en', 'support 24/7'],
    ['de', 'nach Art. 28 Abs. 3'],
  ] as const)('%s: no figure in %s', (language, text) =>
    expect(readers[language].read(tokenise(text))).toEqual([]),
  );
});
