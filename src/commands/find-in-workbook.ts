import { findQuestions } from '../questionnaire/find-questions.js';
import { parseColumns } from '../questionnaire/parse-columns.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { openWorkbook, type Workbook } from '../workbook/open.js';
import { loadLayouts } from './load-layouts.js';

/** Where to look for questions; everything visible where nothing is given. */
export interface WhereToLook {
  /** Names of sheets. */
  readonly sheet?: readonly string[] | undefined;
  /** Roles of columns as on the command line: `question=B,answer=C`. */
  readonly columns?: string | undefined;
}

/**
 * Opens a workbook and finds its questions.
 * @param source path or bytes of the workbook
 * @throws Problem when the columns cannot be read, the workbook cannot be opened, or holds no question that can be answered
 */
export async function findInWorkbook(
  source: string | Uint8Array,
  { sheet, columns }: WhereToLook,
): Promise<{ readonly workbook: Workbook; readonly questionnaire: Questionnaire }> {
  const overrides = columns === undefined ? undefined : parseColumns(columns);
  const [workbook, layouts] = await Promise.all([openWorkbook(source), loadLayouts()]);
  const questionnaire = findQuestions(workbook, { ...layouts, sheets: sheet, columns: overrides });
  return { workbook, questionnaire };
}
