import type { Cell, CellRange, Sheet } from '../workbook/model.js';

/** A visible cell with text, where a reader sees it. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** Trimmed, never ''. */
  readonly text: string;
  readonly cell: Cell;
  /** The merged range whose top left cell this is; a single cell otherwise. */
  readonly span: CellRange;
}

export interface GridRow {
  readonly row: number;
  /** Ascending by column. */
  readonly cells: readonly GridCell[];
}

/** The visible texts of a sheet. */
export interface Grid {
  readonly sheet: Sheet;
  /** Visible rows that hold text, ascending. */
  readonly rows: readonly GridRow[];
  /** Row numbers of hidden rows that hold text. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly lastColumn: number;
  /** Visible rows with text from `first` to `last`, both included. */
  between(first: number, last: number): readonly GridRow[];
  /** The visible row with text at or above this one. */
  lastUpTo(row: number): GridRow | undefined;
  /** The text that starts in this very cell. */
  at(row: number, column: number): GridCell | undefined;
  /** The text that a reader sees at this place: that of the merged range which covers it. */
  seenAt(row: number, column: number): GridCell | undefined;
}

/** More columns than any questionnaire has; cells beyond are data of another kind. */
const MAX_COLUMNS = 120;

/** Longest text of a cell that is looked at: Excel's own limit for a cell. */
const MAX_TEXT = 32_767;

function gridCell(sheet: Sheet, cell: Cell): GridCell | undefined {
  const text = cell.text.slice(0, MAX_TEXT).trim();
  if (text === '' || cell.column > MAX_COLUMNS || sheet.isColumnHidden(cell.column)) return undefined;
  const { row, column } = cell;
  const span = sheet.mergeAt(row, column) ?? { top: row, left: column, bottom: row, right: column };
  // Content below the top left cell of a merged range is not shown.
  if (span.top !== row || span.left !== column) return undefined;
  return { row, column, text, cell, span };
}

/** Index of the first row at or below this one. */
function indexFrom(rows: readonly GridRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads what is visible on the sheet. */
export function readGrid(sheet: Sheet): Grid {
  const rows: GridRow[] = [];
  const hiddenRows = new Set<number>();
  const byRow = new Map<number, Map<number, GridCell>>();
  let lastColumn = 0;
  for (const { row, cells } of sheet.rows) {
    const seen = cells.flatMap((cell) => gridCell(sheet, cell) ?? []);
    if (seen.length === 0) continue;
    if (sheet.isRowHidden(row)) {
      hiddenRows.add(row);
      continue;
    }
    rows.push({ row, cells: seen });
    byRow.set(row, new Map(seen.map((cell) => [cell.column, cell])));
    lastColumn = Math.max(lastColumn, seen.at(-1)?.column ?? 0);
  }
  const at = (row: number, column: number): GridCell | undefined => byRow.get(row)?.get(column);
  const seenAt = (row: number, column: number): GridCell | undefined => {
    const merge = sheet.mergeAt(row, column);
    return merge === undefined ? at(row, column) : at(merge.top, merge.left);
  };
  return {
    sheet,
    rows,
    hiddenRows,
    lastColumn,
    between: (first, last) => rows.slice(indexFrom(rows, first), indexFrom(rows, last + 1)),
    lastUpTo: (row) => rows[indexFrom(rows, row + 1) - 1],
    at,
    seenAt,
  };
}
