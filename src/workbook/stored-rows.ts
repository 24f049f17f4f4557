import { readValue, StoredCell, type ValueContext } from './cell-value.js';
import type { ItemBudget } from './limits.js';
import type { CellRange, SheetRow } from './model.js';
import { RangeIndex } from './range-index.js';
import type { ScannedCell, ScannedRow, SheetVisitor } from './sheet-visitor.js';
import type { XmlScanner } from './xml-scanner.js';
import { isTrue } from './xml-tree.js';

/** Collects the cells of a sheet, and what its rows say, while it is scanned. */
export class StoredRows implements SheetVisitor {
  /** Rows that are stored as hidden, and, on sheets where all others are hidden, as shown. */
  readonly hidden = new Set<number>();
  readonly shown = new Set<number>();
  /** Styles of rows that have one of their own. */
  readonly rowStyles = new Map<number, number>();
  hasFormulas = false;
  private readonly blankStyles = new Map<number, number>();
  /** Locks are looked up by style, so blank cells matter on protected sheets only; a sheet may have a million of them. */
  private readonly keepsBlanks: boolean;
  private readonly keepsShown: boolean;
  private readonly cellsByRow = new Map<number, StoredCell[]>();
  private readonly formulaRanges = new RangeIndex<true>();
  private hasRanges = false;
  private current: StoredCell[] | undefined;
  private currentRow = 0;

  constructor(
    private readonly context: ValueContext,
    private readonly budget: ItemBudget,
  ) {
    this.keepsBlanks = context.bytes.includes('sheetProtection');
    this.keepsShown = context.bytes.includes('zeroHeight');
  }

  row(row: ScannedRow, scanner: XmlScanner): void {
    const isHidden = isTrue(scanner.attribute('hidden'));
    if (isHidden || this.keepsShown) {
      this.budget.spend();
      (isHidden ? this.hidden : this.shown).add(row.row);
    }
    const style = scanner.attribute('s');
    if (style !== undefined && isTrue(scanner.attribute('customFormat')))
      this.rowStyles.set(row.row, Number(style));
  }

  formulaRange(range: CellRange): void {
    this.hasRanges = true;
    this.formulaRanges.add(range, true);
  }

  cell(cell: ScannedCell): void {
    const { row, column, style, hasFormula } = cell;
    if (hasFormula) this.hasFormulas = true;
    // The cells that an array formula fills have values only, but are as little free to edit as the one that holds it.
    const isFormula = hasFormula || this.isInFormulaRange(row, column);
    const { kind, text } = readValue(cell, this.context);
    if (kind === 'blank' && !isFormula) {
      if (this.keepsBlanks) {
        this.budget.spend();
        this.blankStyles.set(placeKey(row, column), style);
      }
      return;
    }
    this.budget.spend();
    this.cellsOf(row).push(new StoredCell(row, column, kind, text, isFormula, style));
  }

  /** True for a cell that an array formula or a data table fills. */
  isInFormulaRange(row: number, column: number): boolean {
    return this.hasRanges && this.formulaRanges.find(row, column) === true;
  }

  private cellsOf(row: number): StoredCell[] {
    if (this.current && this.currentRow === row) return this.current;
    const cells = this.cellsByRow.get(row) ?? [];
    this.cellsByRow.set(row, cells);
    this.current = cells;
    this.currentRow = row;
    return cells;
  }

  /** Style of a stored blank cell of a protected sheet. */
  blankStyle(row: number, column: number): number | undefined {
    return this.blankStyles.get(placeKey(row, column));
  }

  /** The rows in order, cells in order; of a cell that is stored twice, the first counts. */
  finish(): SheetRow[] {
    const rows = [...this.cellsByRow].map(([row, cells]) => ({ row, cells: inOrder(cells) }));
    this.cellsByRow.clear();
    return rows.sort((a, b) => a.row - b.row);
  }
}

const placeKey = (row: number, column: number): number => row * 16_384 + column - 1;

function inOrder(cells: StoredCell[]): StoredCell[] {
  const isOrdered = cells.every((cell, i) => i === 0 || cell.column > (cells[i - 1]?.column ?? 0));
  if (isOrdered) return cells;
  const sorted = cells.toSorted((a, b) => a.column - b.column);
  return sorted.filter((cell, i) => i === 0 || cell.column !== sorted[i - 1]?.column);
}
