import { formatCell, MAX_COLUMN } from './a1.js';
import type { CsvTable } from './csv-fields.js';
import type { EditableSheet } from './edit-plan.js';
import type { Cell, CellRange, SheetRow, Table, Validation } from './model.js';

/** A whole number or a decimal one, with a comma or a point: `12`, `-0,5`; not `1.2.3`, `5 %`. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

const NONE: readonly never[] = [];

/** A CSV file as a sheet: texts and nothing else; row 1 is the first record, as in Excel. */
export class CsvSheet implements EditableSheet {
  readonly state = 'visible';
  readonly part = '';
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[] = NONE;
  readonly validations: readonly Validation[] = NONE;
  readonly tables: readonly Table[] = NONE;
  readonly isProtected = false;
  private readonly byRow: ReadonlyMap<number, readonly Cell[]>;

  constructor(
    readonly name: string,
    table: CsvTable,
  ) {
    this.rows = table.records.flatMap((record, i): SheetRow[] => {
      const row = i + 1;
      const cells = record.slice(0, MAX_COLUMN).flatMap(({ value }, k): Cell[] => {
        const text = value.replace(/\r\n?/g, '\n');
        const column = k + 1;
        if (text === '') return [];
        const kind = NUMBER.test(text) ? 'number' : 'text';
        return [{ row, column, ref: formatCell(row, column), kind, text, isFormula: false, style: 0 }];
      });
      return cells.length === 0 ? [] : [{ row, cells }];
    });
    this.byRow = new Map(this.rows.map(({ row, cells }) => [row, cells]));
  }

  cell(row: number, column: number): Cell | undefined {
    return this.byRow.get(row)?.find((cell) => cell.column === column);
  }

  mergeAt(): undefined {
    return undefined;
  }

  isRowHidden(): boolean {
    return false;
  }

  isColumnHidden(): boolean {
    return false;
  }

  validationAt(): undefined {
    return undefined;
  }

  isLocked(): boolean {
    return false;
  }

  isFormulaAt(): boolean {
    return false;
  }

  columnStyle(): number {
    return 0;
  }

  columnWidth(): number {
    return 1;
  }
}
