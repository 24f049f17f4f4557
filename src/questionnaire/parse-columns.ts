import { Problem } from '../problem.js';
import { columnLetters, columnNumber } from '../workbook/a1.js';
import type { ColumnOverrides } from './assign-roles.js';

/** Roles that can be set by hand, in the order of messages. */
export const COLUMN_ROLES = [
  'id',
  'section',
  'control',
  'question',
  'answer',
  'details',
  'evidence',
] as const;

const EXAMPLE = 'write for example question=B,answer=C,details=D';

/** `question=B`. Not `question=B7`, `question`. */
const ENTRY = /^\s*([a-z]+)\s*[=:]\s*([a-z]{1,3})\s*$/i;

/**
 * Reads columns set by hand.
 *
 * @param text such as `question=B,answer=C`; roles and letters in either case
 * @throws {Problem} `questionnaire/columns` when an entry is no role and column, or a role or column comes twice
 */
export function parseColumns(text: string): ColumnOverrides {
  const columns: ColumnOverrides = {};
  const used = new Set<string>();
  for (const entry of text.split(',')) {
    const [, name = '', letters = ''] = ENTRY.exec(entry) ?? [];
    const role = COLUMN_ROLES.find((candidate) => candidate === name.toLowerCase());
    const column = columnNumber(letters);
    if (role === undefined || column === 0) {
      throw new Problem(
        'questionnaire/columns',
        `"${entry.trim()}" is no column of a questionnaire: ${EXAMPLE} (roles: ${COLUMN_ROLES.join(', ')}).`,
      );
    }
    const letter = columnLetters(column);
    if (columns[role] !== undefined || used.has(letter)) {
      throw new Problem(
        'questionnaire/columns',
        `The columns "${text}" name ${columns[role] === undefined ? `column ${letter}` : `the role ${role}`} twice: give each role one column of its own.`,
      );
    }
    columns[role] = letter;
    used.add(letter);
  }
  return columns;
}

/** Rows set by hand, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** `5-80`, `5:80`, `12`. Not `80-`, `a`. */
const ROWS = /^\s*(\d{1,7})\s*(?:[-:–]\s*(\d{1,7}))?\s*$/;

/**
 * Reads rows set by hand.
 *
 * @param text such as `5-80`
 * @throws {Problem} `questionnaire/rows` when it is no range of rows
 */
export function parseRows(text: string): RowRange {
  const match = ROWS.exec(text);
  const first = Number(match?.[1] ?? 0);
  const last = Number(match?.[2] ?? first);
  if (first < 1 || last < first) {
    throw new Problem('questionnaire/rows', `"${text}" is no range of rows: write for example 5-80.`);
  }
  return { first, last };
}
