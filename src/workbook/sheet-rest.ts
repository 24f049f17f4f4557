import { Buffer } from 'node:buffer';
import type { SheetDataPlace } from './sheet-visitor.js';
import { outOfProportion, parseXml, type XmlElement } from './xml-tree.js';

/** Children of a worksheet that are read besides its cells. */
const READ_CHILDREN: ReadonlySet<string> = new Set([
  'sheetFormatPr',
  'cols',
  'sheetProtection',
  'protectedRanges',
  'mergeCells',
  'dataValidations',
  'AlternateContent',
  'extLst',
]);

/**
 * The worksheet without its cells, as a tree of the children that are read. `place` is where the cells are.
 * Throws Problem when the rest is not well formed, or larger than `limit` in bytes.
 */
export function readSheetRest(
  bytes: Buffer,
  part: string,
  place: SheetDataPlace | undefined,
  limit: number,
): XmlElement {
  const pieces = place ? [bytes.subarray(0, place.start), bytes.subarray(place.end)] : [bytes];
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) > limit) throw outOfProportion(part);
  return parseXml(Buffer.concat(pieces).toString('utf8'), part, READ_CHILDREN);
}

/** The largest sheet that is parsed whole, in bytes: a larger one would need much time, and much memory as a string. */
const WHOLE = 16 * 2 ** 20;

/** The same after the SAX parser has seen all of the part, cells included, as far as the part is not too large for that. */
export function readSheetRestStrictly(
  bytes: Buffer,
  part: string,
  place: SheetDataPlace | undefined,
  limit: number,
): XmlElement {
  return bytes.length > WHOLE
    ? readSheetRest(bytes, part, place, limit)
    : parseXml(bytes.toString('utf8'), part, READ_CHILDREN);
}
