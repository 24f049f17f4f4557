import type { Grid, GridCell } from './grid.js';
import type { ColumnDecision, Question, QuestionTable } from './questionnaire.js';

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
  const rows = questions.map(({ row }) => row);
  const [firstRow] = rows;
  if (firstRow === undefined) return undefined;
  const lastRow = rows.at(-1) ?? firstRow;
  const skippedRows = headings
    .filter((row) => row <= lastRow)
    .map((row) => ({ row, reason: 'heading' as const }));
  return { style, headerRows: [], columns, firstRow, lastRow, questions, skippedRows };
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
