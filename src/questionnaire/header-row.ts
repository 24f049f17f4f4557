import type { GridCell, GridRow } from './grid.js';
import type { HeaderRole } from './layout-words.js';
import type { HeaderName } from './name-header.js';
import type { OptionKind } from './option-words.js';
import { asks, isCode, isSentence } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** Longest text of a header cell, in characters; headers that carry their own instructions are long. */
export const MAX_HEADER_LENGTH = 400;
/** Share of a row's cells that must be named for it to be a header. */
const NAMED_SHARE = 0.5;
/** Share of a cell's words that known phrases must explain for it to count as named. */
const NAMED_COVERAGE = 0.24;

const ANSWERING: ReadonlySet<HeaderRole | 'ignore'> = new Set(['answer', 'details', 'evidence']);
/** Roles of columns that are there before the answer. */
export const ASKING: ReadonlySet<HeaderRole | 'ignore'> = new Set(['question', 'control', 'section', 'id']);

/** A cell read as a header. */
export interface CellReading {
  readonly cell: GridCell;
  readonly name: HeaderName | undefined;
  readonly choice: OptionKind | undefined;
  readonly listsChoices: boolean;
}

/** Reads a cell as if it were a header. */
export function readCell(cell: GridCell, words: Vocabulary): CellReading {
  const name = words.nameHeader(cell.text);
  const isNamed = name !== undefined && name.coverage >= NAMED_COVERAGE;
  return {
    cell,
    name: isNamed ? name : undefined,
    choice: cell.text.includes('?') || cell.cell.kind !== 'text' ? undefined : words.choiceKind(cell.text),
    listsChoices: words.listsChoices(cell.text),
  };
}

/** True when the header names what we fill. */
export function isAnswer({ name, choice, listsChoices }: CellReading): boolean {
  return listsChoices || (choice === undefined && name !== undefined && ANSWERING.has(name.role));
}

/** Yes and another answer side by side. */
function hasMatrix(readings: readonly CellReading[]): boolean {
  const kinds = new Set(readings.flatMap(({ choice }) => choice ?? []));
  return kinds.has('yes') && kinds.size > 1;
}

/** `1.1`, `A-01`: what begins a row of data, never a header. */
function beginsWithCode({ cells: [first] }: GridRow): boolean {
  return first === undefined || (/\d/.test(first.text.slice(0, 12)) && isCode(first.text));
}

function isQuestion({ cell, listsChoices }: CellReading, words: Vocabulary): boolean {
  const { text } = cell;
  return !listsChoices && text.includes('?') && isSentence(text) && asks(text, words.layout);
}

/** Rows from this number of cells on are looked at cell by cell. */
const WIDE = 4;

/** False when too many cells have no name for the row to be a header, and none heads a matrix. */
function mayBeHeader(cells: readonly GridCell[], words: Vocabulary): boolean {
  const most = cells.length * (1 - NAMED_SHARE);
  let nameless = 0;
  for (const { text } of cells) {
    const isNamed = (words.nameHeader(text)?.coverage ?? 0) >= NAMED_COVERAGE;
    if (!isNamed && !words.listsChoices(text)) nameless += 1;
    if (nameless > most) return cells.some((cell) => words.choiceKind(cell.text) === 'yes');
  }
  return true;
}

/** True for rows such as `No. | Question | Answer | Comment` or `Access control | Yes | No | N/A`. */
export function isHeaderRow(row: GridRow, words: Vocabulary): boolean {
  const { cells } = row;
  const isLong = cells.some(({ text }) => text.length > MAX_HEADER_LENGTH);
  if (cells.length < 2 || isLong || beginsWithCode(row)) return false;
  // Most rows of a large sheet are told from headers by their first cells.
  if (cells.length >= WIDE && !mayBeHeader(cells, words)) return false;
  const readings = cells.map((cell) => readCell(cell, words));
  if (readings.some((reading) => isQuestion(reading, words))) return false;
  if (hasMatrix(readings)) return true;
  const named = readings.filter(({ name, listsChoices }) => name !== undefined || listsChoices);
  return named.length / cells.length >= NAMED_SHARE && namesTable(named, cells);
}

/** Columns to fill beside something to fill them for, or a question column that says so in full. */
function namesTable(named: readonly CellReading[], cells: readonly GridCell[]): boolean {
  const answers = named.filter(isAnswer);
  const asking = named.filter(({ name }) => name !== undefined && ASKING.has(name.role));
  const roles = new Set(named.map((reading) => (isAnswer(reading) ? 'answer' : reading.name?.role)));
  if (answers.length > 0 && named.length > 1) return roles.size > 1 || answers.length > 1;
  const questions = asking.filter(({ name }) => name?.role === 'question');
  if (questions.length > 0 && roles.size > 1) return true;
  const isExact = ({ name }: CellReading) => (name?.coverage ?? 0) > 0.9;
  if (cells.every(({ text }) => text.length <= 60) && questions.some(isExact)) return true;
  const [answer] = answers;
  return answer !== undefined && cells.length === 2 && answer.cell !== cells[0] && isExact(answer);
}
