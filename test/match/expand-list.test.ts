import { describe, expect, test } from 'vitest';
import { expandList } from '../../src/match/expand-list.js';

describe('expandList', () => {
  test.each([
    [
      'Backups: frequency, retention and location',
      ['Backups frequency', 'Backups retention', 'Backups location'],
    ],
    [
      'Backup-Konzept (Intervall, Aufbewahrung) beschreiben',
      ['Backup-Konzept beschreiben Intervall', 'Backup-Konzept beschreiben Aufbewahrung'],
    ],
    ['A.8.13 Backup: frequency, encryption', ['Backup frequency', 'Backup encryption']],
  ])('%s', (text, expected) => expect(expandList(text)).toEqual(expected));

  test.each([
    'Architecture (e.g. monolith, microservices)',
    'RPO: what is yours, please?',
    'TLS (1.2, 1.3)',
    'RPO (hours)',
    'Is data encrypted at rest and in transit?',
    '',
  ])('%s is no list', (text) => expect(expandList(text)).toBeNull());
});
