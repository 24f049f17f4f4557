import { Buffer } from 'node:buffer';
import { XmlScanner } from './xml-scanner.js';
import { escapeXml } from './xml-text.js';

/**
 * Changes attributes of a start tag and keeps every other byte: a value takes the place of the old one within its own
 * quotes, `null` removes the attribute, and an attribute that is not there yet is added at the end.
 * Names are those without prefix. Throws Problem when the text is no start tag.
 */
export function editTag(tag: string, changes: Readonly<Record<string, string | null>>): string {
  const bytes = Buffer.from(tag);
  const scanner = new XmlScanner(bytes, 'a start tag');
  scanner.next();
  const cuts: { start: number; end: number; text: string }[] = [];
  let added = '';
  for (const [name, value] of Object.entries(changes)) {
    const i = scanner.indexOfAttribute(name);
    if (i < 0) {
      if (value !== null) added += ` ${name}="${escapeXml(value)}"`;
      continue;
    }
    const [nameStart = 0, , valueStart = 0, valueEnd = 0] = scanner.attributes.slice(i, i + 4);
    // One blank before the name goes with it, and the closing quote.
    if (value === null) cuts.push({ start: nameStart - 1, end: valueEnd + 1, text: '' });
    else cuts.push({ start: valueStart, end: valueEnd, text: escapeXml(value) });
  }
  const close = scanner.kind === 'empty' ? 2 : 1;
  cuts.push({ start: scanner.tagEnd - close, end: scanner.tagEnd - close, text: added });
  return splice(bytes, cuts).toString('utf8');
}

/** A place in a part, in bytes, and what takes it; an insertion has no length. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts the texts in their places and leaves all other bytes alone. Splices may come in any order, but not overlap. */
export function splice(bytes: Buffer, splices: readonly Splice[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start || end > bytes.length) throw new RangeError('Splices overlap.');
    pieces.push(bytes.subarray(at, start), Buffer.from(text));
    at = end;
  }
  pieces.push(bytes.subarray(at));
  return Buffer.concat(pieces);
}

/** The same for text and its offsets. */
export function spliceText(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: piece } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start || end > text.length) throw new RangeError('Splices overlap.');
    result += text.slice(at, start) + piece;
    at = end;
  }
  return result + text.slice(at);
}
