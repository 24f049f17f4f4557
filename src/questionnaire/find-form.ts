import { columnLetters } from '../workbook/a1.js';
import { targetAt } from './answer-target.js';
import type { FoundTables, TableSettings } from './find-tables.js';
import type { Grid, GridCell } from './grid.js';
import { labelTokens } from './normalise-label.js';
import type { ColumnDecision, Question, QuestionTable, TargetCell } from './questionnaire.js';
import { asks, beginsWith, withoutNumbering } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What was found of a form, or why its fields are not questions. */
export interface FoundForm extends FoundTables {
  readonly skipped?: string;
}

type Place = 'answer' | 'details' | 'evidence';

/** Longest label of a form field, in characters. */
const MAX_LABEL = 90;
/** Fewest fields of a form. */
const MIN_FIELDS = 3;

/** The place that a label such as `Answer:`, `Antwort`, `Kommentar:` names. */
function placeOf(text: string, words: Vocabulary): Place | undefined {
  if (text.length > 40 || text.includes('?')) return undefined;
  const name = words.nameHeader(text);
  if (name === undefined || name.coverage < 0.99) return undefined;
  return name.role === 'answer' || name.role === 'details' || name.role === 'evidence'
    ? name.role
    : undefined;
}

interface Block {
  readonly question: GridCell;
  readonly places: ReadonlyMap<Place, TargetCell>;
}

function isEmpty(grid: Grid, row: number, column: number): boolean {
  return grid.seenAt(row, column) === undefined;
}

/** The empty cells under a question, up to the next one: blank ones, or those that labels name. */
function cellsBelow(question: GridCell, end: number, grid: Grid, words: Vocabulary): Map<Place, TargetCell> {
  const places = new Map<Place, TargetCell>();
  const { column } = question;
  const last = Math.min(end - 1, question.span.bottom + 8);
  for (let row = question.span.bottom + 1; row <= last; row += 1) {
    if (grid.sheet.isRowHidden(row)) continue;
    const label = grid.at(row, column);
    const place = label === undefined ? undefined : placeOf(label.text, words);
    if (label === undefined || place === undefined) {
      if (label !== undefined) break;
      if (!places.has('answer') && isEmpty(grid, row, column))
        places.set('answer', targetAt(grid.sheet, row, column, words));
      continue;
    }
    if (places.has(place)) continue;
    const right = label.span.right + 1;
    const isWide = label.span.right - label.span.left >= 2;
    if (!isWide && isEmpty(grid, row, right)) places.set(place, targetAt(grid.sheet, row, right, words));
    else if (isEmpty(grid, row + 1, column)) places.set(place, targetAt(grid.sheet, row + 1, column, words));
  }
  return places;
}

function textColumn(grid: Grid, words: Vocabulary): number {
  const counts = new Map<number, number>();
  for (const { cells } of grid.rows) {
    for (const { column, text } of cells) {
      if (asks(text, words.layout)) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Finds forms with the answer below its question; nothing when columns were set by hand. */
export function findBelow(grid: Grid, settings: TableSettings): FoundTables {
  const table = settings.overrides.size > 0 ? undefined : readBelow(grid, settings.words);
  return { tables: table === undefined ? [] : [table], isMaturity: false };
}

function readBelow(grid: Grid, words: Vocabulary): QuestionTable | undefined {
  const column = textColumn(grid, words);
  const cells = grid.rows.flatMap(({ row }) => grid.at(row, column) ?? []);
  const asking = cells.filter(
    ({ text }) =>
      asks(text, words.layout) && labelTokens(text).length >= 3 && !beginsWith(text, 'note', words.layout),
  );
  const ids = new Map(
    grid.rows.map(({ row, cells: [first] }) => [
      row,
      first !== undefined && first.column < column ? first.text : null,
    ]),
  );
  const blocks = asking.map((question, at): Block => {
    const end = asking[at + 1]?.row ?? question.span.bottom + 9;
    return { question, places: cellsBelow(question, end, grid, words) };
  });
  const answered = blocks.filter(({ places }) => places.has('answer'));
  // The cell below the last question is always empty: it proves nothing.
  const proof = blocks.slice(0, -1);
  const share = proof.filter(({ places }) => places.has('answer')).length / Math.max(1, proof.length);
  if (blocks.length < 2 || share < 0.7) return undefined;
  const known = new Set(blocks.map(({ question }) => question.row));
  const headings = cells.filter(
    ({ row, text }) => !known.has(row) && placeOf(text, words) === undefined && text.length <= 90,
  );
  const questions = answered.flatMap(({ question, places }): Question[] => {
    const answer = places.get('answer');
    if (answer === undefined) return [];
    const details = places.get('details');
    const evidence = places.get('evidence');
    return [
      {
        sheet: grid.sheet.name,
        row: question.row,
        cell: question.cell.ref,
        text: question.text,
        section:
          headings.filter(({ row }) => row < question.row && row !== grid.rows[0]?.row).at(-1)?.text ?? null,
        id: ids.get(question.row) ?? null,
        control: null,
        answer: { kind: 'cell', ...answer },
        ...(details === undefined ? {} : { details }),
        ...(evidence === undefined ? {} : { evidence }),
      },
    ];
  });
  const why = 'its texts ask, and below each of them there is an empty cell';
  const columns: ColumnDecision[] = [{ column: columnLetters(column), role: 'question', header: '', why }];
  return formTable(
    'below',
    questions,
    columns,
    headings.map(({ row }) => row),
  );
}

function formTable(
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

interface Field {
  readonly label: GridCell;
  readonly target: TargetCell;
  /** A sign that the cell was made to be filled: a validation, a merged range, a lock taken off. */
  readonly isPrepared: boolean;
}

function fieldsOf(column: number, grid: Grid, words: Vocabulary): Field[] {
  return grid.rows.flatMap(({ row }) => {
    const label = grid.at(row, column);
    if (label === undefined || label.text.length > MAX_LABEL || beginsWith(label.text, 'note', words.layout))
      return [];
    const value = label.span.right + 1;
    if (!isEmpty(grid, row, value) || grid.sheet.isColumnHidden(value)) return [];
    const merge = grid.sheet.mergeAt(row, value);
    const isUnlocked = grid.sheet.isProtected && !grid.sheet.isLocked(row, value);
    // Where a sheet is protected, what is to be filled has been unlocked.
    if (grid.sheet.isProtected && !isUnlocked) return [];
    const isPrepared = isUnlocked || merge !== undefined || grid.sheet.validationAt(row, value) !== undefined;
    return [{ label, target: targetAt(grid.sheet, row, value, words), isPrepared }];
  });
}

function isField({ label, isPrepared }: Field, words: Vocabulary): boolean {
  return isPrepared || /[:?]\s*$/.test(label.text) || asks(label.text, words.layout);
}

/** Finds forms of labels with an empty value beside each; nothing when columns were set by hand. */
export function findFields(grid: Grid, { words, overrides }: TableSettings): FoundForm {
  if (overrides.size > 0) return { tables: [], isMaturity: false };
  const tables: QuestionTable[] = [];
  let particulars = 0;
  for (let column = 1; column <= Math.min(grid.lastColumn, 12); column += 1) {
    const labels = grid.rows.filter(({ row }) => grid.at(row, column) !== undefined).length;
    const candidates = fieldsOf(column, grid, words);
    const fields = candidates.filter((field) => isField(field, words));
    if (fields.length < MIN_FIELDS || fields.length < labels * 0.5) continue;
    const known = fields.filter(({ label }) =>
      beginsWith(withoutNumbering(label.text), 'particulars', words.layout),
    );
    if (known.length * 2 > fields.length) {
      particulars += fields.length;
      continue;
    }
    const headings = candidates.filter((field) => !fields.includes(field)).map(({ label }) => label);
    const questions = fields.map(
      ({ label, target }): Question => ({
        sheet: grid.sheet.name,
        row: label.row,
        cell: label.cell.ref,
        text: label.text,
        section:
          headings.filter(({ row }) => row < label.row && row !== grid.rows[0]?.row).at(-1)?.text ?? null,
        id: null,
        control: null,
        answer: { kind: 'cell', ...target },
      }),
    );
    const columns: ColumnDecision[] = [
      {
        column: columnLetters(column),
        role: 'question',
        header: '',
        why: 'it holds labels with an empty cell beside each',
      },
      {
        column: columnLetters(column + 1),
        role: 'answer',
        header: '',
        why: 'its cells are empty beside the labels',
      },
    ];
    const table = formTable(
      'form',
      questions,
      columns,
      headings.map(({ row }) => row),
    );
    if (table !== undefined) tables.push(table);
  }
  const skipped = 'it asks for particulars of your company, to be filled by hand';
  return { tables, isMaturity: false, ...(tables.length === 0 && particulars > 0 ? { skipped } : {}) };
}
