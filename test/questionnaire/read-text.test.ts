import { describe, expect, it } from 'vitest';
import { asks, beginsWith, isCode, isSentence, withoutNumbering } from '../../src/questionnaire/read-text.js';
import { vocabulary } from './words.js';

const { layout } = vocabulary;

describe('isCode', () => {
  it.each([
    '1',
    '1.2.3',
    'A&A-01.1',
    'SEC_004',
    'Q12',
    'IV.',
    'a)',
    '(3)',
    'IAM-03',
    'GV.OC-01.1',
    '12a',
    'A.5.17',
    'K-02',
  ])('takes %s', (text) => {
    expect(isCode(text)).toBe(true);
  });
  it.each([
    'Backup',
    '2026 roadmap',
    'MFA',
    'Is it on?',
    'ISO 27001 certificate',
    '24 hours',
    'A-very-long-code-that-is-none-1',
  ])('refuses %s', (text) => {
    expect(isCode(text)).toBe(false);
  });
});

describe('asks', () => {
  it.each([
    'Is it encrypted? (AES)',
    'Do you encrypt data at rest',
    'Please describe your backup process.',
    'Beschreiben Sie Ihr Verfahren zur Datensicherung.',
    '1.2 Welche Algorithmen werden eingesetzt',
    'Backups encrypted?',
    'Les données sont-elles chiffrées au repos ?',
    '¿Se cifran los datos?',
    'Welche Zertifikate liegen vor ("ISO 27001")?',
  ])('%s', (text) => {
    expect(asks(text, layout)).toBe(true);
  });
  it.each([
    '# ?/?',
    'Access control',
    'Data is encrypted at rest.',
    'Backup',
    'Why?',
    'RPO (hours)',
    'Name and signature',
  ])('not %s', (text) => {
    expect(asks(text, layout)).toBe(false);
  });
});

describe('withoutNumbering', () => {
  it.each([
    ['1. Is it on?', 'Is it on?'],
    ['2.3 Is it on?', 'Is it on?'],
    ['a) Is it on?', 'Is it on?'],
    ['Q4: Is it on?', 'Is it on?'],
    ['(3) Is it on?', 'Is it on?'],
    ['24 hours', '24 hours'],
    ['3rd parties', '3rd parties'],
    ['2026 roadmap', '2026 roadmap'],
  ])('%s -> %s', (text, rest) => {
    expect(withoutNumbering(text)).toBe(rest);
  });
});

describe('beginsWith', () => {
  it.each<[string, 'note' | 'example' | 'total' | 'heading' | 'particulars', boolean]>([
    ['Hinweis: bitte alle Felder ausfüllen', 'note', true],
    ['Please answer all questions', 'note', true],
    ['Notebooks are encrypted', 'note', false],
    ['Beispiel 1: Haben Sie', 'example', true],
    ['Gesamtpunktzahl', 'total', true],
    ['Section 3: Access', 'heading', true],
    ['Company name:', 'particulars', true],
    ['Encryption', 'particulars', false],
  ])('%s: %s %s', (text, kind, wanted) => {
    expect(beginsWith(text, kind, layout)).toBe(wanted);
  });
});

it('tells sentences from headers', () => {
  expect(isSentence('Do you encrypt data at rest?')).toBe(true);
  expect(isSentence('Confirmed?')).toBe(false);
});
