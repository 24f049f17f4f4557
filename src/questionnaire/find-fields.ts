import { columnLetters } from '../workbook/a1.js';
import { targetAt } from './answer-target.js';
import type { FoundTables, TableSettings } from './find-tables.js';
import { formTable, headingFinder, isEmpty } from './form-table.js';
import type { Grid, GridCell } from './grid.js';
import type { ColumnDecision, Question, QuestionTable, TargetCell } from './questionnaire.js';
import { asks, beginsWith, withoutNumbering } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What was found of a form, or why its fields are not questions. */
export interface FoundForm extends FoundTables {
  readonly skipped?: string;
}

/** Longest label of a form field, in characters. */
const MAX_LABEL = 90;
/** Fewest fields of a form. */
const MIN_FIELDS = 3;
/** Share of a column's texts that must be labels with an empty cell beside them. */
const FIELD_SHARE = 0.5;
/** Labels of forms stand on the left. */
const MAX_LABEL_COLUMN = 12;

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

/** The fields of one column of labels, or why there are none. */
function readColumn(
  column: number,
  grid: Grid,
  words: Vocabulary,
): QuestionTable | 'particulars' | undefined {
  const labels = grid.rows.filter(({ row }) => grid.at(row, column) !== undefined).length;
  const candidates = fieldsOf(column, grid, words);
  const fields = candidates.filter((field) => isField(field, words));
  if (fields.length < MIN_FIELDS || fields.length < labels * FIELD_SHARE) return undefined;
  const isParticular = ({ label }: Field) =>
    beginsWith(withoutNumbering(label.text), 'particulars', words.layout);
  if (fields.filter(isParticular).length * 2 > fields.length) return 'particulars';
  const known = new Set(fields);
  const headings = candidates.filter((field) => !known.has(field)).map(({ label }) => label);
  const headingOf = headingFinder(headings, grid);
  const questions = fields.map(({ label, target }): Question => {
    const { row, cell, text } = label;
    const context = { section: headingOf(row), id: null, control: null };
    return {
      sheet: grid.sheet.name,
      row,
      cell: cell.ref,
      text,
      ...context,
      answer: { kind: 'cell', ...target },
    };
  });
  const decide = (at: number, role: 'question' | 'answer', why: string): ColumnDecision => ({
    column: columnLetters(at),
    role,
    header: '',
    why,
  });
  const columns = [
    decide(column, 'question', 'it holds labels with an empty cell beside each'),
    decide((fields[0]?.label.span.right ?? column) + 1, 'answer', 'its cells are empty beside the labels'),
  ];
  const rows = headings.map(({ row }) => row);
  return formTable('form', questions, columns, rows);
}

/** Finds forms of labels with an empty value beside each; nothing when columns were set by hand. */
export function findFields(grid: Grid, { words, overrides }: TableSettings): FoundForm {
  if (overrides.size > 0) return { tables: [], isMaturity: false };
  const columns = Array.from({ length: Math.min(grid.lastColumn, MAX_LABEL_COLUMN) }, (_, at) => at + 1);
  const found = columns.map((column) => readColumn(column, grid, words));
  const tables = found.flatMap((table) => (table === undefined || table === 'particulars' ? [] : [table]));
  if (tables.length > 0 || !found.includes('particulars')) return { tables, isMaturity: false };
  const skipped = 'it asks for particulars of your company, to be filled by hand';
  return { tables, isMaturity: false, skipped };
}
