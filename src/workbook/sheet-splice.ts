import type { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';
import { formatRange, parseRange } from './a1.js';
import { changedCell, newCell } from './cell-xml.js';
import type { Mark } from './model.js';
import { type RowTarget, SheetPlaces, type Target } from './sheet-places.js';
import { scanSheet } from './sheet-scan.js';
import type { SheetDataPlace } from './sheet-visitor.js';
import { editTag, type Splice, splice } from './tag-edit.js';
import { XmlScanner } from './xml-scanner.js';

/** One cell of a sheet to change. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** Absent: the cell keeps its content. '': it is emptied. */
  readonly text?: string;
  readonly mark?: Mark;
  /** Height in points that the text needs if its style wraps it, 0 if the row does not depend on it. */
  readonly wrappedHeight: number;
  /** Style of the cell when it is not stored: that of its column. */
  readonly columnStyle: number;
}

/** What splicing needs to know of styles, by their index. */
export interface StyleRules {
  /** The style that looks like another one with a mark, or that one itself where it cannot be marked. */
  marked(style: number, mark: Mark): number;
  isWrapped(style: number): boolean;
}

/**
 * Puts the cells into a worksheet part in UTF-8; every byte that is not part of a planned cell stays, but for
 * `spans` and `ht` of their rows and the sheet's `dimension`, where these have to follow.
 * Throws Problem when the part has no sheet data, or is not well formed.
 */
export function spliceSheet(
  bytes: Buffer,
  part: string,
  cells: readonly PlannedCell[],
  styles: StyleRules,
): Buffer {
  const places = new SheetPlaces(cells);
  const data = scanSheet(bytes, part, places);
  if (!data) throw noSheetData(part);
  const planned = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const context = { bytes, part, data, planned, styles };
  const splices = dimensionSplice(bytes, part, cells, data);
  let appended = '';
  for (const row of places.rows) {
    if (row.stored) splices.push(...storedRow(row, context));
    else if (row.insertAt !== undefined) splices.push(insertion(row.insertAt, newRow(row, context)));
    else appended += newRow(row, context);
  }
  if (appended !== '') splices.push(append(appended, bytes, data));
  return splice(bytes, splices);
}

interface SpliceContext {
  readonly bytes: Buffer;
  readonly part: string;
  readonly data: SheetDataPlace;
  readonly planned: ReadonlyMap<string, PlannedCell>;
  readonly styles: StyleRules;
}

const insertion = (at: number, text: string): Splice => ({ start: at, end: at, text });

/** Rows after the last one, in sheet data that may be an empty element. */
function append(rows: string, bytes: Buffer, data: SheetDataPlace): Splice {
  if (!data.isEmpty) return insertion(data.closeStart, rows);
  const tag = bytes.toString('utf8', data.start, data.end).replace(/\s*\/>$/, '>');
  return { start: data.start, end: data.end, text: `${tag}${rows}</${data.prefix}sheetData>` };
}

function newRow(row: RowTarget, context: SpliceContext): string {
  const { prefix } = context.data;
  const cells = row.targets.map((target) => cellText(target, undefined, context)).join('');
  return `<${prefix}row r="${row.row}">${cells}</${prefix}row>`;
}

function cellText(target: Target, rowStyle: number | undefined, context: SpliceContext): string {
  const { bytes, part, data, planned, styles } = context;
  const cell = planned.get(`${target.row}:${target.column}`);
  if (!cell) throw new RangeError(`No plan for row ${target.row}, column ${target.column}.`);
  const base = target.place?.style ?? rowStyle ?? cell.columnStyle;
  const style = cell.mark ? styles.marked(base, cell.mark) : base;
  const { row, column, text } = cell;
  const change = text === undefined ? { row, column, style } : { row, column, style, text };
  if (!target.place) return newCell(change, data.prefix);
  return changedCell(bytes, part, target.place, change, data.prefix);
}

function storedRow(row: RowTarget, context: SpliceContext): Splice[] {
  const { stored } = row;
  if (!stored) return [];
  const { bytes, data } = context;
  const oldTag = bytes.toString('utf8', stored.start, stored.openEnd);
  const newTag = rowTag(oldTag, row, context);
  if (stored.isEmpty) {
    const cells = row.targets.map((target) => cellText(target, stored.style, context)).join('');
    const text = `${newTag.replace(/\s*\/>$/, '>')}${cells}</${data.prefix}row>`;
    return [{ start: stored.start, end: stored.openEnd, text }];
  }
  const splices = row.targets.map((target) => {
    const text = cellText(target, stored.style, context);
    return target.place ? { ...target.place, text } : insertion(target.insertAt ?? stored.openEnd, text);
  });
  // Cells that go to the same place must stay in order; a stable sort keeps them so.
  return oldTag === newTag
    ? splices
    : [{ start: stored.start, end: stored.openEnd, text: newTag }, ...splices];
}

/** `spans="1:5"`: the first and the last column in use, which readers may rely on. */
const SPANS = /^(\d+):(\d+)$/;

/** The start tag of a row, its hints brought up to date: `spans` covers new cells, a remembered height is forgotten. */
function rowTag(tag: string, row: RowTarget, context: SpliceContext): string {
  const scanner = new XmlScanner(context.bytes, context.part, row.stored?.start, row.stored?.openEnd);
  scanner.next();
  const changes: Record<string, string | null> = {};
  const spans = SPANS.exec(scanner.attribute('spans') ?? '');
  if (spans) {
    const columns = row.targets.map((target) => target.column);
    const first = Math.min(Number(spans[1]), ...columns);
    const last = Math.max(Number(spans[2]), ...columns);
    if (`${first}:${last}` !== spans[0]) changes.spans = `${first}:${last}`;
  }
  // Excel takes a stored height as it is, even of a row that fits its content: a longer text would be cut off.
  const isCustom = ['1', 'true'].includes(scanner.attribute('customHeight') ?? '');
  const height = Number(scanner.attribute('ht') ?? 'NaN');
  if (!isCustom && row.targets.some((target) => neededHeight(target, row, context) > height))
    changes.ht = null;
  return Object.keys(changes).length === 0 ? tag : editTag(tag, changes);
}

/** Height in points that a target's text takes in its style; 0 when it does not wrap. */
function neededHeight(target: Target, row: RowTarget, { planned, styles }: SpliceContext): number {
  const cell = planned.get(`${target.row}:${target.column}`);
  const style = target.place?.style ?? row.stored?.style ?? cell?.columnStyle ?? 0;
  return styles.isWrapped(style) ? (cell?.wrappedHeight ?? 0) : 0;
}

/** Widens the sheet's `dimension` (18.3.1.35) where it is given and does not cover the planned cells. */
function dimensionSplice(
  bytes: Buffer,
  part: string,
  cells: readonly PlannedCell[],
  data: SheetDataPlace,
): Splice[] {
  const scanner = new XmlScanner(bytes, part);
  while (scanner.next() && scanner.tagStart < data.start) {
    if (!scanner.isNamed('dimension') || scanner.prefix !== data.prefix || scanner.kind === 'close') continue;
    const old = parseRange(scanner.attribute('ref') ?? '');
    if (!old) return [];
    const range = { ...old };
    for (const { row, column } of cells) {
      range.top = Math.min(range.top, row);
      range.left = Math.min(range.left, column);
      range.bottom = Math.max(range.bottom, row);
      range.right = Math.max(range.right, column);
    }
    if (formatRange(range) === formatRange(old)) return [];
    const [start, end] = [scanner.tagStart, scanner.tagEnd];
    return [{ start, end, text: editTag(bytes.toString('utf8', start, end), { ref: formatRange(range) }) }];
  }
  return [];
}

function noSheetData(part: string): Problem {
  return new Problem(
    'workbook/no-cells',
    `${part} holds no cells that could be filled (a chart sheet, or a damaged one).`,
  );
}
