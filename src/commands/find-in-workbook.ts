import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '../problem.js';
import { type FindOptions, findQuestions } from '../questionnaire/find-questions.js';
import { parseColumns, parseRows } from '../questionnaire/parse-columns.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import type { QuestionnaireLayout } from '../questionnaire/saved-layout.js';
import { openWorkbook, type Workbook } from '../workbook/open.js';
import { loadLayouts } from './load-layouts.js';

/** Where to look for questions; everything visible where nothing is given. */
export interface WhereToLook {
  /** Names of sheets. */
  readonly sheet?: readonly string[] | undefined;
  /** Roles of columns as on the command line: `question=B,answer=C`. */
  readonly columns?: string | undefined;
  /** Rows as on the command line: `5-80`. */
  readonly rows?: string | undefined;
  /** What was kept from another questionnaire; the other three go before it. */
  readonly layout?: QuestionnaireLayout | undefined;
  /** File name of a questionnaire that is given as bytes; its ending tells CSV from a workbook. */
  readonly name?: string | undefined;
}

/** An opened questionnaire, what was found in it, and how it was looked for. */
export interface FoundInWorkbook {
  readonly workbook: Workbook;
  readonly questionnaire: Questionnaire;
  readonly options: FindOptions;
}

/**
 * Opens a workbook and finds its questions.
 * @param source path or bytes of the workbook
 * @throws Problem when the columns or rows cannot be read, the workbook cannot be opened, or holds no question that can be answered
 */
export async function findInWorkbook(
  source: string | Uint8Array,
  { sheet, columns, rows, layout, name }: WhereToLook,
): Promise<FoundInWorkbook> {
  const overrides = columns === undefined ? undefined : parseColumns(columns);
  const range = rows === undefined ? undefined : parseRows(rows);
  const [workbook, layouts] = await Promise.all([openWorkbook(source, { name }), loadLayouts()]);
  const options = { ...layouts, sheets: sheet, columns: overrides, rows: range, layout };
  return { workbook, questionnaire: findQuestions(workbook, options), options };
}

/**
 * Reads a layout file that `answer inspect --save` has written.
 * @throws Problem when there is no such file, or it is no layout
 */
export async function loadSavedLayout(
  file: string | undefined,
  cwd: string,
): Promise<QuestionnaireLayout | undefined> {
  if (file === undefined) return undefined;
  const bytes = await readFile(resolve(cwd, file)).catch((cause: unknown) => {
    throw new Problem(
      'layout/not-found',
      `There is no layout file ${file} that can be read: make one with answer inspect QUESTIONNAIRE --save ${file}.`,
      { cause },
    );
  });
  const { readSavedLayout } = await import('../questionnaire/saved-layout.js');
  return readSavedLayout(file, bytes);
}
