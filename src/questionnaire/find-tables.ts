import { assignRoles, type TableColumns } from './assign-roles.js';
import type { ColumnFacts } from './column-facts.js';
import { describeColumns, listKind } from './describe-columns.js';
import { findHeaders, type HeaderBlock } from './find-headers.js';
import type { Grid, GridRow } from './grid.js';
import type { QuestionTable } from './questionnaire.js';
import { readTable } from './read-table.js';
import { asks, beginsWith, isCode } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What a sheet gives: tables of questions, and whether it asks for scores instead of answers. */
export interface FoundTables {
  readonly tables: readonly QuestionTable[];
  readonly isMaturity: boolean;
}

/** Columns and rows set by hand, numbers from 1. */
export interface TableSettings {
  readonly overrides: ReadonlyMap<string, number>;
  readonly words: Vocabulary;
}

interface Region {
  readonly header: HeaderBlock | undefined;
  readonly rows: readonly GridRow[];
  /** Columns of the table, ascending; more than those with text. */
  readonly columns: readonly number[];
}

/** Columns to the right of the last text that may take answers under a validation. */
const MARGIN = 3;
/** Share of asking texts from which the empty column beside them is taken for the answers. */
const ASKING_SHARE = 0.5;

function columnRange(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** Two tables side by side under one header row: each has its own question and answer columns. */
function splitColumns(header: HeaderBlock, columns: readonly number[]): number[][] {
  const role = (column: number): string | undefined => {
    const title = header.columns.get(column);
    return title?.name?.role ?? (title?.choice === undefined ? undefined : 'answer');
  };
  const questions = columns.filter((column) => role(column) === 'question');
  const second = questions[1];
  if (second === undefined || questions.length > 2) return [[...columns]];
  const isAnswered = (from: number, to: number) =>
    columns.some((column) => column > from && column < to && role(column) === 'answer');
  const first = questions[0] ?? 0;
  if (!isAnswered(first, second) || !isAnswered(second, Number.POSITIVE_INFINITY)) return [[...columns]];
  const start = role(second - 1) === 'id' ? second - 1 : second;
  return [columns.filter((column) => column < start), columns.filter((column) => column >= start)];
}

function regions(grid: Grid, headers: readonly HeaderBlock[]): Region[] {
  const columns = columnRange(1, grid.lastColumn + MARGIN);
  return headers.flatMap((header, at) => {
    const first = (header.rows.at(-1) ?? 0) + 1;
    const last = (headers[at + 1]?.rows[0] ?? Number.POSITIVE_INFINITY) - 1;
    const rows = grid.between(first, last);
    return splitColumns(header, columns).map((part) => ({ header, rows, columns: part }));
  });
}

/** The line above a header names the section, unless it is the title of the whole sheet. */
function sectionAbove(header: HeaderBlock | undefined, grid: Grid, words: Vocabulary): string | null {
  const top = header?.rows[0] ?? 0;
  const above = grid.lastUpTo(top - 1);
  const [only, second] = above?.cells ?? [];
  if (above === undefined || only === undefined || second !== undefined) return null;
  const isTitle = above === grid.rows[0];
  const isNear = top - above.row <= 2;
  const isHeading =
    only.text.length <= 80 && !/[.!:]$/.test(only.text) && !beginsWith(only.text, 'note', words.layout);
  return isNear && !isTitle && isHeading ? only.text : null;
}

/** Some tables name the section where others say "Question". */
function titleOver(question: number, header: HeaderBlock | undefined, words: Vocabulary): string | undefined {
  const title = header?.columns.get(question);
  const name = title?.name;
  const text = title?.texts.at(-1);
  const isNamed = name !== undefined && (name.role === 'question' || name.coverage > 0.99);
  return isNamed || text === undefined || asks(text, words.layout) ? undefined : text;
}

/** An empty column to the right of texts that ask. */
function besideQuestions(facts: readonly ColumnFacts[], columns: TableColumns): number {
  const question = facts.find(({ column }) => column === columns.question);
  if (question === undefined || question.shape.askShare < ASKING_SHARE || question.shape.filled < 2) return 0;
  const right = facts.find(
    ({ column, shape, header }) =>
      column > columns.question && shape.filled === 0 && header?.name === undefined,
  );
  return right?.column ?? 0;
}

/** A table whose only writable column is for remarks is a questionnaire only if it asks. */
function isConvincing(facts: readonly ColumnFacts[], columns: TableColumns): boolean {
  const at = (column: number) => facts.find((fact) => fact.column === column);
  const question = at(columns.question);
  const answer = at(columns.answer || (columns.choices[0] ?? 0));
  if (question === undefined || answer === undefined) return false;
  const asksSomething = question.header?.name?.role === 'question' || question.shape.askShare >= 0.4;
  // "Name | Value | Description" is no questionnaire.
  const isReversed =
    question.header?.name?.role !== 'question' &&
    answer.column < question.column &&
    question.shape.askShare < 0.4;
  if (isReversed && answer.shape.lists.answers < 0.3 && answer.header?.listsChoices !== true) return false;
  const takesAnswers =
    answer.header?.name?.role === 'answer' ||
    answer.header?.choice !== undefined ||
    answer.header?.listsChoices === true ||
    (answer.header?.name?.isMeasure === true &&
      answer.shape.filled === 0 &&
      question.shape.filledShare > 0.5) ||
    answer.shape.lists.answers > 0.3;
  return asksSomething || takesAnswers;
}

function lettersOf(facts: readonly ColumnFacts[], settings: TableSettings, hasHeader: boolean) {
  const columns = assignRoles(facts, { overrides: settings.overrides, hasHeader });
  if (columns === undefined || columns.answer > 0 || columns.choices.length > 0) return columns;
  const beside = columns.scores.length > 0 ? 0 : besideQuestions(facts, columns);
  if (beside === 0) return columns;
  const overrides = new Map([...settings.overrides, ['answer', beside] as const]);
  const again = assignRoles(facts, { overrides, hasHeader });
  const why = 'it is empty beside the questions';
  return (
    again && {
      ...again,
      decisions: again.decisions.map((decision) =>
        decision.role === 'answer' ? { ...decision, why } : decision,
      ),
    }
  );
}

function readRegion(region: Region, grid: Grid, settings: TableSettings, section: string | null) {
  const { words, overrides } = settings;
  const hasHeader = region.header !== undefined;
  const shapes = describeColumns(grid, region.rows, region.columns.at(-1) ?? 0, words);
  const facts = region.columns.flatMap((column): ColumnFacts[] => {
    const shape = shapes.get(column);
    return shape === undefined ? [] : [{ column, header: region.header?.columns.get(column), shape }];
  });
  const columns = lettersOf(facts, settings, hasHeader);
  if (columns === undefined) return { isMaturity: false, section };
  const hasAnswers = columns.answer > 0 || columns.choices.length > 0;
  if (!hasAnswers) return { isMaturity: columns.scores.length > 0, section };
  if (overrides.size === 0 && !isConvincing(facts, columns)) return { isMaturity: false, section };
  const above =
    titleOver(columns.question, region.header, words) ?? sectionAbove(region.header, grid, words) ?? section;
  const read = readTable({ grid, rows: region.rows, columns, header: region.header, section: above, words });
  if (read.questions.length === 0) return { isMaturity: false, section: read.section };
  const rows = read.questions.map(({ row }) => row);
  const table: QuestionTable = {
    style: 'table',
    headerRows: region.header?.rows ?? [],
    columns: columns.decisions,
    firstRow: rows[0] ?? 0,
    lastRow: rows.at(-1) ?? 0,
    questions: read.questions,
    skippedRows: read.skippedRows,
  };
  return { table, isMaturity: false, section: read.section };
}

/** Finds the tables under headers; see {@link findPlainTable} for sheets without any. */
export function findTables(grid: Grid, settings: TableSettings): FoundTables {
  const tables: QuestionTable[] = [];
  let isMaturity = false;
  let section: string | null = null;
  for (const region of regions(grid, findHeaders(grid, settings.words))) {
    const found = readRegion(region, grid, settings, section);
    section = found.section;
    isMaturity ||= found.isMaturity;
    if (found.table !== undefined) tables.push(found.table);
  }
  return { tables, isMaturity };
}

/** Rows from the first question on, with the headings right above it: what comes before is a title or particulars. */
function fromFirstQuestion(grid: Grid, words: Vocabulary): readonly GridRow[] {
  const first = grid.rows.findIndex(({ row, cells }) =>
    cells.some(({ text, column }) => {
      const beside = grid.sheet.validationAt(row, column + 1);
      return asks(text, words.layout) || (!isCode(text) && listKind(beside, words) === 'answers');
    }),
  );
  let start = Math.max(0, first);
  for (; start > 0; start -= 1) {
    const above = grid.rows[start - 1];
    const isNext = above !== undefined && above.row === (grid.rows[start]?.row ?? 0) - 1;
    const isHeading =
      above?.cells.length === 1 || (above?.cells.length === 2 && isCode(above.cells[0]?.text ?? ''));
    if (!isNext || !isHeading || /:\s*$/.test(above?.cells[0]?.text ?? '')) break;
  }
  return grid.rows.slice(start);
}

/** Finds a table without a header by the shape of its columns: texts that ask, drop-downs of answers. */
export function findPlainTable(grid: Grid, settings: TableSettings): FoundTables {
  const columns = columnRange(1, grid.lastColumn + MARGIN);
  const rows = settings.overrides.size > 0 ? grid.rows : fromFirstQuestion(grid, settings.words);
  const { table, isMaturity } = readRegion({ header: undefined, rows, columns }, grid, settings, null);
  return { tables: table === undefined ? [] : [table], isMaturity };
}
