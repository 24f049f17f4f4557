import { columnLetters } from '../workbook/a1.js';
import { targetAt } from './answer-target.js';
import type { FoundTables, TableSettings } from './find-tables.js';
import { formTable, headingFinder, isEmpty } from './form-table.js';
import type { Grid, GridCell } from './grid.js';
import { labelTokens } from './normalise-label.js';
import type { ColumnDecision, Question, QuestionTable, TargetCell } from './questionnaire.js';
import { asks, beginsWith } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** Rows below a question that may belong to it. */
const MAX_BLOCK_ROWS = 8;
/** Share of the texts that ask which must have an empty cell below. */
const PROOF_SHARE = 0.7;

type Place = 'answer' | 'details' | 'evidence';

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

/** The cell that a label such as `Comments:` stands for: the one to its right, or below a wide label. */
function labelledCell(label: GridCell, grid: Grid): readonly [row: number, column: number] | undefined {
  const right = label.span.right + 1;
  const isWide = label.span.right - label.span.left >= 2;
  if (!isWide && isEmpty(grid, label.row, right)) return [label.row, right];
  return isEmpty(grid, label.row + 1, label.column) ? [label.row + 1, label.column] : undefined;
}

/** The empty cells under a question, up to the next one: blank ones, or those that labels name. */
function cellsBelow(question: GridCell, end: number, grid: Grid, words: Vocabulary): Map<Place, TargetCell> {
  const places = new Map<Place, TargetCell>();
  const taken = new Set<string>();
  const put = (place: Place, row: number, column: number): void => {
    const target = targetAt(grid.sheet, row, column, words);
    if (places.has(place) || taken.has(target.cell)) return;
    places.set(place, target);
    taken.add(target.cell);
  };
  const { column } = question;
  const last = Math.min(end - 1, question.span.bottom + MAX_BLOCK_ROWS);
  for (let row = question.span.bottom + 1; row <= last; row += 1) {
    if (grid.sheet.isRowHidden(row)) continue;
    const label = grid.at(row, column);
    const place = label && placeOf(label.text, words);
    if (label !== undefined && place === undefined) break;
    if (label !== undefined && place !== undefined) {
      const cell = labelledCell(label, grid);
      if (cell !== undefined) put(place, ...cell);
    } else if (isEmpty(grid, row, column)) put('answer', row, column);
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

/** Texts that ask, each with the empty cells below it. */
function readBlocks(cells: readonly GridCell[], grid: Grid, words: Vocabulary): Block[] {
  const asking = cells.filter(
    ({ text }) =>
      asks(text, words.layout) && labelTokens(text).length >= 3 && !beginsWith(text, 'note', words.layout),
  );
  return asking.map((question, at): Block => {
    const end = asking[at + 1]?.row ?? question.span.bottom + MAX_BLOCK_ROWS + 1;
    return { question, places: cellsBelow(question, end, grid, words) };
  });
}

/** A number or code in the first cell of the row. */
function codeBefore({ row, column }: GridCell, grid: Grid): string | null {
  const first = grid.between(row, row)[0]?.cells[0];
  return first !== undefined && first.column < column ? first.text : null;
}

function readBelow(grid: Grid, words: Vocabulary): QuestionTable | undefined {
  const column = textColumn(grid, words);
  const cells = grid.rows.flatMap(({ row }) => grid.at(row, column) ?? []);
  const blocks = readBlocks(cells, grid, words);
  // The cell below the last question is always empty: it proves nothing.
  const proof = blocks.slice(0, -1);
  const share = proof.filter(({ places }) => places.has('answer')).length / Math.max(1, proof.length);
  if (blocks.length < 2 || share < PROOF_SHARE) return undefined;
  const known = new Set(blocks.map(({ question }) => question.row));
  const headings = cells.filter(
    ({ row, text }) => !known.has(row) && placeOf(text, words) === undefined && text.length <= 90,
  );
  const headingOf = headingFinder(headings, grid);
  const questions = blocks.flatMap(({ question, places }): Question[] => {
    const { row, cell, text } = question;
    const answer = places.get('answer');
    if (answer === undefined) return [];
    const details = places.get('details');
    const evidence = places.get('evidence');
    const context = { section: headingOf(row), id: codeBefore(question, grid), control: null };
    return [
      {
        ...{
          sheet: grid.sheet.name,
          row,
          cell: cell.ref,
          text,
          ...context,
          answer: { kind: 'cell', ...answer },
        },
        ...(details === undefined ? {} : { details }),
        ...(evidence === undefined ? {} : { evidence }),
      },
    ];
  });
  const why = 'its texts ask, and below each of them there is an empty cell';
  const columns: ColumnDecision[] = [{ column: columnLetters(column), role: 'question', header: '', why }];
  const rows = headings.map(({ row }) => row);
  return formTable('below', questions, columns, rows);
}
