import type { ColumnOverrides } from './assign-roles.js';
import { type FindOptions, findQuestions, type SheetSource } from './find-questions.js';
import { COLUMN_ROLES } from './parse-columns.js';
import type { Question, Questionnaire, QuestionSheet } from './questionnaire.js';
import type { QuestionnaireLayout, SheetLayout } from './saved-layout.js';

/** Columns by role where every table of the sheet has each role in one and the same column. */
function columnsOf(sheet: QuestionSheet): ColumnOverrides | undefined {
  const found: ColumnOverrides = {};
  for (const table of sheet.tables) {
    if (table.style !== 'table') return undefined;
    for (const role of COLUMN_ROLES) {
      const [column, second] = table.columns.filter((decision) => decision.role === role);
      if (second !== undefined) return undefined;
      if (column === undefined) continue;
      if (found[role] !== undefined && found[role] !== column.column) return undefined;
      found[role] = column.column;
    }
  }
  return found;
}

/** The cells of a sheet's questions and answers, for comparison. */
function cellsOf(questionnaire: Questionnaire, sheet: string): string {
  const cells = ({ cell, answer, details, evidence }: Question) => [
    cell,
    answer.kind === 'cell'
      ? answer.cell
      : answer.kind === 'choice'
        ? answer.options.map((o) => o.cell)
        : null,
    details?.cell,
    evidence?.cell,
  ];
  return JSON.stringify(questionnaire.questions.filter((question) => question.sheet === sheet).map(cells));
}

/**
 * What to keep of a questionnaire for the next one of the same kind: its sheets with questions, their columns where one
 * set of columns fits all of a sheet, and what was set by hand. Columns are kept only if they lead to the very same
 * cells; where they do not, the sheet is left to be found anew.
 *
 * @param options as the questionnaire was found with
 */
export function deriveLayout(
  workbook: SheetSource,
  questionnaire: Questionnaire,
  options: FindOptions,
): QuestionnaireLayout {
  const asked = (name: string): SheetLayout => ({
    columns: options.columns ?? options.layout?.get(name)?.columns,
    rows: options.rows ?? options.layout?.get(name)?.rows,
  });
  const sheets = questionnaire.sheets.filter(({ tables }) => tables.length > 0);
  const full = new Map(
    sheets.map((sheet) => {
      const { columns, rows } = asked(sheet.name);
      return [sheet.name, { columns: columnsOf(sheet) ?? columns, rows }];
    }),
  );
  const { layoutWords, optionWords } = options;
  const again = findQuestions(workbook, { layoutWords, optionWords, layout: full });
  return new Map(
    sheets.map(({ name }) => {
      const isSame = cellsOf(again, name) === cellsOf(questionnaire, name);
      return [name, (isSame ? full.get(name) : undefined) ?? asked(name)];
    }),
  );
}
