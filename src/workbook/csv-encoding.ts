import { Buffer, isUtf8 } from 'node:buffer';
import { Problem } from '../problem.js';

/** How the bytes of a CSV file stand for characters. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a CSV file, its byte order mark included, and how it was stored. */
export interface CsvText {
  readonly text: string;
  readonly encoding: CsvEncoding;
}

/** Byte order marks (Unicode 16.0, 23.8). */
const UTF16LE_MARK = 0xfffe;
const UTF16BE_MARK = 0xfeff;

/**
 * Decodes a CSV file: UTF-16 by its byte order mark (Excel's "Unicode text"), else UTF-8, else Windows-1252, in which
 * Excel saves "CSV" where Windows speaks a western language.
 * @throws Problem when the bytes are no text, or would not be the same after a round trip
 */
export function decodeCsv(bytes: Buffer, name: string): CsvText {
  const found = decode(bytes);
  if (!found.text.includes('\0') && encodeCsv(found.text, found.encoding)?.equals(bytes)) return found;
  throw new Problem(
    'workbook/not-a-workbook',
    `${name} is no text that can be read as CSV; open it in Excel and save it as an Excel workbook (.xlsx), or as "CSV UTF-8".`,
  );
}

function decode(bytes: Buffer): CsvText {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const isEven = bytes.length % 2 === 0;
  const wide = mark === UTF16LE_MARK ? 'utf-16le' : mark === UTF16BE_MARK ? 'utf-16be' : undefined;
  const encoding = isEven && wide !== undefined ? wide : isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return { text: decodeAs(bytes, encoding), encoding };
}

/** The text of bytes in a known encoding; a byte order mark is kept as U+FEFF. */
export function decodeAs(bytes: Buffer, encoding: CsvEncoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8');
  if (encoding === 'utf-16le') return bytes.toString('utf16le');
  if (encoding === 'utf-16be') return Buffer.from(bytes).swap16().toString('utf16le');
  return decodeWindows1252(bytes);
}

/**
 * The characters 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252). Written out, since the decoders of
 * some versions of Node take that encoding for ISO 8859-1, in which these are control characters.
 */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** A character code of ISO 8859-1 that is another character in Windows-1252. */
const HIGH_CONTROL = /[\u0080-\u009f]/g;

function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(HIGH_CONTROL, (character) => HIGH_CONTROLS[character.charCodeAt(0) - 128] ?? character);
}

/** The bytes of a text, or undefined when the encoding has no place for one of its characters. */
export function encodeCsv(text: string, encoding: CsvEncoding): Buffer | undefined {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSame = code < 128 || (code >= 160 && code < 256);
    const high = isSame ? 0 : HIGH_CONTROLS.indexOf(text[at] ?? '');
    if (high < 0) return undefined;
    bytes[at] = isSame ? code : 128 + high;
  }
  return bytes;
}

/** The first character that the encoding has no place for. */
export function unencodable(text: string, encoding: CsvEncoding): string | undefined {
  return [...text].find((character) => encodeCsv(character, encoding) === undefined);
}
