import { targetAt } from './answer-target.js';
import type { TableColumns } from './assign-roles.js';
import { classifyRow, type RowFacts, type TableHabits } from './classify-row.js';
import { listKind } from './describe-columns.js';
import type { HeaderBlock } from './find-headers.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { labelTokens } from './normalise-label.js';
import type { AnswerTarget, Question, SkippedRow } from './questionnaire.js';
import { asks, isCode, withoutNumbering } from './read-text.js';
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

export interface TableRows {
  readonly questions: readonly Question[];
  readonly skippedRows: readonly SkippedRow[];
  /** The last heading seen. */
  readonly section: string | null;
}

/** Blank rows after which text that is no question in form is no part of the table any more. */
const TABLE_GAP = 4;
/** A validation over more rows than this was not set for the questions alone. */
const WHOLE_COLUMN_ROWS = 5000;

function answerColumns({ columns }: TablePlace): readonly number[] {
  return columns.choices.length > 0 ? columns.choices : [columns.answer];
}

/** The question cell of a row, unless a merged cell brings it from above. */
function questionCell({ grid, columns }: TablePlace, row: number): GridCell | undefined {
  const cell = grid.seenAt(row, columns.question);
  return cell?.row === row ? cell : undefined;
}

function textAt({ grid }: TablePlace, row: number, column: number): string | null {
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

function rowFacts(place: TablePlace, row: GridRow, next: GridRow | undefined, cell: GridCell): RowFacts {
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

function tableHabits(place: TablePlace, facts: readonly RowFacts[], rows: readonly number[]): TableHabits {
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

/** The sign that the sheet already uses in its matrix. */
function usedMark({ grid, rows, columns }: TablePlace): string {
  const signs = rows.flatMap(({ row }) =>
    columns.choices.flatMap((column) => grid.at(row, column)?.text ?? []),
  );
  return signs.find((sign) => /^[xX✓✔☒☑]$/u.test(sign)) ?? 'X';
}

function answerTarget(place: TablePlace, row: number, mark: string): AnswerTarget {
  const { grid, columns, words, header } = place;
  if (columns.choices.length === 0) {
    return { kind: 'cell', ...targetAt(grid.sheet, row, columns.answer, words) };
  }
  const options = columns.choices.map((column) => ({
    ...targetAt(grid.sheet, row, column, words),
    label: header?.columns.get(column)?.texts.at(-1) ?? '',
  }));
  return { kind: 'choice', options, mark };
}

function cellsOf(target: AnswerTarget): readonly string[] {
  if (target.kind === 'none') return [];
  return target.kind === 'cell' ? [target.cell] : target.options.map(({ cell }) => cell);
}

/** Text of the context columns; a blank cell continues the text above it when the column is mostly blank. */
class Context {
  readonly #place: TablePlace;
  readonly #last = new Map<number, string>();

  constructor(place: TablePlace) {
    this.#place = place;
  }

  read(row: number, columns: readonly number[]): string | null {
    const texts = columns.flatMap((column) => {
      const text = textAt(this.#place, row, column);
      if (text !== null) this.#last.set(column, text);
      return text ?? this.#last.get(column) ?? [];
    });
    return texts.length === 0 ? null : [...new Set(texts)].join(' / ');
  }

  forget(): void {
    this.#last.clear();
  }
}

/** A row without a question cell: a heading when it says one short thing. */
function headingOf(place: TablePlace, row: GridRow): string | undefined {
  const [only, second] = row.cells;
  const { columns } = place;
  if (only === undefined) return undefined;
  const title = second !== undefined && isCode(only.text) ? second : only;
  const isAlone = row.cells.length === 1 || (title === second && row.cells.length === 2);
  if (!isAlone || title.column > columns.question || columns.sections.includes(title.column))
    return undefined;
  return title.text.length <= 120 && !isCode(title.text) ? title.text : undefined;
}

/** Reads the rows of a table: questions with their answer cells, headings as context, and what was left out. */
export function readTable(place: TablePlace): TableRows {
  const { grid, rows, columns, words } = place;
  const found = rows.map((row) => ({ row, cell: questionCell(place, row.row) }));
  const facts = found.map(({ row, cell }, at) => cell && rowFacts(place, row, rows[at + 1], cell));
  const habits = tableHabits(
    place,
    facts.flatMap((fact) => fact ?? []),
    rows.map(({ row }) => row),
  );
  const context = new Context(place);
  const mark = usedMark(place);
  const taken = new Set<string>();
  const questions: Question[] = [];
  const skippedRows: SkippedRow[] = [];
  let section = place.section;
  let before = rows[0]?.row ?? 0;
  for (const [at, { row, cell }] of found.entries()) {
    const fact = facts[at];
    if (cell === undefined || fact === undefined) {
      const heading = headingOf(place, row);
      if (heading === undefined) continue;
      context.forget();
      section = heading;
      skippedRows.push({ row: row.row, reason: 'heading' });
      continue;
    }
    const isSure = fact.hasAnswerList || fact.id !== null || asks(fact.text, words.layout);
    if (
      row.row - before > TABLE_GAP &&
      !isSure &&
      questions.length > 0 &&
      fact.span.right === fact.span.left
    ) {
      skippedRows.push(...rows.slice(at).map(({ row: late }) => ({ row: late, reason: 'outside' as const })));
      break;
    }
    before = Math.max(row.row, fact.span.bottom);
    const reason = classifyRow(fact, habits, words);
    if (reason !== undefined) {
      if (reason === 'heading') section = fact.text;
      if (reason === 'heading') context.forget();
      skippedRows.push({ row: row.row, reason });
      continue;
    }
    const answer = answerTarget(place, row.row, mark);
    const isShared = cellsOf(answer).some((name) => taken.has(name));
    for (const name of cellsOf(answer)) taken.add(name);
    questions.push({
      sheet: grid.sheet.name,
      row: row.row,
      cell: cell.cell.ref,
      text: cell.text,
      section: context.read(row.row, columns.sections) ?? section,
      id: fact.id,
      control: context.read(row.row, columns.controls),
      answer: isShared ? { kind: 'none', reason: 'its answer cell belongs to the question above' } : answer,
      ...textTargets(place, row.row, taken),
    });
  }
  for (const row of grid.hiddenRows) {
    if (rows.length > 0 && row >= (rows[0]?.row ?? 0) && row <= (rows.at(-1)?.row ?? 0)) {
      skippedRows.push({ row, reason: 'hidden' });
    }
  }
  return { questions, skippedRows: skippedRows.sort((a, b) => a.row - b.row), section };
}

function textTargets(
  place: TablePlace,
  row: number,
  taken: Set<string>,
): Pick<Question, 'details' | 'evidence'> {
  const { grid, columns, words } = place;
  const targets: { details?: Question['details']; evidence?: Question['evidence'] } = {};
  for (const role of ['details', 'evidence'] as const) {
    if (columns[role] === 0) continue;
    const target = targetAt(grid.sheet, row, columns[role], words);
    if (taken.has(target.cell)) continue;
    taken.add(target.cell);
    targets[role] = target;
  }
  return targets as Pick<Question, 'details' | 'evidence'>;
}
