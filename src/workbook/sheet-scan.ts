import type { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';
import { MAX_COLUMN, MAX_ROW, parseRange } from './a1.js';
import type { ScannedCell, ScannedRow, SheetDataPlace, SheetVisitor } from './sheet-visitor.js';
import { XmlScanner } from './xml-scanner.js';
import { damaged } from './xml-tree.js';

/**
 * Visits every row and cell of a worksheet part in UTF-8, in stored order. Rows and cells without a reference take the
 * next place (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4: both are optional).
 * Undefined when the part has no sheet data (a chart sheet). Throws Problem when it is not well formed.
 */
export function scanSheet(bytes: Buffer, part: string, visitor: SheetVisitor): SheetDataPlace | undefined {
  const scanner = new XmlScanner(bytes, part);
  let place: SheetDataPlace | undefined;
  while (scanner.next()) {
    const isChildOfRoot = scanner.depth === (scanner.kind === 'open' ? 2 : 1);
    if (place || scanner.kind === 'close' || !isChildOfRoot || !scanner.isNamed('sheetData')) continue;
    const { tagStart: start, tagEnd: openEnd, prefix } = scanner;
    const isEmpty = scanner.kind === 'empty';
    const closeStart = isEmpty ? openEnd : new RowReader(scanner, prefix, visitor).read();
    place = { start, openEnd, closeStart, end: scanner.tagEnd, isEmpty, prefix };
  }
  return place;
}

class RowReader {
  private readonly row: ScannedRow = { row: 0, start: 0, openEnd: 0, closeStart: 0, end: 0, isEmpty: false };
  private readonly cell: ScannedCell = {
    row: 0,
    column: 0,
    start: 0,
    openEnd: 0,
    closeStart: 0,
    end: 0,
    isEmpty: false,
    valueStart: -1,
    valueEnd: -1,
    inlineStart: -1,
    inlineEnd: -1,
    hasFormula: false,
    style: 0,
    type: 'n',
  };

  constructor(
    private readonly scanner: XmlScanner,
    private readonly prefix: string,
    private readonly visitor: SheetVisitor,
  ) {}

  /** Reads up to the end tag of the sheet data, and gives the offset of that tag. */
  read(): number {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    while (scanner.next()) {
      if (scanner.kind === 'close') {
        if (scanner.depth === outside) return scanner.tagStart;
      } else if (this.isOurs('row')) this.readRow();
      else this.skip();
    }
    throw damaged(scanner.part);
  }

  private isOurs(name: string): boolean {
    return this.scanner.isNamed(name) && this.scanner.prefix === this.prefix;
  }

  private skip(): void {
    const { scanner } = this;
    if (scanner.kind !== 'open') return;
    const inside = scanner.depth;
    while (scanner.depth >= inside) scanner.next();
  }

  private readRow(): void {
    const { scanner, row, cell, visitor } = this;
    const reference = scanner.attribute('r');
    row.row = reference === undefined ? row.row + 1 : this.rowNumber(reference);
    row.start = scanner.tagStart;
    row.openEnd = scanner.tagEnd;
    row.isEmpty = scanner.kind === 'empty';
    cell.row = row.row;
    cell.column = 0;
    visitor.row?.(row, scanner);
    row.closeStart = row.openEnd;
    if (!row.isEmpty) {
      const inside = scanner.depth;
      while (scanner.next()) {
        if (scanner.kind === 'close') {
          if (scanner.depth < inside) break;
        } else if (this.isOurs('c')) this.readCell();
        else this.skip();
      }
      row.closeStart = scanner.tagStart;
    }
    row.end = scanner.tagEnd;
    visitor.rowEnd?.(row);
  }

  private rowNumber(reference: string): number {
    const number = Number(reference.trim());
    if (Number.isInteger(number) && number >= 1 && number <= MAX_ROW) return number;
    throw badReference(this.scanner.part, reference);
  }

  private readCell(): void {
    const { scanner, cell } = this;
    this.place();
    cell.start = scanner.tagStart;
    cell.openEnd = scanner.tagEnd;
    cell.isEmpty = scanner.kind === 'empty';
    cell.style = Number(scanner.attribute('s') ?? '0') || 0;
    cell.type = scanner.attribute('t') ?? 'n';
    cell.valueStart = -1;
    cell.inlineStart = -1;
    cell.hasFormula = false;
    cell.closeStart = cell.openEnd;
    if (!cell.isEmpty) this.readContent();
    cell.end = scanner.tagEnd;
    this.visitor.cell?.(cell);
  }

  /** Row and column of the cell: its reference, or the place after the cell before it. */
  private place(): void {
    const { scanner, cell, row } = this;
    const i = scanner.indexOfAttribute('r');
    if (i < 0) {
      cell.row = row.row;
      cell.column++;
    } else {
      let column = 0;
      let number = 0;
      const end = scanner.attributes[i + 3] ?? 0;
      for (let at = scanner.attributes[i + 2] ?? 0; at < end; at++) {
        const byte = scanner.bytes[at] ?? 0;
        const letter = byte & 0xdf;
        if (byte >= 0x30 && byte <= 0x39 && column > 0) number = number * 10 + byte - 0x30;
        else if (letter >= 0x41 && letter <= 0x5a && number === 0) column = column * 26 + letter - 0x40;
        else column = MAX_COLUMN + 1;
        if (column > MAX_COLUMN || number > MAX_ROW) break;
      }
      if (number < 1 || number > MAX_ROW) throw badReference(scanner.part, scanner.attribute('r') ?? '');
      cell.row = number;
      cell.column = column;
    }
    if (cell.column > MAX_COLUMN) throw badReference(scanner.part, scanner.attribute('r') ?? 'none');
  }

  private readContent(): void {
    const { scanner, cell } = this;
    const inside = scanner.depth;
    while (scanner.next()) {
      if (scanner.kind === 'close') {
        if (scanner.depth < inside) break;
      } else if (this.isOurs('v')) {
        cell.valueStart = scanner.tagEnd;
        this.skip();
        cell.valueEnd = scanner.kind === 'empty' ? cell.valueStart : scanner.tagStart;
      } else if (this.isOurs('is')) {
        cell.inlineStart = scanner.tagEnd;
        this.skip();
        cell.inlineEnd = scanner.kind === 'empty' ? cell.inlineStart : scanner.tagStart;
      } else {
        if (this.isOurs('f')) this.readFormula();
        this.skip();
      }
    }
    cell.closeStart = scanner.tagStart;
  }

  private readFormula(): void {
    const { scanner, cell, visitor } = this;
    cell.hasFormula = true;
    const type = scanner.attribute('t');
    if (type !== 'array' && type !== 'dataTable') return;
    const range = parseRange(scanner.attribute('ref') ?? '');
    if (range) visitor.formulaRange?.(range);
  }
}

function badReference(part: string, reference: string): Problem {
  return new Problem(
    'workbook/damaged',
    `The workbook is damaged: ${part} has a row or cell at "${reference.slice(0, 20)}", which is no place on a worksheet.`,
  );
}
