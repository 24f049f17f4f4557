import type { CellRange } from './model.js';
import type { XmlScanner } from './xml-scanner.js';

/** Where the sheet data is, in bytes: `<sheetData>` from `start` to `openEnd`, its end tag from `closeStart` to `end`. */
export interface SheetDataPlace {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly isEmpty: boolean;
  /** Prefix of the sheet's elements with its colon, or ''. */
  readonly prefix: string;
}

/** A row as stored. The same object is filled anew for each row: copy what must last. */
export interface ScannedRow {
  row: number;
  /** Bytes of the start tag, and (on `rowEnd`) of the end tag. */
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  isEmpty: boolean;
}

/** A cell as stored, offsets in bytes, -1 for what is absent. The same object is filled anew for each cell. */
export interface ScannedCell {
  row: number;
  column: number;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  isEmpty: boolean;
  /** Content of `v` and of `is`. */
  valueStart: number;
  valueEnd: number;
  inlineStart: number;
  inlineEnd: number;
  hasFormula: boolean;
  style: number;
  /** The `t` attribute (ECMA-376 part 1, 18.18.11), `n` when absent. */
  type: string;
}

export interface SheetVisitor {
  /** The scanner's current tag is the row's start tag. */
  row?(row: ScannedRow, scanner: XmlScanner): void;
  rowEnd?(row: ScannedRow): void;
  cell?(cell: ScannedCell): void;
  /** The cells that an array formula or a data table fills: one formula stored in the first, none of them free to edit. */
  formulaRange?(range: CellRange): void;
}
