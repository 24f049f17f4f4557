import type { CellPlace } from './cell-xml.js';
import type { ScannedCell, ScannedRow, SheetVisitor } from './sheet-visitor.js';
import type { XmlScanner } from './xml-scanner.js';

/** Where one change goes: over a stored cell, or before an offset in a stored row. */
export interface Target {
  readonly row: number;
  readonly column: number;
  place?: CellPlace;
  insertAt?: number;
}

/** A row that is to be changed. Without `start` it is not stored yet, and goes before `insertAt`. */
export interface RowTarget {
  readonly row: number;
  /** By column, ascending. */
  readonly targets: readonly Target[];
  insertAt?: number;
  stored?: {
    readonly start: number;
    readonly openEnd: number;
    readonly isEmpty: boolean;
    readonly style: number | undefined;
  };
}

/** Finds the places of changes while a sheet is scanned. */
export class SheetPlaces implements SheetVisitor {
  /** By row, ascending. */
  readonly rows: readonly RowTarget[];
  private readonly byRow = new Map<number, RowTarget>();
  private current: RowTarget | undefined;
  private nextRow = 0;
  private nextTarget = 0;

  constructor(cells: readonly { readonly row: number; readonly column: number }[]) {
    for (const { row, column } of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
      const known = this.byRow.get(row);
      if (known) (known.targets as Target[]).push({ row, column });
      else this.byRow.set(row, { row, targets: [{ row, column }] });
    }
    this.rows = [...this.byRow.values()];
  }

  row(row: ScannedRow, scanner: XmlScanner): void {
    // Rows that are passed over go before this one, which is the first that follows them.
    for (
      let wanted = this.rows[this.nextRow];
      wanted && wanted.row <= row.row;
      wanted = this.rows[++this.nextRow]
    ) {
      if (wanted.row < row.row) wanted.insertAt = row.start;
    }
    this.current = undefined;
    const target = this.byRow.get(row.row);
    if (!target || target.stored) return;
    const style = scanner.attribute('customFormat') === undefined ? undefined : scanner.attribute('s');
    const { start, openEnd, isEmpty } = row;
    target.stored = { start, openEnd, isEmpty, style: style === undefined ? undefined : Number(style) };
    this.current = target;
    this.nextTarget = 0;
  }

  cell(cell: ScannedCell): void {
    const target = this.byRow.get(cell.row)?.targets.find((candidate) => candidate.column === cell.column);
    if (target && !target.place) {
      const { start, openEnd, closeStart, end, isEmpty, style } = cell;
      target.place = { start, openEnd, closeStart, end, isEmpty, style };
    }
    const targets = this.current?.targets ?? [];
    for (
      let next = targets[this.nextTarget];
      next && next.column <= cell.column;
      next = targets[++this.nextTarget]
    ) {
      if (next.column < cell.column) next.insertAt = cell.start;
    }
  }

  rowEnd(row: ScannedRow): void {
    if (!this.current) return;
    for (const target of this.current.targets) target.insertAt ??= row.closeStart;
    this.current = undefined;
  }
}
