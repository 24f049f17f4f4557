import { targetAt } from './answer-target.js';
import { classifyRow, type RowFacts } from './classify-row.js';
import { SHARED_CELL } from './form-table.js';
import type { GridCell, GridRow } from './grid.js';
import type { AnswerTarget, Question, SkippedRow, SkipReason } from './questionnaire.js';
import { asks, isCode } from './read-text.js';
import { questionCell, rowFacts, type TablePlace, tableHabits, textAt } from './table-habits.js';

/** The rows of a table, read. */
export interface TableRows {
  readonly questions: readonly Question[];
  readonly skippedRows: readonly SkippedRow[];
  /** The last heading seen. */
  readonly section: string | null;
}

/** Blank rows after which text that is no question in form is no part of the table any more. */
const TABLE_GAP = 4;
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

/** A row of the table with its question cell, if it has one. */
interface FoundRow {
  readonly row: GridRow;
  readonly cell: GridCell | undefined;
  readonly fact: RowFacts | undefined;
}

/** Collects the questions of a table; every cell is given away once. */
class Reader {
  readonly questions: Question[] = [];
  readonly skippedRows: SkippedRow[] = [];
  section: string | null;
  readonly #place: TablePlace;
  readonly #context: Context;
  readonly #mark: string;
  readonly #taken = new Set<string>();

  constructor(place: TablePlace) {
    this.#place = place;
    this.#context = new Context(place);
    this.#mark = usedMark(place);
    this.section = place.section;
  }

  skip(row: number, reason: SkipReason, heading?: string): void {
    this.skippedRows.push({ row, reason });
    if (heading === undefined) return;
    this.section = heading;
    this.#context.forget();
  }

  add(row: number, cell: GridCell, fact: RowFacts): void {
    const { grid, columns } = this.#place;
    const answer = answerTarget(this.#place, row, this.#mark);
    this.#taken.add(cell.cell.ref);
    const cells = cellsOf(answer);
    const isShared = cells.some((name) => this.#taken.has(name)) || new Set(cells).size < cells.length;
    for (const name of cells) this.#taken.add(name);
    const details = this.#text(columns.details, row);
    const evidence = this.#text(columns.evidence, row);
    this.questions.push({
      sheet: grid.sheet.name,
      row,
      cell: cell.cell.ref,
      text: cell.text,
      section: this.#context.read(row, columns.sections) ?? this.section,
      id: fact.id,
      control: this.#context.read(row, columns.controls),
      answer: isShared ? { kind: 'none', reason: SHARED_CELL } : answer,
      ...(details === undefined ? {} : { details }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }

  #text(column: number, row: number): Question['details'] {
    if (column === 0) return undefined;
    const { grid, words } = this.#place;
    const target = targetAt(grid.sheet, row, column, words);
    if (this.#taken.has(target.cell)) return undefined;
    this.#taken.add(target.cell);
    return target;
  }
}

/** Text far below the last row of the table that does not look like one of its rows. */
function isStray({ row, fact }: FoundRow, before: number, { words }: TablePlace): boolean {
  if (fact === undefined || row.row - before <= TABLE_GAP) return false;
  const isMerged = fact.span.right > fact.span.left;
  return !isMerged && !fact.hasAnswerList && fact.id === null && !asks(fact.text, words.layout);
}

/** Reads the rows of a table: questions with their answer cells, headings as context, and what was left out. */
export function readTable(place: TablePlace): TableRows {
  const { grid, rows, words } = place;
  const found = rows.map((row, at): FoundRow => {
    const cell = questionCell(place, row.row);
    return { row, cell, fact: cell && rowFacts(place, row, rows[at + 1], cell) };
  });
  const habits = tableHabits(
    place,
    found.flatMap(({ fact }) => fact ?? []),
    rows.map(({ row }) => row),
  );
  const reader = new Reader(place);
  let before = rows[0]?.row ?? 0;
  for (const [at, item] of found.entries()) {
    const { row, cell, fact } = item;
    if (cell === undefined || fact === undefined) {
      const heading = headingOf(place, row);
      if (heading !== undefined) reader.skip(row.row, 'heading', heading);
      continue;
    }
    if (reader.questions.length > 0 && isStray(item, before, place)) {
      for (const late of rows.slice(at)) reader.skip(late.row, 'outside');
      break;
    }
    before = Math.max(row.row, fact.span.bottom);
    const reason = classifyRow(fact, habits, words);
    if (reason === undefined) reader.add(row.row, cell, fact);
    else reader.skip(row.row, reason, reason === 'heading' ? fact.text : undefined);
  }
  const first = rows[0]?.row ?? 0;
  const last = rows.at(-1)?.row ?? 0;
  for (const row of grid.hiddenRows) if (row >= first && row <= last) reader.skip(row, 'hidden');
  const skippedRows = reader.skippedRows.sort((a, b) => a.row - b.row);
  return { questions: reader.questions, skippedRows, section: reader.section };
}
