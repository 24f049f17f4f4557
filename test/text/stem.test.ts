import { describe, expect, test } from 'vitest';
import { stem } from '../../src/text/stem.js';

describe('stem', () => {
  test.each([
    ['de', ['Verschlüsselung', 'verschlüsselt', 'verschlüsselten', 'VERSCHLUESSELT']],
    ['de', ['dokumentiert', 'Dokumentierung', 'dokumentieren']],
    ['de', ['gespeichert', 'Speicherung']],
    ['de', ['Prüfung', 'geprüft', 'prüfen']],
    ['en', ['encrypt', 'encrypted', 'encryption', 'encrypting']],
    ['en', ['protect', 'protection', 'protected']],
    ['en', ['policy', 'policies']],
  ] as const)('%s: one root for %j', (language, words) => {
    expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
  });

  test.each([
    ['de', 'Sicherheit', 'Sicherung'],
    ['en', 'encrypted', 'unencrypted'],
    ['en', 'policy', 'polite'],
    ['de', 'Gesetz', 'Satz'],
  ] as const)('%s: %s is not %s', (language, a, b) => {
    expect(stem(a, language)).not.toBe(stem(b, language));
  });
});
