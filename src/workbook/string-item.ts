import type { Buffer } from 'node:buffer';
import { XmlScanner } from './xml-scanner.js';
import { decodeXstring, unescapeXml } from './xml-text.js';

/** A comment, a processing instruction, or a CDATA section with its text; `<b>` is none of them. */
const NO_ELEMENT = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** The character data between two offsets: entities resolved, CDATA unwrapped, comments left out, line ends as line feeds. */
export function readText(bytes: Buffer, start: number, end: number): string {
  let text = bytes.toString('utf8', start, end);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.includes('<')) return unescapeXml(text);
  let plain = '';
  let at = 0;
  for (const section of text.matchAll(NO_ELEMENT)) {
    plain += unescapeXml(text.slice(at, section.index)) + (section[1] ?? '');
    at = section.index + section[0].length;
  }
  return plain + unescapeXml(text.slice(at));
}

/**
 * The text of a string item (`si` or `is`; ECMA-376 part 1, 18.4.8): its `t` elements joined, alone or in rich text
 * runs, without the phonetic runs (`rPh`). The offsets enclose the item's content.
 */
export function readStringItem(bytes: Buffer, part: string, start: number, end: number): string {
  const scanner = new XmlScanner(bytes, part, start, end);
  let text = '';
  let textStart = -1;
  let phoneticDepth = 0;
  while (scanner.next()) {
    if (scanner.kind === 'open') {
      if (scanner.isNamed('rPh')) phoneticDepth = scanner.depth;
      else if (scanner.isNamed('t') && phoneticDepth === 0) textStart = scanner.tagEnd;
    } else if (scanner.kind === 'close') {
      if (phoneticDepth > scanner.depth) phoneticDepth = 0;
      else if (textStart >= 0 && scanner.isNamed('t')) {
        text += decodeXstring(readText(bytes, textStart, scanner.tagStart));
        textStart = -1;
      }
    }
  }
  return text;
}
