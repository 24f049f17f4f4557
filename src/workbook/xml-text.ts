import { Buffer, isUtf8 } from 'node:buffer';
import { Problem } from '../problem.js';

/** How the bytes of a part stand for characters. `other` can be read, but not written. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'other';

export interface Utf8Part {
  /** The part's text as UTF-8; a byte order mark, if any, is kept for UTF-8 and left out otherwise. */
  readonly bytes: Buffer;
  readonly encoding: XmlEncoding;
}

/** The encoding named in an XML declaration: `<?xml version="1.0" encoding='UTF-16'?>`. */
const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/**
 * Gives an XML part as UTF-8 (XML 1.0, appendix F: byte order mark first, then the declaration).
 * Throws Problem workbook/damaged when the bytes are not what they claim to be.
 */
export function toUtf8(bytes: Uint8Array, part: string): Utf8Part {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b] = buffer;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return fromUtf16(buffer, 'utf-16le', part);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return fromUtf16(buffer, 'utf-16be', part);
  const declared = DECLARED.exec(
    buffer.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, ''),
  )?.[1]?.toLowerCase();
  // Some writers declare UTF-16 and write UTF-8 (a string writer that does not know its output).
  const isUnicode = declared === undefined || /^utf-?(8|16)$/.test(declared);
  if (isUnicode && isUtf8(buffer)) return { bytes: buffer, encoding: 'utf-8' };
  if (isUnicode) throw unreadable(part);
  try {
    const text = new TextDecoder(declared, { fatal: true }).decode(buffer);
    return { bytes: Buffer.from(text), encoding: 'other' };
  } catch (cause) {
    throw unreadable(part, cause);
  }
}

function fromUtf16(buffer: Buffer, encoding: 'utf-16le' | 'utf-16be', part: string): Utf8Part {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(buffer);
    return { bytes: Buffer.from(text), encoding };
  } catch (cause) {
    throw unreadable(part, cause);
  }
}

function unreadable(part: string, cause?: unknown): Problem {
  const message = `The workbook is damaged: ${part} holds bytes that are no text; open it in Excel, save it again and retry.`;
  return new Problem('workbook/damaged', message, { cause });
}

/** The inverse of `toUtf8`: bytes in the encoding of the original part, with a byte order mark where that had one. */
export function fromUtf8(bytes: Buffer, encoding: XmlEncoding, original: Uint8Array): Buffer {
  if (encoding === 'utf-8') return bytes;
  const hadMark = original[0] === 0xff || original[0] === 0xfe;
  const text = Buffer.from((hadMark ? '\ufeff' : '') + bytes.toString('utf8'), 'utf16le');
  return encoding === 'utf-16be' ? text.swap16() : text;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An entity or character reference: `&amp;`, `&#228;`, `&#xE4;`; a lone `&` is none. */
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([A-Za-z]{2,4}));/g;

/** Resolves the five predefined entities and character references (XML 1.0, 4.1 and 4.6); any other stays as written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** Escapes text for element content and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `_x000D_`: a character by its UTF-16 code (ECMA-376 part 1, 22.9.2.19, ST_Xstring); `_x00_` is none. */
const ENCODED_CHARACTER = /_x([0-9A-Fa-f]{4})_/g;

/** Decodes the characters that ST_Xstring spells out, as `_x000D_` for a carriage return. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ENCODED_CHARACTER, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** An underscore that a reader would take for the start of a spelled-out character. */
const MISTAKABLE_UNDERSCORE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Spells out the underscore of text that only looks like a spelled-out character, so that it survives. */
export function encodeXstring(text: string): string {
  return text.replace(MISTAKABLE_UNDERSCORE, '_x005F_');
}

/** What XML 1.0 (2.2, Char) cannot hold: control characters but tab and line feed, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text as a cell can hold it: line ends are line feeds (as Excel stores them), characters that XML cannot hold are
 * left out, since they mean nothing in an answer and would make the workbook unreadable.
 */
export function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '');
}
