import { describe, expect, test } from 'vitest';
import { splitCompound } from '../../src/text/compounds.js';

const known = new Set([
  'backup',
  'verschlusselung',
  'konzept',
  'daten',
  'center',
  'data',
  'schutz',
  'alten',
  'richtlinie',
]);
const split = (word: string, language: 'de' | 'en' = 'de') =>
  splitCompound(word, language, (part) => known.has(part));

describe('splitCompound', () => {
  test.each([
    ['backupverschlusselung', ['backup', 'verschlusselung']],
    ['verschlusselungskonzept', ['verschlusselung', 'konzept']],
    ['verschlusselungskonzepts', ['verschlusselung', 'konzept']],
    ['datenschutzes', ['daten', 'schutz']],
    ['backupverschlusselungsrichtlinie', ['backup', 'verschlusselung', 'richtlinie']],
  ])('%s', (word, parts) => expect(split(word)).toEqual(parts));

  test('English knows no linking letters', () => {
    expect(split('datacenter', 'en')).toEqual(['data', 'center']);
    expect(split('datascenter', 'en')).toBeNull();
    expect(split('datacenters', 'en')).toBeNull();
  });

  test.each(['vorgehalten', 'backup', 'unbekannt', 'x'.repeat(100), ''])('%s stays whole', (word) =>
    expect(split(word)).toBeNull(),
  );
});
