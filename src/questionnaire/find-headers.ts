import type { CellRange } from '../workbook/model.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { ASKING, isAnswer, isHeaderRow, MAX_HEADER_LENGTH, readCell } from './header-row.js';
import type { HeaderName } from './name-header.js';
import type { OptionKind } from './option-words.js';
import { isSentence } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What the header says about one column. */
export interface ColumnHeader {
  readonly column: number;
  /** From top to bottom, without repetitions of merged cells. */
  readonly texts: readonly string[];
  readonly name: HeaderName | undefined;
  /** Set when the column is headed by an answer, as in Yes | No | N/A. */
  readonly choice: OptionKind | undefined;
  /** The header lists answers: `Response (Yes/No)`. */
  readonly listsChoices: boolean;
}

/** The header of a table: one to three rows. */
export interface HeaderBlock {
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<number, ColumnHeader>;
}

/** Most rows of one header. */
const MAX_HEADER_ROWS = 3;

function isAcross(span: CellRange): boolean {
  return span.right > span.left;
}

/** Lowest row that the vertically merged cells of a header row reach. */
function mergedBottom(row: GridRow): number {
  return Math.max(
    ...row.cells.map(({ span }) => (span.bottom - span.top < MAX_HEADER_ROWS ? span.bottom : row.row)),
  );
}

/** A row of column titles below a row of group titles, or of hints in brackets. */
function isSubHeader(next: GridRow, above: GridRow, grid: Grid, words: Vocabulary): boolean {
  const first = above.cells[0];
  if (first === undefined || (next.cells[0]?.column ?? 0) <= first.column) {
    if (!isHeaderRow(next, words) || !above.cells.some(({ span }) => isAcross(span))) return false;
  }
  return next.cells.every(({ column, text }) => {
    if (text.length > MAX_HEADER_LENGTH || isSentence(text)) return false;
    const over = grid.seenAt(above.row, column);
    const isHint = /^\(.*\)$/s.test(text) || words.listsChoices(text);
    const isTitle = words.choiceKind(text) !== undefined || words.nameHeader(text) !== undefined;
    return isHint || (isTitle && (over === undefined || isAcross(over.span)));
  });
}

/** True when a title stands over questions and answers alike: that is the title of the sheet or of the table. */
function isTitleOverAll(span: CellRange, below: GridRow, words: Vocabulary): boolean {
  const roles = below.cells
    .filter(({ column }) => column >= span.left && column <= span.right)
    .map((cell) => readCell(cell, words));
  const asking = roles.some(({ name }) => name !== undefined && ASKING.has(name.role));
  return asking && roles.some((reading) => isAnswer(reading) || reading.choice !== undefined);
}

/** A row of group titles above a row of column titles. */
function isGroupHeader(above: GridRow, below: GridRow, words: Vocabulary): boolean {
  const reaches = (cell: GridCell) => cell.span.bottom >= below.row;
  const isGroup = (cell: GridCell) => isAcross(cell.span) && !isTitleOverAll(cell.span, below, words);
  const fits = above.cells.every((cell) => {
    if (cell.text.length > 120) return false;
    if (reaches(cell) || isGroup(cell)) return true;
    const isOverTitle = below.cells.some(({ column }) => column === cell.column);
    return !isAcross(cell.span) && (!isOverTitle || (words.nameHeader(cell.text)?.coverage ?? 0) >= 0.5);
  });
  return fits && (above.cells.some((cell) => reaches(cell) || isGroup(cell)) || above.cells.length > 1);
}

function headerRows(index: number, grid: Grid, words: Vocabulary, floor: number): number[] {
  const main = grid.rows[index];
  if (main === undefined) return [];
  const rows = [main];
  for (let at = index - 1; at >= 0 && rows.length < MAX_HEADER_ROWS; at -= 1) {
    const above = grid.rows[at];
    const top = rows[0] ?? main;
    if (
      above === undefined ||
      above.row <= floor ||
      top.row - above.row > 1 ||
      !isGroupHeader(above, top, words)
    )
      break;
    rows.unshift(above);
  }
  let bottom = Math.max(...rows.map(mergedBottom));
  for (let at = index + 1; rows.length < MAX_HEADER_ROWS; at += 1) {
    const next = grid.rows[at];
    const last = rows.at(-1) ?? main;
    if (next === undefined || next.row - last.row > 1) break;
    if (next.row > bottom && !isSubHeader(next, last, grid, words)) break;
    rows.push(next);
    bottom = Math.max(bottom, mergedBottom(next));
  }
  const first = rows[0]?.row ?? main.row;
  const last = Math.max(bottom, rows.at(-1)?.row ?? main.row);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** The texts over a column; a group title without a merge counts for the blank cells to its right. */
function textsOver(column: number, rows: readonly number[], grid: Grid): string[] {
  const texts = rows.flatMap((row, level) => {
    const seen = grid.seenAt(row, column);
    if (seen !== undefined) return seen.text;
    const isGroupRow = level < rows.length - 1 && grid.sheet.mergeAt(row, column) === undefined;
    const line = isGroupRow ? grid.between(row, row)[0] : undefined;
    const left = line?.cells.filter((cell) => cell.column < column).at(-1);
    const hasOwnTitle = rows.slice(level + 1).some((below) => grid.at(below, column) !== undefined);
    const isGroup =
      left !== undefined && rows.slice(level + 1).some((below) => grid.at(below, left.column) !== undefined);
    return hasOwnTitle && isGroup && !isAcross(left.span) ? left.text : [];
  });
  return texts.filter((text, index) => texts.indexOf(text) === index);
}

function readColumn(column: number, texts: readonly string[], words: Vocabulary): ColumnHeader {
  // A hint in brackets below a title, such as (optional), does not name the column.
  const titles = texts.filter((text) => !/^\(.*\)$/s.test(text));
  const names = (titles.length > 0 ? titles : texts).map((text) => words.nameHeader(text));
  const customers = names.find((name) => name?.group === 'customer');
  const lowest = names.filter((name) => name !== undefined).at(-1);
  const isAsking = lowest !== undefined && ASKING.has(lowest.role);
  const last = texts.at(-1) ?? '';
  return {
    column,
    texts,
    name: customers !== undefined && !isAsking ? customers : lowest,
    choice: words.choiceKind(last),
    listsChoices: texts.some((text) => words.listsChoices(text)),
  };
}

/** Finds the headers of all tables on the sheet, from top to bottom. */
export function findHeaders(grid: Grid, words: Vocabulary): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let floor = 0;
  grid.rows.forEach((row, index) => {
    if (row.row <= floor || !isHeaderRow(row, words)) return;
    const rows = headerRows(index, grid, words, floor);
    const columns = new Map<number, ColumnHeader>();
    for (let column = 1; column <= grid.lastColumn; column += 1) {
      if (grid.sheet.isColumnHidden(column)) continue;
      const texts = textsOver(column, rows, grid);
      if (texts.length > 0) columns.set(column, readColumn(column, texts, words));
    }
    blocks.push({ rows, columns });
    floor = rows.at(-1) ?? row.row;
  });
  return blocks;
}
