import type { Sheet, Validation } from '../workbook/model.js';
import type { Grid, GridRow } from './grid.js';
import { isAnswerList, isScoreList, readOption } from './read-option.js';
import { asks, isCode } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What a validation makes of a cell: a list of answers, of scores, of anything else; a number; or free text. */
export type ListKind = 'answers' | 'scores' | 'other' | 'number' | 'none';

/** The shape of a column within a table, as shares (0..1) of the table's rows or of the column's filled cells. */
export interface ColumnShape {
  readonly column: number;
  /** Cells with text. */
  readonly filled: number;
  /** Of the table's rows. */
  readonly filledShare: number;
  /** Average length in characters of the filled cells. */
  readonly averageLength: number;
  /** Of the filled cells: those that ask something. */
  readonly askShare: number;
  /** Of the filled cells: those that are codes or numbers such as `A-01.1`. */
  readonly codeShare: number;
  /** Of the filled cells: those that hold nothing but an answer such as `Yes`. */
  readonly optionShare: number;
  /** Of the filled cells: those that are numbers or formulas. */
  readonly numberShare: number;
  /** Of the filled cells: texts that occur once. */
  readonly distinctShare: number;
  /** Of the rows: those whose cell is under a validation of this kind. */
  readonly lists: Readonly<Record<ListKind, number>>;
  /** Options of the most common list; [] when there is none. */
  readonly commonList: readonly string[];
  /** Of the rows: those whose cell is unlocked; 0 on sheets without protection. */
  readonly unlockedShare: number;
}

/** Rows looked at per table; more say nothing new about its columns. */
const MAX_SAMPLE = 400;

/** What the validation makes of its cells. */
export function listKind(validation: Validation | undefined, words: Vocabulary): ListKind {
  if (validation === undefined) return 'none';
  if (validation.type === 'whole' || validation.type === 'decimal') return 'number';
  if (validation.type !== 'list') return 'none';
  if (validation.options === null) return 'other';
  if (isScoreList(validation.options, words.options)) return 'scores';
  return isAnswerList(validation.options, words.options) ? 'answers' : 'other';
}

function mostCommon(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { readonly list: readonly string[]; count: number }>();
  for (const list of lists) {
    const key = JSON.stringify(list);
    const entry = counts.get(key) ?? { list, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.list ?? [];
}

function listShares(
  rows: readonly number[],
  column: number,
  sheet: Sheet,
  words: Vocabulary,
  kinds: Map<Validation, ListKind>,
) {
  const counts: Record<ListKind, number> = { answers: 0, scores: 0, other: 0, number: 0, none: 0 };
  const lists: (readonly string[])[] = [];
  for (const row of rows) {
    const validation = sheet.validationAt(row, column);
    const kind = validation === undefined ? 'none' : (kinds.get(validation) ?? listKind(validation, words));
    if (validation !== undefined) kinds.set(validation, kind);
    counts[kind] += 1;
    if (validation?.type === 'list' && validation.options !== null) lists.push(validation.options);
  }
  const total = Math.max(1, rows.length);
  for (const kind of Object.keys(counts) as ListKind[]) counts[kind] /= total;
  return { lists: counts, commonList: mostCommon(lists) };
}

/**
 * Describes every visible column of a table.
 *
 * @param rows the table's rows below its header
 * @param lastColumn last column to describe; columns without text may still hold validations
 */
export function describeColumns(
  grid: Grid,
  rows: readonly GridRow[],
  lastColumn: number,
  words: Vocabulary,
): Map<number, ColumnShape> {
  const sample = rows.slice(0, MAX_SAMPLE);
  // A row that is one wide merged cell is a heading or a note; it says nothing about columns.
  const body = sample.filter(
    ({ cells }) => cells.length > 1 || (cells[0]?.span.right ?? 0) === cells[0]?.column,
  );
  const numbers = (body.length > 0 ? body : sample).map(({ row }) => row);
  const kinds = new Map<Validation, ListKind>();
  const shapes = new Map<number, ColumnShape>();
  for (let column = 1; column <= lastColumn; column += 1) {
    if (grid.sheet.isColumnHidden(column)) continue;
    shapes.set(column, describeColumn(grid, numbers, column, words, kinds));
  }
  return shapes;
}

function describeColumn(
  grid: Grid,
  rows: readonly number[],
  column: number,
  words: Vocabulary,
  kinds: Map<Validation, ListKind>,
): ColumnShape {
  const cells = rows.flatMap((row) => grid.at(row, column) ?? []);
  const texts = cells.map(({ text }) => text);
  const share = (count: number, total = texts.length): number => (total === 0 ? 0 : count / total);
  const isOption = (text: string): boolean => text.length <= 40 && readOption(text, words.options).isPure;
  const unlocked = grid.sheet.isProtected
    ? rows.filter((row) => !grid.sheet.isLocked(row, column)).length
    : 0;
  return {
    column,
    filled: texts.length,
    filledShare: share(texts.length, rows.length),
    averageLength: share(texts.reduce((sum, text) => sum + text.length, 0)),
    askShare: share(texts.filter((text) => asks(text, words.layout)).length),
    codeShare: share(texts.filter(isCode).length),
    optionShare: share(texts.filter(isOption).length),
    numberShare: share(cells.filter(({ cell }) => cell.kind === 'number' || cell.isFormula).length),
    distinctShare: share(new Set(texts).size),
    ...listShares(rows, column, grid.sheet, words, kinds),
    unlockedShare: share(unlocked, rows.length),
  };
}
