import { Problem } from '../problem.js';
import { columnNumber } from '../workbook/a1.js';
import type { Sheet, SheetInfo } from '../workbook/model.js';
import type { ColumnOverrides } from './assign-roles.js';
import { findBelow } from './find-below.js';
import { type FoundForm, findFields } from './find-fields.js';
import { findPlainTable, findTables } from './find-tables.js';
import { type Grid, readGrid } from './grid.js';
import type { LayoutWords } from './layout-words.js';
import type { OptionWords } from './option-words.js';
import type { RowRange } from './parse-columns.js';
import type { Questionnaire, QuestionSheet, QuestionTable } from './questionnaire.js';
import type { QuestionnaireLayout } from './saved-layout.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** The part of a workbook that questions are found in. */
export interface SheetSource {
  readonly sheets: readonly SheetInfo[];
  sheet(name: string): Sheet;
}

/** The word lists, and what was set by hand. */
export interface FindOptions {
  readonly layoutWords: LayoutWords;
  readonly optionWords: OptionWords;
  /** Names of the sheets to look at; all visible ones when absent. A hidden sheet can be named. */
  readonly sheets?: readonly string[] | undefined;
  readonly columns?: ColumnOverrides | undefined;
  /** Rows to look at. */
  readonly rows?: RowRange | undefined;
  /** What was kept from another file of the same kind; `sheets`, `columns` and `rows` go before it. */
  readonly layout?: QuestionnaireLayout | undefined;
}

function checkSheets(workbook: SheetSource, names: readonly string[]): void {
  const known = workbook.sheets.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Problem(
    'questionnaire/unknown-sheet',
    `The workbook has no sheet "${unknown.join('", "')}": its sheets are ${known.map((name) => `"${name}"`).join(', ')}.`,
  );
}

function withinRows(grid: Grid, rows: RowRange | undefined): Grid {
  if (rows === undefined) return grid;
  const between: Grid['between'] = (first, last) => grid.between(first, Math.min(last, rows.last));
  return { ...grid, rows: grid.between(1, rows.last), between };
}

function onlyRows(table: QuestionTable, range: RowRange | undefined): QuestionTable | undefined {
  if (range === undefined) return table;
  const isInside = ({ row }: { readonly row: number }) => row >= range.first && row <= range.last;
  const questions = table.questions.filter(isInside);
  const rows = questions.map(({ row }) => row);
  const [firstRow] = rows;
  if (firstRow === undefined) return undefined;
  const skippedRows = table.skippedRows.filter(isInside);
  return { ...table, questions, skippedRows, firstRow, lastRow: rows.at(-1) ?? firstRow };
}

/** No form, and no questionnaire without a header, is that long; to search a sheet of data for one takes minutes. */
const MOST_FORM_ROWS = 20_000;

interface FoundSheet {
  readonly sheet: QuestionSheet;
  readonly isMaturity: boolean;
}

function numbersOf(columns: ColumnOverrides | undefined): Map<string, number> {
  return new Map(Object.entries(columns ?? {}).map(([role, letters]) => [role, columnNumber(letters)]));
}

function findOnSheet(sheet: Sheet, words: Vocabulary, options: FindOptions): FoundSheet {
  const { name, state } = sheet;
  const kept = options.layout?.get(name);
  const settings = { words, overrides: numbersOf(options.columns ?? kept?.columns) };
  const rows = options.rows ?? kept?.rows;
  const grid = withinRows(readGrid(sheet), rows);
  const skip = (skipped: string, isMaturity = false): FoundSheet => ({
    sheet: { name, state, tables: [], skipped },
    isMaturity,
  });
  if (grid.rows.length === 0) return skip('the sheet is empty');
  const found = findTables(grid, settings);
  const keep = (tables: readonly QuestionTable[]) => tables.flatMap((table) => onlyRows(table, rows) ?? []);
  let tables = keep(found.tables);
  if (tables.length === 0 && found.isMaturity)
    return skip('its answer cells take scores or maturity levels', true);
  if (tables.length === 0 && grid.rows.length > MOST_FORM_ROWS)
    return skip('it has no header row that names questions and answers, and too many rows for a form');
  let fields: FoundForm | undefined;
  if (tables.length === 0) tables = keep(findBelow(grid, settings).tables);
  if (tables.length === 0) tables = keep(findPlainTable(grid, settings).tables);
  if (tables.length === 0) {
    fields = findFields(grid, settings);
    tables = keep(fields.tables);
  }
  if (tables.length > 0) return { sheet: { name, state, tables }, isMaturity: false };
  return skip(fields?.skipped ?? 'no table of questions was found on it');
}

/** True when no answer cell can be filled: all take scores, or are formulas. */
function isAssessment(questionnaire: Questionnaire, words: Vocabulary): boolean {
  return questionnaire.questions.every(({ answer }) => {
    if (answer.kind !== 'cell') return false;
    if (answer.isFormula) return true;
    return answer.accepts.kind === 'list' && words.isScoreList(answer.accepts.options);
  });
}

/**
 * Finds the questions of a workbook and the cells that take their answers.
 *
 * @param workbook its sheets are read one by one
 * @throws {Problem} `questionnaire/unknown-sheet`, `questionnaire/no-questions` or `questionnaire/maturity-assessment`
 */
export function findQuestions(workbook: SheetSource, options: FindOptions): Questionnaire {
  const names = options.sheets ?? (options.layout && [...options.layout.keys()]);
  if (names !== undefined) checkSheets(workbook, names);
  const words = createVocabulary(options.layoutWords, options.optionWords);
  const found = workbook.sheets.map((info): FoundSheet => {
    const { name, state } = info;
    const isNamed = names?.includes(name);
    const reason = isNamed === false ? 'it was not asked for' : 'the sheet is hidden';
    const isLeftOut = isNamed === false || (isNamed === undefined && state !== 'visible');
    if (isLeftOut) return { sheet: { name, state, tables: [], skipped: reason }, isMaturity: false };
    return findOnSheet(workbook.sheet(name), words, options);
  });
  const sheets = found.map(({ sheet }) => sheet);
  const questions = sheets.flatMap(({ tables }) => tables.flatMap((table) => table.questions));
  const questionnaire = { sheets, questions };
  const isMaturity = found.some((sheet) => sheet.isMaturity) || questions.length > 0;
  if (isMaturity && isAssessment(questionnaire, words)) {
    throw new Problem(
      'questionnaire/maturity-assessment',
      'This is a maturity assessment without answer cells that can be filled: they take scores or levels, or are formulas; nothing was changed.',
    );
  }
  if (questions.length === 0) {
    throw new Problem(
      'questionnaire/no-questions',
      'No questions were found in the workbook: name the sheet and the columns with --sheet and --columns question=B,answer=C, or see with "answer inspect" what was looked at.',
    );
  }
  return questionnaire;
}
