import { Problem } from '../problem.js';
import type { Position } from './fact-base.js';

/** Rules of `answer check` that reading the facts decides already. */
export type ComplaintRule =
  | 'schema/invalid'
  | 'schema/unknown-key'
  | 'schema/duplicate-id'
  | 'schema/wrong-unit'
  | 'reference/unknown-document'
  | 'reference/unknown-fact'
  | 'reference/unknown-section'
  | 'continuity/rto-range'
  | 'review/no-owner'
  | 'wording/missing-language'
  | 'evidence/not-available'
  | 'roadmap/done-but-planned'
  | 'roadmap/date-mismatch';

/** One thing that is wrong in a facts file, and where. */
export interface Complaint {
  readonly position: Position;
  /** What was found and what was expected; no full stop needed. */
  readonly message: string;
  /** Rule of `answer check` that the complaint falls under; `schema/invalid` when absent. */
  readonly rule?: ComplaintRule;
}

/** More lines than this help nobody; the rest is counted. */
const MOST_SHOWN = 50;

/**
 * All complaints as one Problem `facts/invalid`, one per line as `file:line:column: message`, in order of file, line
 * and column.
 */
export function complaintsProblem(complaints: readonly Complaint[]): Problem {
  const sorted = [...complaints].sort(
    ({ position: a }, { position: b }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  const lines = sorted.slice(0, MOST_SHOWN).map(
    ({ position: { file, line, column }, message }) =>
      // A file name may hold what a terminal obeys.
      `${file.replace(/\p{Cc}/gu, '?')}:${line}:${column}: ${message}`,
  );
  const rest = sorted.length - lines.length;
  if (rest > 0) lines.push(`... and ${rest} more.`);
  return new Problem('facts/invalid', lines.join('\n'));
}
