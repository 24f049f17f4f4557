import type { TableColumns } from './assign-roles.js';
import type { RowFacts, TableHabits } from './classify-row.js';
import { listKind } from './describe-columns.js';
import type { HeaderBlock } from './find-headers.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { labelTokens } from './normalise-label.js';
import { asks, withoutNumbering } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** The rows of a table, what its columns are, and where it stands. */
export interface TablePlace {
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  readonly columns: TableColumns;
  readonly header: HeaderBlock | undefined;
  /** Heading above the table, or the last one of the table before. */
  readonly section: string | null;
  readonly words: Vocabulary;
}

/** A validation over more rows than this was not set for the questions alone. */
const WHOLE_COLUMN_ROWS = 5000;

/** The column of answers, or those of the matrix. */
export function answerColumns({ columns }: TablePlace): readonly number[] {
  return columns.choices.length > 0 ? columns.choices : [columns.answer];
}

/** The question cell of a row, unless a merged cell brings it from above. */
export function questionCell({ grid, columns }: TablePlace, row: number): GridCell | undefined {
  const cell = grid.seenAt(row, columns.question);
  return cell?.row === row ? cell : undefined;
}

/** The text that a reader sees in this column; null when there is none. */
export function textAt({ grid }: TablePlace, row: number, column: number): string | null {
  return column === 0 ? null : (grid.seenAt(row, column)?.text ?? null);
}

function isAnswerList({ grid, columns, words }: TablePlace, row: number): boolean {
  if (columns.answer === 0) return false;
  const kind = listKind(grid.sheet.validationAt(row, columns.answer), words);
  return kind === 'answers' || kind === 'other' || kind === 'scores';
}

function ownText(place: TablePlace, row: GridRow): number {
  const { columns } = place;
  const taken = new Set([columns.question, columns.details, columns.evidence, ...answerColumns(place)]);
  return row.cells.filter(({ column }) => !taken.has(column)).length;
}

/** What is known about a row with a question cell. */
export function rowFacts(
  place: TablePlace,
  row: GridRow,
  next: GridRow | undefined,
  cell: GridCell,
): RowFacts {
  const { grid, columns } = place;
  const [first = 0] = answerColumns(place);
  return {
    text: cell.text,
    id: textAt(place, row.row, columns.id),
    nextId: next === undefined ? null : textAt(place, next.row, columns.id),
    span: cell.span,
    otherTexts: ownText(place, row),
    style: cell.cell.style,
    hasAnswerList: isAnswerList(place, row.row),
    isAnswerLocked: grid.sheet.isLocked(row.row, first),
    isAnswered: answerColumns(place).some((column) => grid.at(row.row, column) !== undefined),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A validation that also covers the header, or thousands of rows, says nothing about single rows. */
function isListTelling({ grid, columns, header }: TablePlace, rows: readonly number[]): boolean {
  if (columns.answer === 0) return false;
  const isOnHeader = header?.rows.some((row) => grid.sheet.validationAt(row, columns.answer) !== undefined);
  const isEndless = rows.some((row) =>
    grid.sheet
      .validationAt(row, columns.answer)
      ?.ranges.some(({ top, bottom }) => top <= row && bottom >= row && bottom - top > WHOLE_COLUMN_ROWS),
  );
  return isOnHeader !== true && !isEndless;
}

/** What is usual among the rows of a table. */
export function tableHabits(
  place: TablePlace,
  facts: readonly RowFacts[],
  rows: readonly number[],
): TableHabits {
  const answers = answerColumns(place);
  const body = facts.filter(
    ({ span }) => !answers.every((column) => column <= span.right && column >= span.left),
  );
  const share = (count: number): number => (body.length === 0 ? 0 : count / body.length);
  const styles = new Map<number, number>();
  for (const { style } of body) styles.set(style, (styles.get(style) ?? 0) + 1 / body.length);
  return {
    answerColumns: answers,
    idShare: share(body.filter(({ id }) => id !== null).length),
    listShare: share(body.filter(({ hasAnswerList }) => hasAnswerList).length),
    isListTelling:
      body.some(({ hasAnswerList }) => !hasAnswerList) && isListTelling(place, rows.slice(0, 50)),
    lockedShare: share(body.filter(({ isAnswerLocked }) => isAnswerLocked).length),
    askShare: share(body.filter(({ text }) => asks(text, place.words.layout)).length),
    numberedShare: share(body.filter(({ text }) => withoutNumbering(text) !== text).length),
    medianWords: median(body.map(({ text }) => labelTokens(text).length)),
    styleShares: styles,
    medianOtherTexts: median(body.map(({ otherTexts }) => otherTexts)),
  };
}
