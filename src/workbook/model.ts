/**
 * What the rest of the program sees of a workbook. Rows and columns are 1-based, as in A1 notation
 * (column 1 is A).
 */

/** A rectangle of cells, all four edges included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `date` is a number with a date format; `error` is an error value such as #REF!. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'blank';

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** A1 notation without the sheet: `B7`. */
  readonly ref: string;
  readonly kind: CellKind;
  /** What a reader sees, as plain text: rich text joined, phonetic text left out; '' when blank. For a formula: its cached value. */
  readonly text: string;
  /** True if the cell holds a formula of any kind (plain, shared, array, data table). */
  readonly isFormula: boolean;
  /** Index into cellXfs (ECMA-376 part 1, 18.8.10). */
  readonly style: number;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface SheetInfo {
  readonly name: string;
  readonly state: SheetState;
}

/** ECMA-376 part 1, 18.18.21 (ST_DataValidationType). */
export type ValidationType =
  | 'none'
  | 'whole'
  | 'decimal'
  | 'list'
  | 'date'
  | 'time'
  | 'textLength'
  | 'custom';

export interface Validation {
  readonly type: ValidationType;
  readonly ranges: readonly CellRange[];
  /** For `list`: the options a person sees, or null when the source cannot be resolved (dependent, external, a formula). */
  readonly options: readonly string[] | null;
  /** For `list`: the source as written in the workbook. */
  readonly source: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly allowBlank: boolean;
  /** False when the validation only hints and Excel would accept any input (showErrorMessage off, or a warning). */
  readonly isStrict: boolean;
  /** `x14` lists live in extLst. */
  readonly origin: 'classic' | 'x14';
}

export interface Table {
  readonly name: string;
  readonly range: CellRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

/** One worksheet, read on first use. Chart and dialog sheets are listed in `Workbook.sheets` but hold no cells. */
export interface Sheet extends SheetInfo {
  /** Rows that hold at least one cell with content, ascending; cells ascending by column. Blank styled cells are left out. */
  readonly rows: readonly SheetRow[];
  /** The cell, or undefined where nothing is stored or it is blank. */
  cell(row: number, column: number): Cell | undefined;
  /** True where a formula stands or spills to, even if its cached value is blank. */
  isFormulaAt?(row: number, column: number): boolean;
  readonly merges: readonly CellRange[];
  /** The merged range that covers the cell, or undefined. */
  mergeAt(row: number, column: number): CellRange | undefined;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  readonly validations: readonly Validation[];
  /** The validation in force for the cell; x14 and classic alike. */
  validationAt(row: number, column: number): Validation | undefined;
  readonly tables: readonly Table[];
  /** True when sheet protection is on. */
  readonly isProtected: boolean;
  /** True when the sheet is protected and this cell is locked (and in no protected range that is open to all). */
  isLocked(row: number, column: number): boolean;
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Highlighting: `review` for a draft to finish, `unanswered` for an open question. */
export type Mark = 'review' | 'unanswered';

/** One planned change. `text` absent: the cell keeps its content and is only highlighted. */
export interface CellEdit {
  readonly sheet: string;
  readonly cell: string;
  readonly text?: string;
  readonly mark?: Mark;
  /** Replace existing content (a formula is never replaced). Default false: an edit of a filled cell is refused. */
  readonly overwrite?: boolean;
}

/** What a save did, proved by reading the output back. */
export interface Receipt {
  readonly cellsWritten: number;
  readonly cellsMarked: number;
  /** CSV only: filled cells that are character for character those of the input. */
  readonly cellsUntouched?: number;
  /** Parts (zip entries) whose bytes are exactly those of the input. */
  readonly partsUntouched: number;
  /** Names of the parts that changed. */
  readonly partsChanged: readonly string[];
  readonly validationsKept: number;
  /** Workbook has formulas and was asked to recalculate when opened. */
  readonly recalculates: boolean;
  readonly warnings: readonly string[];
}
