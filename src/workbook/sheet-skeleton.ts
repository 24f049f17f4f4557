import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { CellPlace } from './cell-xml.js';
import { scanSheet } from './sheet-scan.js';
import type { ScannedCell, ScannedRow, SheetDataPlace, SheetVisitor } from './sheet-visitor.js';
import { editTag } from './tag-edit.js';
import { XmlScanner } from './xml-scanner.js';

/** One number per cell. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column - 1;

/** A sheet seen without its planned cells. */
export interface SheetSkeleton {
  /** Digest of every byte that is not part of a planned cell, nor one of the hints that may follow it. */
  readonly digest: string;
  readonly data: SheetDataPlace | undefined;
  /** The planned cells that are stored. */
  readonly cells: ReadonlyMap<number, StoredPlace>;
  /** Rows that are stored, and the style of those that have one. */
  readonly rows: ReadonlySet<number>;
  readonly rowStyles: ReadonlyMap<number, number>;
}

export interface StoredPlace extends CellPlace {
  readonly scanned: ScannedCell;
}

/**
 * Takes the planned cells out of a sheet and digests the rest. What may follow them is taken out as well: `spans` and a
 * remembered height in the start tags of their rows, the `dimension`, and rows that hold nothing else and are not among
 * `knownRows`. Two sheets with the same digest differ in planned cells only.
 */
export function digestSheet(
  bytes: Buffer,
  part: string,
  planned: ReadonlySet<number>,
  knownRows?: ReadonlySet<number>,
): SheetSkeleton {
  const visitor = new SkeletonVisitor(bytes, part, planned, knownRows);
  const data = scanSheet(bytes, part, visitor);
  if (data) visitor.cutFrame(data);
  const { cells, rows, rowStyles } = visitor;
  return { digest: visitor.digest(), data, cells, rows, rowStyles };
}

class SkeletonVisitor implements SheetVisitor {
  readonly cells = new Map<number, StoredPlace>();
  readonly rows = new Set<number>();
  readonly rowStyles = new Map<number, number>();
  private readonly plannedRows: ReadonlySet<number>;
  private cuts: { start: number; end: number; text: string }[] = [];
  private cutsBefore = 0;
  private others = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly part: string,
    private readonly planned: ReadonlySet<number>,
    private readonly knownRows: ReadonlySet<number> | undefined,
  ) {
    this.plannedRows = new Set([...planned].map((key) => Math.floor(key / 16_384)));
  }

  row(row: ScannedRow, scanner: XmlScanner): void {
    this.rows.add(row.row);
    this.others = 0;
    this.cutsBefore = this.cuts.length;
    if (!this.plannedRows.has(row.row)) return;
    const style = scanner.attribute('s');
    if (style !== undefined && scanner.attribute('customFormat') !== undefined)
      this.rowStyles.set(row.row, Number(style));
    this.cuts.push({ start: row.start, end: row.openEnd, text: this.plainRowTag(row, scanner) });
  }

  /** The start tag without its hints, and an end tag where it is an empty element. */
  private plainRowTag(row: ScannedRow, scanner: XmlScanner): string {
    const isCustom = ['1', 'true'].includes(scanner.attribute('customHeight') ?? '');
    const tag = this.bytes.toString('utf8', row.start, row.openEnd);
    const plain = editTag(tag, isCustom ? { spans: null } : { spans: null, ht: null });
    return plain.replace(/\s*\/>$/, () => `></${plain.slice(1).split(/[\s/>]/, 1)[0]}>`);
  }

  cell(cell: ScannedCell): void {
    const key = cellKey(cell.row, cell.column);
    if (!this.planned.has(key) || this.cells.has(key)) {
      this.others++;
      return;
    }
    this.cells.set(key, { ...cell, scanned: { ...cell } });
    this.cuts.push({ start: cell.start, end: cell.end, text: '' });
  }

  rowEnd(row: ScannedRow): void {
    const isNew = this.knownRows && !this.knownRows.has(row.row) && this.plannedRows.has(row.row);
    if (!isNew || this.others > 0) return;
    this.cuts.length = this.cutsBefore;
    this.cuts.push({ start: row.start, end: row.end, text: '' });
  }

  /** Takes out the dimension, and gives sheet data that is an empty element an end tag. */
  cutFrame(data: SheetDataPlace): void {
    const { bytes } = this;
    if (data.isEmpty) {
      const open = bytes.toString('utf8', data.start, data.end).replace(/\s*\/>$/, '>');
      this.cuts.push({ start: data.start, end: data.end, text: `${open}</${data.prefix}sheetData>` });
    }
    const scanner = new XmlScanner(bytes, this.part);
    while (scanner.next() && scanner.tagStart < data.start) {
      if (!scanner.isNamed('dimension') || scanner.kind === 'close') continue;
      const tag = bytes.toString('utf8', scanner.tagStart, scanner.tagEnd);
      this.cuts.push({ start: scanner.tagStart, end: scanner.tagEnd, text: editTag(tag, { ref: null }) });
      break;
    }
  }

  digest(): string {
    const hash = createHash('sha256');
    let at = 0;
    for (const { start, end, text } of this.cuts.toSorted((a, b) => a.start - b.start)) {
      hash.update(this.bytes.subarray(at, start)).update(text);
      at = end;
    }
    return hash.update(this.bytes.subarray(at)).digest('hex');
  }
}
