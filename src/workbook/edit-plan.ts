import { Problem } from '../problem.js';
import { formatRange, isInside, parseCell } from './a1.js';
import type { CellEdit, Sheet } from './model.js';
import type { PlannedCell } from './sheet-splice.js';
import { rejection } from './validation-check.js';
import { cellText } from './xml-text.js';

/** What Excel accepts in a cell, in UTF-16 units (its specification: total number of characters that a cell can contain). */
export const MAX_TEXT = 32_767;

/** What an edit needs to know of a sheet besides its cells. */
export interface EditableSheet extends Sheet {
  /** Undefined for a sheet without cells. */
  readonly part: string | undefined;
  isFormulaAt(row: number, column: number): boolean;
  /** Index of the style that a cell of the column has when it is typed into for the first time. */
  columnStyle(column: number): number;
  /** In characters of the default font. */
  columnWidth(column: number): number;
}

/** All changes to one sheet. */
export interface SheetPlan {
  readonly sheet: EditableSheet;
  readonly cells: readonly PlannedCell[];
  /** Cells that a person could not have edited, since the sheet is protected: `B7`. */
  readonly lockedCells: readonly string[];
}

/**
 * Checks the edits and groups them by sheet. Marks are left out unless asked for; an edit that then has nothing to do
 * is dropped. `findSheet` throws a Problem for a sheet that is not there. Throws one Problem that names every edit that cannot be made.
 */
export function planEdits(
  edits: readonly CellEdit[],
  withMarks: boolean,
  findSheet: (name: string) => EditableSheet,
): SheetPlan[] {
  const problems: Problem[] = [];
  const plans = new Map<EditableSheet, Map<string, PlannedCell>>();
  const locked = new Map<EditableSheet, string[]>();
  for (const edit of edits) {
    try {
      const sheet = findSheet(edit.sheet);
      const cell = planCell(edit, withMarks, sheet);
      const cells = plans.get(sheet) ?? new Map<string, PlannedCell>();
      plans.set(sheet, cells);
      if (!cell) continue;
      const key = `${cell.row}:${cell.column}`;
      if (cells.has(key))
        throw refusal('workbook/edited-twice', edit, 'is to be changed twice; pass one edit for it');
      cells.set(key, cell);
      if (cell.text !== undefined && sheet.isLocked(cell.row, cell.column)) {
        const refs = locked.get(sheet);
        if (refs) refs.push(edit.cell);
        else locked.set(sheet, [edit.cell]);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
    }
  }
  if (problems.length > 0) throw joined(problems);
  return [...plans]
    .filter(([, cells]) => cells.size > 0)
    .map(([sheet, cells]) => ({ sheet, cells: [...cells.values()], lockedCells: locked.get(sheet) ?? [] }));
}

function planCell(edit: CellEdit, withMarks: boolean, sheet: EditableSheet): PlannedCell | undefined {
  if (sheet.part === undefined)
    throw refusal('workbook/no-cells', edit, 'is on a sheet without cells; leave it out');
  const place = parseCell(edit.cell);
  if (!place) throw refusal('workbook/bad-cell', edit, 'is no cell; write it like B7');
  const { row, column } = place;
  checkPlace(edit, sheet, row, column);
  const text =
    edit.text === undefined ? undefined : checkedText(edit, sheet, cellText(edit.text), row, column);
  const mark = withMarks ? edit.mark : undefined;
  if (text === undefined && mark === undefined) return undefined;
  return {
    row,
    column,
    wrappedHeight: text === undefined ? 0 : wrappedHeight(text, sheet, row, column),
    columnStyle: sheet.columnStyle(column),
    ...(text === undefined ? {} : { text }),
    ...(mark === undefined ? {} : { mark }),
  };
}

function checkPlace(edit: CellEdit, sheet: Sheet, row: number, column: number): void {
  const merge = sheet.mergeAt(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) {
    const anchor = formatRange({ ...merge, bottom: merge.top, right: merge.left });
    throw refusal(
      'workbook/merged',
      edit,
      `is covered by the merged range ${formatRange(merge)}; edit ${anchor} instead`,
    );
  }
}

function checkedText(
  edit: CellEdit,
  sheet: EditableSheet,
  text: string,
  row: number,
  column: number,
): string | undefined {
  const stored = sheet.cell(row, column);
  if (sheet.isFormulaAt(row, column)) {
    throw refusal('workbook/formula', edit, 'holds a formula, which is never replaced');
  }
  const isFilled = stored !== undefined && stored.text.trim() !== '';
  if (isFilled && edit.overwrite !== true) {
    throw refusal(
      'workbook/filled',
      edit,
      'is filled already; ask for it to be overwritten, or leave it out',
    );
  }
  const isHeader = sheet.tables.some(
    ({ range, headerRows, totalsRows }) =>
      isInside(range, row, column) && (row < range.top + headerRows || row > range.bottom - totalsRows),
  );
  // A table's part repeats the text of its headings, and Excel repairs a workbook in which they differ.
  if (isHeader)
    throw refusal('workbook/table-heading', edit, 'belongs to the heading or the totals of a table');
  if (text.length > MAX_TEXT) {
    throw refusal(
      'workbook/text-too-long',
      edit,
      `can hold ${MAX_TEXT} characters, not ${text.length}; shorten the text`,
    );
  }
  const rejected = text === '' ? undefined : rejection(sheet.validationAt(row, column), text);
  if (rejected !== undefined) throw refusal('workbook/validation', edit, rejected);
  return text === '' && !isFilled ? undefined : text;
}

/** A line of wrapped text in points, as Excel's default font needs. */
const LINE_HEIGHT = 15;

/** Height that the text needs where it wraps, in points; 0 in merged cells, to which Excel does not fit rows. */
function wrappedHeight(text: string, sheet: EditableSheet, row: number, column: number): number {
  if (sheet.mergeAt(row, column)) return 0;
  const width = Math.max(sheet.columnWidth(column), 1);
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / width)));
  return lines.reduce((sum, count) => sum + count, 0) * LINE_HEIGHT;
}

function refusal(code: string, edit: CellEdit, sentence: string): Problem {
  return new Problem(code, `${edit.sheet}!${edit.cell} ${sentence}.`);
}

/** Problems that are spelled out; a wrong column can make one for each of hundreds of questions. */
const MAX_SHOWN = 10;

function joined(problems: readonly Problem[]): Problem {
  const [first, ...others] = problems;
  if (first && others.length === 0) return first;
  const isOneKind = others.every((problem) => problem.code === first?.code);
  const shown = problems.slice(0, MAX_SHOWN).map((problem) => problem.message);
  if (problems.length > MAX_SHOWN) shown.push(`And ${problems.length - MAX_SHOWN} more like these.`);
  const message = shown.join('\n');
  return new Problem(isOneKind && first ? first.code : 'workbook/edits-refused', message);
}
