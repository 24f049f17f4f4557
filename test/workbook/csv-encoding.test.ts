import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAs, decodeCsv, encodeCsv, unencodable } from '../../src/workbook/csv-encoding.js';

const TEXT = 'Prüfung – “ja” €';

describe('decodeCsv', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT), TEXT],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`), `\ufeff${TEXT}`],
    ['utf-8', Buffer.from('plain'), 'plain'],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), `\ufeff${TEXT}`],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), `\ufeff${TEXT}`],
    ['windows-1252', Buffer.from('Pr\xfcfung \x96 \x93ja\x94 \x80', 'latin1'), TEXT],
  ] as const)('%s', (encoding, bytes, text) => {
    expect(decodeCsv(bytes, 'q.csv')).toEqual({ text, encoding });
    expect(encodeCsv(text, encoding)?.equals(bytes)).toBe(true);
  });

  it.each([
    ['zeros', Buffer.from('a;b\0c')],
    ['UTF-16 without a mark', Buffer.from('a;b', 'utf16le')],
  ])('refuses %s in one line', (_, bytes) => {
    expect(() => decodeCsv(bytes, 'q.csv')).toThrow(/^q\.csv is no text .*"CSV UTF-8"\.$/);
  });

  it('gives every byte of Windows-1252 back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1 }), (bytes) => {
        const text = decodeAs(Buffer.from(bytes), 'windows-1252');
        expect(encodeCsv(text, 'windows-1252')?.equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([
    ['windows-1252', 'ä→b', '→'],
    ['windows-1252', '≥ 99 %', '≥'],
    ['windows-1252', TEXT, undefined],
    ['utf-8', 'ä→😀', undefined],
  ] as const)('%s: what has no place in %s', (encoding, text, foreign) => {
    expect(unencodable(text, encoding)).toBe(foreign);
  });
});
