import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellText,
  decodeXstring,
  encodeXstring,
  escapeXml,
  fromUtf8,
  toUtf8,
  unescapeXml,
} from '../../src/workbook/xml-text.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'_x0041DdFf&<>"\'\r\n\t \u0000\ud800\udc00\ufffe'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('escapeXml and unescapeXml', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeXml(escapeXml(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['&#228;&#xE4;', 'ää'],
    ['&#128512;', '😀'],
    ['&amp;lt;', '&lt;'],
    ['a & b', 'a & b'],
    ['&unknown;', '&unknown;'],
    ['&#x110000;', '&#x110000;'],
  ])('reads %s', (raw, text) => {
    expect(unescapeXml(raw)).toBe(text);
  });
});

describe('encodeXstring and decodeXstring', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeXstring(encodeXstring(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['_x00_', '_x00_'],
    ['file_x1.txt', 'file_x1.txt'],
  ])('writes %s as %s', (text, stored) => {
    expect(encodeXstring(text)).toBe(stored);
  });

  it('reads a spelled-out carriage return', () => {
    expect(decodeXstring('a_x000D_\nb')).toBe('a\r\nb');
  });
});

describe('cellText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000\u0001b\u000bc\td', 'abc\td'],
    ['lone \ud800 and \udc00', 'lone  and '],
    ['pair 😀', 'pair 😀'],
    ['\ufffe\uffff', ''],
    ['=1+1', '=1+1'],
  ])('makes %j into %j', (text, stored) => {
    expect(cellText(text)).toBe(stored);
  });

  it('is done after one time, and always encodable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cellText(text);
        expect(cellText(once)).toBe(once);
        expect(Buffer.from(once).toString()).toBe(once);
      }),
    );
  });
});

describe('toUtf8 and fromUtf8', () => {
  const text = '<?xml version="1.0"?><a>ä → 😀</a>';
  const utf16 = Buffer.from(text, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', utf16],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 the other way round, without', Buffer.from(utf16).swap16()],
    ['UTF-8 that claims to be UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>ä</a>')],
  ])('keep %s', (_, bytes) => {
    const part = toUtf8(bytes, 'part.xml');
    expect(part.bytes.toString()).toContain('<a>ä');
    expect(fromUtf8(part.bytes, part.encoding, bytes)).toEqual(bytes);
  });

  it('reads other declared encodings, but marks them', () => {
    const bytes = Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe4</a>", 'latin1');
    expect(toUtf8(bytes, 'part.xml')).toMatchObject({ encoding: 'other' });
    expect(toUtf8(bytes, 'part.xml').bytes.toString()).toContain('<a>ä</a>');
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from('<a>\xff</a>', 'latin1')],
    ['an encoding nobody knows', Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>')],
    ['half a character', Buffer.from([0xff, 0xfe, 0x3c])],
    ['a lone surrogate', Buffer.from('\ufeff<a>\ud800</a>', 'utf16le')],
  ])('refuses %s', (_, bytes) => {
    expect(() => toUtf8(bytes, 'xl/part.xml')).toThrow(expect.objectContaining({ code: 'workbook/damaged' }));
  });
});
