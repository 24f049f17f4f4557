import { Buffer } from 'node:buffer';
import { parseRange } from './a1.js';
import { Columns } from './columns.js';
import type { EditableSheet } from './edit-plan.js';
import type { ListContext } from './list-source.js';
import type { Cell, CellRange, SheetInfo, SheetRow, SheetState, Table, Validation } from './model.js';
import type { Package } from './package.js';
import { Protection } from './protection.js';
import { RangeIndex } from './range-index.js';
import { readSheetRest } from './sheet-rest.js';
import { scanSheet } from './sheet-scan.js';
import { StoredRows } from './stored-rows.js';
import type { CellStyle } from './styles.js';
import { readTable } from './tables.js';
import { Validations } from './validations.js';
import { childNamed, childrenNamed, isTrue, type XmlElement } from './xml-tree.js';

/** What a sheet needs of its workbook. */
export interface SheetContext extends ListContext {
  readonly package: Package;
  readonly styles: () => readonly CellStyle[];
  readonly sharedStrings: () => readonly string[];
}

/** What a chart sheet holds for a reader of cells. */
const NO_CELLS = Buffer.from('<worksheet><sheetData/></worksheet>');

/** A worksheet read into memory. */
export class Worksheet implements EditableSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly Table[];
  readonly isProtected: boolean;
  private readonly checks: Validations;
  private readonly protection: Protection;
  private readonly mergeIndex = new RangeIndex<CellRange>();
  private readonly columns: Columns;
  private readonly rowsHiddenByDefault: boolean;
  private readonly stored: StoredRows;

  constructor(
    info: SheetInfo,
    /** Its part; undefined for a chart sheet, which has no cells. */
    readonly part: string | undefined,
    private readonly context: SheetContext,
  ) {
    this.name = info.name;
    this.state = info.state;
    const { bytes } = part === undefined ? { bytes: NO_CELLS } : context.package.readXml(part);
    const values = {
      bytes,
      part: part ?? '',
      styles: context.styles(),
      sharedStrings: context.sharedStrings,
    };
    this.stored = new StoredRows(values, context.package.budget);
    const place = scanSheet(bytes, part ?? '', this.stored);
    const root = readSheetRest(bytes, part ?? '', place, context.package.limits.tree);
    this.rows = this.stored.finish();
    this.merges = readMerges(root);
    for (const range of this.merges) this.mergeIndex.add(range, range);
    this.checks = new Validations(root, info.name, context);
    this.protection = new Protection(root);
    this.isProtected = this.protection.isOn;
    this.columns = new Columns(root);
    this.rowsHiddenByDefault = isTrue(childNamed(root, 'sheetFormatPr')?.attributes.get('zeroHeight'));
    this.tables = part === undefined ? [] : readTables(context.package, part);
  }

  get validations(): readonly Validation[] {
    return this.checks.all;
  }

  cell(row: number, column: number): Cell | undefined {
    return findSorted(findSorted(this.rows, 'row', row)?.cells, 'column', column);
  }

  mergeAt(row: number, column: number): CellRange | undefined {
    return this.mergeIndex.find(row, column);
  }

  isRowHidden(row: number): boolean {
    return this.stored.hidden.has(row) || (this.rowsHiddenByDefault && !this.stored.shown.has(row));
  }

  isColumnHidden(column: number): boolean {
    return this.columns.isHidden(column);
  }

  validationAt(row: number, column: number): Validation | undefined {
    return this.checks.at(row, column);
  }

  isLocked(row: number, column: number): boolean {
    if (!this.isProtected) return false;
    const style = this.context.styles()[this.styleAt(row, column)];
    return this.protection.isLocked(row, column, style?.isLocked ?? true);
  }

  /** Index of the style in force: the cell's own, else that of its row, its column, or the plain one. */
  private styleAt(row: number, column: number): number {
    const own = this.cell(row, column)?.style ?? this.stored.blankStyle(row, column);
    return own ?? this.stored.rowStyles.get(row) ?? this.columnStyle(column);
  }

  /** Index of the style that a cell of the column has when it is typed into for the first time. */
  columnStyle(column: number): number {
    return this.columns.style(column);
  }

  /** Width of a column, in characters of the default font. */
  columnWidth(column: number): number {
    return this.columns.width(column);
  }

  get hasFormulas(): boolean {
    return this.stored.hasFormulas;
  }

  /** True for a formula cell, and for any cell that an array formula or a data table fills. */
  isFormulaAt(row: number, column: number): boolean {
    return this.cell(row, column)?.isFormula === true || this.stored.isInFormulaRange(row, column);
  }
}

function readMerges(root: XmlElement): CellRange[] {
  const list = childNamed(root, 'mergeCells');
  return (list ? childrenNamed(list, 'mergeCell') : [])
    .map((element) => parseRange(element.attributes.get('ref') ?? ''))
    .filter((range) => range !== undefined);
}

function readTables(source: Package, part: string): Table[] {
  return source
    .relationships(part)
    .filter((relationship) => relationship.type === 'table' && source.has(relationship.target))
    .map((relationship) => readTable(source.tree(relationship.target)))
    .filter((table) => table !== undefined);
}

function findSorted<Key extends string, Item extends Record<Key, number>>(
  items: readonly Item[] | undefined,
  key: Key,
  wanted: number,
): Item | undefined {
  let low = 0;
  let high = (items?.length ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const item = items?.[middle];
    if (!item || item[key] === wanted) return item;
    if (item[key] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
