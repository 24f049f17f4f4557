import { describe, expect, test } from 'vitest';
import { withoutNumbering } from '../../src/text/numbering.js';

describe('withoutNumbering', () => {
  test.each([
    ['A.5.1 Is there a policy?', 'Is there a policy?'],
    ['IAM-02.1: Passwords', 'Passwords'],
    ['7) Backups', 'Backups'],
    ['(3) Backups', 'Backups'],
    ['1.2.3 Backups', 'Backups'],
    ['Anlage 7: Bericht', 'Bericht'],
    ['Question 12. RPO', 'RPO'],
    ['PR.DS-1: Backups', 'Backups'],
    ['Section 3.1 Backups', 'Backups'],
    ['1.4 Name of the provider', 'Name of the provider'],
    ['12.10) "Stand der Technik"', '"Stand der Technik"'],
  ])('%s', (text, expected) => expect(withoutNumbering(text)).toBe(expected));

  test.each([
    '99.9 % availability',
    '24 hours RPO',
    '2FA for users',
    'TLS 1.2 or higher',
    'AES-256',
    'AES-256 encryption',
    'TLS-1.2 support',
    'SOC-2 report',
    'RPO',
    '99.9 Verfügbarkeit',
    '4.5 hours',
    '4.5 Stunden Ausfall',
    '1.5 TB storage',
  ])('%s stays', (text) => expect(withoutNumbering(text)).toBe(text));
});
