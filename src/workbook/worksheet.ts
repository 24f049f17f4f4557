import { Buffer } from 'node:buffer';
import { parseRange } from './a1.js';
import type { ListContext } from './list-source.js';
import type { Cell, CellRange, Sheet, SheetInfo, SheetRow, SheetState, Table, Validation } from './model.js';
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
export class Worksheet implements Sheet {
  readonly name: string;
  readonly state: SheetState;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly Table[];
  readonly isProtected: boolean;
  private readonly checks: Validations;
  private readonly protection: Protection;
  private readonly mergeIndex = new RangeIndex<CellRange>();
  private readonly columns: readonly ColumnRun[];
  private readonly rowsHiddenByDefault: boolean;
  private readonly defaultWidth: number;
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
    this.stored = new StoredRows({
      bytes,
      part: part ?? '',
      styles: context.styles(),
      sharedStrings: context.sharedStrings,
    });
    const root = readSheetRest(bytes, part ?? '', scanSheet(bytes, part ?? '', this.stored));
    this.rows = this.stored.finish();
    this.merges = readMerges(root);
    for (const range of this.merges) this.mergeIndex.add(range, range);
    this.checks = new Validations(root, info.name, context);
    this.protection = new Protection(root);
    this.isProtected = this.protection.isOn;
    this.columns = readColumns(root);
    const defaults = childNamed(root, 'sheetFormatPr')?.attributes;
    this.rowsHiddenByDefault = isTrue(defaults?.get('zeroHeight'));
    this.defaultWidth = Number(defaults?.get('defaultColWidth') ?? DEFAULT_WIDTH) || DEFAULT_WIDTH;
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
    return this.columns.some((run) => run.isHidden && column >= run.first && column <= run.last);
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
    return this.columnRun(column)?.style ?? 0;
  }

  /** Width of a column, in characters of the default font. */
  columnWidth(column: number): number {
    return this.columnRun(column)?.width ?? this.defaultWidth;
  }

  private columnRun(column: number): ColumnRun | undefined {
    return this.columns.find((run) => column >= run.first && column <= run.last);
  }

  get hasFormulas(): boolean {
    return this.stored.hasFormulas;
  }

  /** True for a formula cell, and for any cell that an array formula or a data table fills. */
  isFormulaAt(row: number, column: number): boolean {
    return this.cell(row, column)?.isFormula === true || this.stored.isInFormulaRange(row, column);
  }
}

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly isHidden: boolean;
  readonly style: number;
  readonly width: number | undefined;
}

/** Characters of the default font that fit a column nobody has sized (ECMA-376 part 1, 18.3.1.81). */
const DEFAULT_WIDTH = 8.43;

function readMerges(root: XmlElement): CellRange[] {
  const list = childNamed(root, 'mergeCells');
  return (list ? childrenNamed(list, 'mergeCell') : [])
    .map((element) => parseRange(element.attributes.get('ref') ?? ''))
    .filter((range) => range !== undefined);
}

function readColumns(root: XmlElement): ColumnRun[] {
  return childrenNamed(root, 'cols')
    .flatMap((list) => childrenNamed(list, 'col'))
    .map(({ attributes }) => ({
      first: Number(attributes.get('min') ?? '0'),
      last: Number(attributes.get('max') ?? '0'),
      isHidden: isTrue(attributes.get('hidden')),
      style: Number(attributes.get('style') ?? '0') || 0,
      width: attributes.has('width') ? Number(attributes.get('width')) : undefined,
    }));
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
