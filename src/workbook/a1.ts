import type { CellRange } from './model.js';

/** Rows and columns of a worksheet (ECMA-376 part 1, 18.3.1.73; limits of the format as Excel implements it). */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A corner of a reference as written: without `$` it moves with the cell that uses it. */
export interface ReferenceCorner extends CellAddress {
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export interface RangeReference {
  readonly from: ReferenceCorner;
  readonly to: ReferenceCorner;
}

/** Column number of letters in either case: `A` 1, `XFD` 16384; 0 when they name no column. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) return 0;
    column = column * 26 + digit;
    if (column > MAX_COLUMN) return 0;
  }
  return column;
}

/** Letters of a column number: 1 `A`, 16384 `XFD`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 notation of a cell: row 7, column 2 is `B7`. */
export function formatCell(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** A1 notation of a range: `B2:C5`, or `B2` for a single cell. */
export function formatRange(range: CellRange): string {
  const first = formatCell(range.top, range.left);
  const last = formatCell(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** One corner: `B7`, `$B$7`, a whole column `B`, or a whole row `7`. */
const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})$/;

interface PartialCorner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

function parseCorner(text: string): PartialCorner | undefined {
  const match = CORNER.exec(text);
  if (!match) return undefined;
  const [, first = '', letters = '', second = '', digits = ''] = match;
  if (letters === '' && digits === '') return undefined;
  // `$7` puts the dollar before the (missing) letters; it belongs to the row.
  const fixedRow = second === '$' || (letters === '' && first === '$');
  const column = letters === '' ? undefined : columnNumber(letters);
  const row = digits === '' ? undefined : Number(digits);
  if (column === 0 || row === 0 || (row !== undefined && row > MAX_ROW)) return undefined;
  return { row, column, fixedRow, fixedColumn: first === '$' && letters !== '' };
}

/** Reads `B7` (dollar signs allowed). Undefined when it is no cell of a worksheet. */
export function parseCell(text: string): CellAddress | undefined {
  const corner = parseCorner(text);
  if (corner?.row === undefined || corner.column === undefined) return undefined;
  return { row: corner.row, column: corner.column };
}

/** Reads `B2`, `$B$2:C5`, `B:D` or `2:5` and keeps the dollar signs. Undefined when it is no range. */
export function parseReference(text: string): RangeReference | undefined {
  const [first, second, more] = text.split(':');
  if (first === undefined || more !== undefined) return undefined;
  const a = parseCorner(first);
  const b = second === undefined ? a : parseCorner(second);
  if (!a || !b) return undefined;
  if ((a.row === undefined) !== (b.row === undefined)) return undefined;
  if ((a.column === undefined) !== (b.column === undefined)) return undefined;
  if (second === undefined && (a.row === undefined || a.column === undefined)) return undefined;
  // A whole column or row does not move along the missing axis.
  return {
    from: {
      row: a.row ?? 1,
      column: a.column ?? 1,
      fixedRow: a.fixedRow || a.row === undefined,
      fixedColumn: a.fixedColumn || a.column === undefined,
    },
    to: {
      row: b.row ?? MAX_ROW,
      column: b.column ?? MAX_COLUMN,
      fixedRow: b.fixedRow || b.row === undefined,
      fixedColumn: b.fixedColumn || b.column === undefined,
    },
  };
}

/** The rectangle of a reference, seen from a cell `down` rows and `right` columns away from where it was written. */
export function resolveReference(reference: RangeReference, down = 0, right = 0): CellRange {
  const place = (corner: ReferenceCorner): CellAddress => ({
    row: corner.fixedRow ? corner.row : wrap(corner.row + down, MAX_ROW),
    column: corner.fixedColumn ? corner.column : wrap(corner.column + right, MAX_COLUMN),
  });
  const a = place(reference.from);
  const b = place(reference.to);
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Relative references run over the edge of a sheet to its other side. */
function wrap(value: number, size: number): number {
  return ((((value - 1) % size) + size) % size) + 1;
}

/** Reads a range; undefined when it is none. */
export function parseRange(text: string): CellRange | undefined {
  const reference = parseReference(text);
  return reference && resolveReference(reference);
}

/** Reads a list of ranges separated by blanks (ECMA-376 part 1, 18.18.76, ST_Sqref); what is no range is left out. */
export function parseRanges(text: string): CellRange[] {
  const ranges: CellRange[] = [];
  for (const item of text.split(/\s+/)) {
    const range = item === '' ? undefined : parseRange(item);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** True if the cell lies in the range, edges included. */
export function isInside(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
