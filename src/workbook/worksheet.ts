import { Buffer } from 'node:buffer';
import { parseRange } from './a1.js';
import type { ListContext } from './list-source.js';
import type { Cell, CellRange, Sheet, SheetInfo, SheetRow, SheetState, Table, Validation } from './model.js';
import type { Package } from './package.js';
import { Protection } from './protection.js';
import { RangeIndex } from './range-index.js';
import { type SheetDataPlace, scanSheet } from './sheet-scan.js';
import { StoredRows } from './stored-rows.js';
import type { CellStyle } from './styles.js';
import { readTable } from './tables.js';
import { Validations } from './validations.js';
import { childNamed, childrenNamed, isTrue, parseXml, type XmlElement } from './xml-tree.js';

/** What a sheet needs of its workbook. */
export interface SheetContext extends ListContext {
  readonly package: Package;
  readonly styles: () => readonly CellStyle[];
  readonly sharedStrings: () => readonly string[];
}

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
  private readonly stored: StoredRows;

  constructor(
    info: SheetInfo,
    part: string | undefined,
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
    const root = readRest(bytes, part ?? '', scanSheet(bytes, part ?? '', this.stored));
    this.rows = this.stored.finish();
    this.merges = readMerges(root);
    for (const range of this.merges) this.mergeIndex.add(range, range);
    this.checks = new Validations(root, info.name, context);
    this.protection = new Protection(root);
    this.isProtected = this.protection.isOn;
    this.columns = readColumns(root);
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
    const ofColumn = this.columns.find((run) => column >= run.first && column <= run.last)?.style;
    return own ?? this.stored.rowStyles.get(row) ?? ofColumn ?? 0;
  }

  get hasFormulas(): boolean {
    return this.stored.hasFormulas;
  }
}

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly isHidden: boolean;
  readonly style: number;
}

/** The worksheet without its cells, as a tree. */
function readRest(bytes: Buffer, part: string, place: SheetDataPlace | undefined): XmlElement {
  const pieces = place ? [bytes.subarray(0, place.start), bytes.subarray(place.end)] : [bytes];
  return parseXml(Buffer.concat(pieces).toString('utf8'), part, READ_CHILDREN);
}

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
