import type { CellRange } from '../workbook/model.js';
import { labelTokens } from './normalise-label.js';
import type { SkipReason } from './questionnaire.js';
import { asks, beginsWith, isCode, withoutNumbering } from './read-text.js';
import type { Vocabulary } from './vocabulary.js';

/** What is known about one row with text in the question column. */
export interface RowFacts {
  readonly text: string;
  readonly id: string | null;
  readonly nextId: string | null;
  readonly span: CellRange;
  /** Texts in the row besides the answer, comment and evidence cells. */
  readonly otherTexts: number;
  readonly style: number;
  readonly hasAnswerList: boolean;
  readonly isAnswerLocked: boolean;
  /** True when something stands in the answer cell. */
  readonly isAnswered: boolean;
}

/** What is usual in the table that the row belongs to; shares are 0..1. */
export interface TableHabits {
  readonly answerColumns: readonly number[];
  readonly idShare: number;
  readonly listShare: number;
  /** False when the validation covers rows that cannot be questions, such as whole columns. */
  readonly isListTelling: boolean;
  readonly lockedShare: number;
  readonly askShare: number;
  readonly medianWords: number;
  /** Share of rows whose text begins with a number of its own. */
  readonly numberedShare: number;
  /** Share of rows by style of the question cell. */
  readonly styleShares: ReadonlyMap<number, number>;
  readonly medianOtherTexts: number;
}

/** Points from which a row is a heading. */
const HEADING_POINTS = 3;

/** `ACCESS CONTROL`, `ZUGRIFF & IDENTITÄT`. Not `MFA`, `Access control`. */
const CAPITALS = /^(?=(?:.*\p{Lu}){5})[^\p{Ll}]+$/u;

/** `1`, `A.`, `1.2` as id of a heading: the id of the row below continues it. */
function isPrefixOf(id: string, next: string): boolean {
  const short = id.replace(/[.):\s]+$/, '');
  return (
    short !== '' &&
    next.length > short.length &&
    next.startsWith(short) &&
    /^[.\-_)/\s]?[\dA-Za-z]/.test(next.slice(short.length))
  );
}

function headingPoints(row: RowFacts, habits: TableHabits, words: Vocabulary): number {
  const tokens = labelTokens(withoutNumbering(row.text));
  const isShort = row.text.length <= 70 && tokens.length <= 9;
  const isPlain = !/[.!:]\s*$/.test(row.text);
  const isBrief =
    tokens.length <= 4 && isPlain && habits.medianWords >= 6 && tokens.length * 2 <= habits.medianWords;
  const styleShare = habits.styleShares.get(row.style) ?? 0;
  const points: readonly (readonly [boolean, number])[] = [
    [habits.isListTelling && habits.listShare >= 0.6 && !row.hasAnswerList, 3],
    [habits.isListTelling && habits.listShare >= 0.6 && row.hasAnswerList, -4],
    [habits.lockedShare < 0.4 && row.isAnswerLocked, 3],
    [habits.idShare >= 0.6 && row.id === null, 2],
    [row.id !== null && row.nextId !== null && isPrefixOf(row.id, row.nextId), 3],
    [row.id !== null && habits.idShare >= 0.6 && !isPrefixOf(row.id, row.nextId ?? ''), -1.5],
    [withoutNumbering(row.text) !== row.text && habits.numberedShare < 0.5, 1.5],
    [isShort, 1],
    [row.text.length > 120, -2],
    [habits.askShare >= 0.6 && isShort && isPlain, 1],
    [habits.askShare >= 0.85 && isShort && isPlain, 1],
    [isBrief, 2],
    [styleShare < 0.25 && Math.max(0, ...habits.styleShares.values()) > 0.55, 2],
    [CAPITALS.test(row.text), 1.5],
    [beginsWith(row.text, 'heading', words.layout) && /\d|\b[A-Z]\b|:/.test(row.text), 2],
    [row.otherTexts === 0 && habits.medianOtherTexts >= 1, 1],
    [row.isAnswered, -3],
  ];
  return points.reduce((sum, [holds, value]) => sum + (holds ? value : 0), 0);
}

function coversAnswers(span: CellRange, columns: readonly number[]): boolean {
  return columns.length > 0 && columns.every((column) => column >= span.left && column <= span.right);
}

/** `Example:`, `Hinweis 1:`, `z. B. -`: a word or two, then a colon or a dash. Not `Example of a policy`. */
const LEAD_WORD = /^\P{L}*[\p{L}.]+(?:\s+[\p{L}\d#.]+){0,2}\s*[:–—-]/u;

/** Notes, examples and totals begin with a word that says so. */
function namedReason(row: RowFacts, habits: TableHabits, words: Vocabulary): SkipReason | undefined {
  const begins = (text: string, kind: 'example' | 'note' | 'total') => beginsWith(text, kind, words.layout);
  const isLed = LEAD_WORD.test(row.text);
  if (row.id !== null && begins(row.id, 'example')) return 'example';
  if (begins(row.text, 'example') && (isLed || row.text.length < 30)) return 'example';
  const isTelling = habits.isListTelling && habits.listShare >= 0.6;
  if (row.text.includes('?') || (isTelling && row.hasAnswerList)) return undefined;
  if (
    row.id === null &&
    row.text.length <= 60 &&
    begins(row.text, 'total') &&
    (isTelling || habits.idShare >= 0.6 || habits.askShare >= 0.5)
  )
    return 'total';
  if (!begins(row.text, 'note')) return undefined;
  const isAside = row.id === null && (habits.idShare >= 0.6 || !asks(row.text, words.layout));
  return isAside || isLed ? 'note' : undefined;
}

/**
 * Tells questions from headings, notes, examples and totals.
 *
 * @returns undefined for a question
 */
export function classifyRow(row: RowFacts, habits: TableHabits, words: Vocabulary): SkipReason | undefined {
  const reason = namedReason(row, habits, words);
  if (reason !== undefined) return reason;
  if (coversAnswers(row.span, habits.answerColumns)) {
    return row.text.length > 150 || beginsWith(row.text, 'note', words.layout) ? 'note' : 'heading';
  }
  if (isCode(row.text) && row.otherTexts === 0 && row.text.length < 8 && !row.hasAnswerList) return 'outside';
  if (asks(row.text, words.layout) && labelTokens(row.text).length >= 3) return undefined;
  return headingPoints(row, habits, words) >= HEADING_POINTS ? 'heading' : undefined;
}
