import { describe, expect, test } from 'vitest';
import { splitReference } from '../../src/text/reference.js';

describe('splitReference', () => {
  test.each([
    ['DORA Art. 30 (2) b: Where is data stored?', 'DORA Art. 30 (2) b', 'Where is data stored?'],
    ['C5 KRY-02: Verschlüsselung bei der Übertragung', 'C5 KRY-02', 'Verschlüsselung bei der Übertragung'],
    ['ISO 27001 A.8.13 - Information backup', 'ISO 27001 A.8.13', 'Information backup'],
    ['Art. 28 Abs. 3: AVV vorhanden?', 'Art. 28 Abs. 3', 'AVV vorhanden?'],
    ['Lot 2, req. 3.4: backups daily', 'Lot 2, req. 3.4', 'backups daily'],
    ['Clause 9.2: Data stays in the EU.', 'Clause 9.2', 'Data stays in the EU.'],
    ['BSI IT-Grundschutz CON.3: Backups', 'BSI IT-Grundschutz CON.3', 'Backups'],
    ['BAIT Tz. 5.6: Wird MFA genutzt?', 'BAIT Tz. 5.6', 'Wird MFA genutzt?'],
    ['Sind Backups verschlüsselt (C5 SIM-01)?', 'C5 SIM-01', 'Sind Backups verschlüsselt?'],
    ['Are backups encrypted? (ISO 27002 8.13)', 'ISO 27002 8.13', 'Are backups encrypted?'],
    ['[SIM-01] C5 SIM-01: Vorfälle', 'C5 SIM-01', 'Vorfälle'],
    ['DSGVO Art. 37 – DSB benannt?', 'DSGVO Art. 37', 'DSB benannt?'],
    ['NIS2 Art. 21 (2) c: backups', 'NIS2 Art. 21 (2) c', 'backups'],
  ])('%s', (text, reference, question) => expect(splitReference(text)).toEqual({ reference, question }));

  test.each([
    'ISO 27001: certified?',
    'GDPR: do you comply?',
    'RTO: 4 hours',
    'SOC 2 report: please attach',
    'Is data encrypted: yes or no?',
    'DORA Art. 30: 1',
    'Backups (daily, 30 days)',
    'RTO (hours)',
    'Reaction time (P1)',
    'MFA (Q4 2026)',
    'Uptime (99.5 %)',
    'Encryption (AES-256)',
    'TLS 1.2: minimum version',
    '',
    ':'.repeat(100),
  ])('none in %s', (text) => expect(splitReference(text)).toBeNull());

  test.each(['(', '(aa(b)', '(a ', 'Art. 1 ', '[x'])('%s over and over is read at once', (part) => {
    const started = performance.now();
    splitReference(part.repeat(4000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
