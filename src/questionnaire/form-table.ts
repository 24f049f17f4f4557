import type { Grid, GridCell } from './grid.js';
import type { ColumnDecision, Question, QuestionTable } from './questionnaire.js';

/** Why a question has no cell of its own: a merged cell serves another one as well. */
export const SHARED_CELL = 'its answer cell belongs to another question';

/** True when a reader sees nothing there. */
export function isEmpty(grid: Grid, row: number, column: number): boolean {
  return grid.seenAt(row, column) === undefined;
}

/** A table without a header; undefined without questions. `headings` are row numbers. */
export function formTable(
  style: 'below' | 'form',
  questions: readonly Question[],
  columns: readonly ColumnDecision[],
  headings: readonly number[],
): QuestionTable | undefined {
  const taken = new Set(questions.map(({ cell }) => cell));
  const own = questions.map((question): Question => {
    if (question.answer.kind !== 'cell') return question;
    const { cell } = question.answer;
    if (taken.has(cell)) return { ...question, answer: { kind: 'none', reason: SHARED_CELL } };
    taken.add(cell);
    return question;
  });
  const rows = own.map(({ row }) => row);
  const [firstRow] = rows;
  if (firstRow === undefined) return undefined;
  const lastRow = rows.at(-1) ?? firstRow;
  const skippedRows = headings
    .filter((row) => row <= lastRow)
    .map((row) => ({ row, reason: 'heading' as const }));
  return { style, headerRows: [], columns, firstRow, lastRow, questions: own, skippedRows };
}

/**
 * Tells which heading a row stands under.
 *
 * @param headings ascending by row; the first text of the sheet is its title, not a heading
 */
export function headingFinder(headings: readonly GridCell[], grid: Grid): (row: number) => string | null {
  const title = grid.rows[0]?.row;
  const below = headings.filter(({ row }) => row !== title);
  let next = 0;
  let from = 0;
  return (row) => {
    if (row < from) next = 0;
    from = row;
    while ((below[next]?.row ?? Number.POSITIVE_INFINITY) < row) next += 1;
    return below[next - 1]?.text ?? null;
  };
}
