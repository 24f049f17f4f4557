import { describe, expect, test } from 'vitest';
import { splitReference } from '../../src/text/reference.js';

describe('splitReference', () => {
  test.each([
    ['DORA Art. 30 (2) b: Where is data stored?', 'DORA Art. 30 (2) b', 'Where is data stored?'],
    ['C5 KRY-02: Verschlüsselung bei der Übertragung', 'C5 KRY-02', 'Verschlüsselung bei der Übertragung'],
    ['ISO 27001 A.8.13 - Information backup', 'ISO 27001 A.8.13', 'Information backup'],
    ['Art. 28 Abs. 3: AVV vorhanden?', null, null],
    ['DSGVO Art. 37 – DSB benannt?', 'DSGVO Art. 37', 'DSB benannt?'],
    ['NIS2 Art. 21 (2) c: backups', 'NIS2 Art. 21 (2) c', 'backups'],
  ])('%s', (text, reference, question) =>
    expect(splitReference(text)).toEqual(reference === null ? null : { reference, question }),
  );

  test.each([
    'ISO 27001: certified?',
    'GDPR: do you comply?',
    'RTO: 4 hours',
    'SOC 2 report: please attach',
    'Is data encrypted: yes or no?',
    'DORA Art. 30: 1',
    '',
    ':'.repeat(100),
  ])('none in %s', (text) => expect(splitReference(text)).toBeNull());
});
