import type { Buffer } from 'node:buffer';
import { formatCell } from './a1.js';
import { editTag } from './tag-edit.js';
import { XmlScanner } from './xml-scanner.js';
import { encodeXstring, escapeXml } from './xml-text.js';

/** Where a stored cell is, in bytes. */
export interface CellPlace {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly isEmpty: boolean;
  readonly style: number;
}

/** What becomes of one cell: `text` absent keeps the content, `style` is the index to have afterwards. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly text?: string;
  readonly style: number;
}

/**
 * Text is written as an inline string (ECMA-376 part 1, 18.18.11): Excel, LibreOffice, Google Sheets, exceljs, openpyxl
 * and Apache POI read it like a shared one, the shared strings stay as they are, and a workbook without shared strings
 * needs no further part, content type and relationship. Excel turns it into a shared string when it next saves.
 *
 * A string is text for any reader whatever it begins with: `=1+1` is shown and never calculated. `quotePrefix` is left
 * as the cell's style has it: it only matters to a person who edits the text again in the formula bar, and setting it
 * would change the customer's styles for cells that need no highlighting.
 */
function inlineString(text: string, prefix: string): string {
  const space = KEEPS_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}is><${prefix}t${space}>${escapeXml(encodeXstring(text))}</${prefix}t></${prefix}is>`;
}

/** Blanks that a reader may drop or fold: at either end, in runs, and line breaks; not a single blank between words. */
const KEEPS_SPACE = /^\s|\s$|\s\s|[\n\t]/;

/** A cell that was not stored before. `prefix` is that of the sheet's elements, with its colon. */
export function newCell(change: CellChange, prefix: string): string {
  const { row, column, style, text = '' } = change;
  const start = `<${prefix}c r="${formatCell(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  return text === '' ? `${start}/>` : `${start} t="inlineStr">${inlineString(text, prefix)}</${prefix}c>`;
}

/**
 * A stored cell with its change: its other attributes and anything but its value stay byte for byte.
 * `cm` and `vm` go with the value that they describe (18.3.1.4).
 */
export function changedCell(
  bytes: Buffer,
  part: string,
  place: CellPlace,
  change: CellChange,
  prefix: string,
): string {
  const { text, style } = change;
  const tag = bytes.toString('utf8', place.start, place.openEnd);
  const restyled = style === place.style ? tag : editTag(tag, { s: String(style) });
  if (text === undefined) return restyled + bytes.toString('utf8', place.openEnd, place.end);
  const others = place.isEmpty ? '' : otherContent(bytes, part, place);
  if (text === '' && others === '')
    return close(editTag(restyled, { t: null, cm: null, vm: null }), '', prefix);
  const retyped = editTag(restyled, { t: text === '' ? null : 'inlineStr', cm: null, vm: null });
  return close(retyped, (text === '' ? '' : inlineString(text, prefix)) + others, prefix);
}

/** Ends a start tag as an empty element, or around its content. */
function close(tag: string, content: string, prefix: string): string {
  const open = tag.replace(/\s*\/?>$/, '');
  return content === '' ? `${open}/>` : `${open}>${content}</${prefix}c>`;
}

/** What a cell holds besides its formula and value: an extension list, as a rule nothing. */
function otherContent(bytes: Buffer, part: string, place: CellPlace): string {
  const scanner = new XmlScanner(bytes, part, place.openEnd, place.closeStart);
  let content = '';
  let start = 0;
  while (scanner.next()) {
    const isOuter = scanner.depth === (scanner.kind === 'open' ? 1 : 0);
    if (!isOuter) continue;
    if (scanner.kind !== 'close') start = scanner.tagStart;
    const isValue = scanner.isNamed('v') || scanner.isNamed('is') || scanner.isNamed('f');
    if (scanner.kind !== 'open' && !isValue) content += bytes.toString('utf8', start, scanner.tagEnd);
  }
  return content;
}
