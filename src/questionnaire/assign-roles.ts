import type { ColumnFacts } from './column-facts.js';
import {
  ignoreRest,
  PREFILLED_SHARE,
  pickContext,
  pickId,
  pickText,
  Roles,
  takesScores,
} from './pick-columns.js';
import type { ColumnDecision, ColumnRole } from './questionnaire.js';
import { rankAnswers, rankQuestions } from './rank-columns.js';

/** Columns set by hand: letters by role. */
export type ColumnOverrides = Partial<Record<Exclude<ColumnRole, 'choice' | 'ignore'>, string>>;

/** The columns of a table by role. */
export interface TableColumns {
  readonly question: number;
  /** The answer column, or 0 when the answer is an X in one of `choices`, or there is none. */
  readonly answer: number;
  readonly choices: readonly number[];
  readonly id: number;
  readonly sections: readonly number[];
  readonly controls: readonly number[];
  readonly details: number;
  readonly evidence: number;
  /** Columns that take scores or maturity levels. */
  readonly scores: readonly number[];
  readonly decisions: readonly ColumnDecision[];
}

/** What stands fast before the columns are judged. */
export interface RoleOptions {
  readonly overrides: ReadonlyMap<string, number>;
  /** Without a header, a column must ask or have answer lists beside it. */
  readonly hasHeader: boolean;
}

/**
 * Decides what each column of a table holds.
 *
 * @param facts all visible columns, ascending
 * @returns undefined when no column holds questions; `answer` 0 and no choices when none takes answers
 */
export function assignRoles(facts: readonly ColumnFacts[], options: RoleOptions): TableColumns | undefined {
  const roles = new Roles(facts);
  for (const [role, column] of options.overrides) roles.set(column, role as ColumnRole, 'set by hand');
  const forced = (role: string): number => options.overrides.get(role) ?? 0;
  const scores = facts
    .filter((fact) => takesScores(fact) && roles.isFree(fact.column))
    .map(({ column }) => column);
  const question =
    forced('question') ||
    rankQuestions(
      facts.filter((fact) => roles.isFree(fact.column) && !scores.includes(fact.column)),
      options.hasHeader,
    );
  const asked = typeof question === 'number' ? { column: question, why: 'set by hand' } : question;
  if (asked === undefined) return undefined;
  roles.set(asked.column, 'question', asked.why);
  const free = facts.filter((fact) => roles.isFree(fact.column));
  const target =
    forced('answer') > 0
      ? { answer: forced('answer'), choices: [], why: '' }
      : rankAnswers(free, asked.column, scores);
  for (const choice of target.choices) roles.set(choice, 'choice', target.why);
  roles.set(target.answer, 'answer', target.why);
  const answers = target.answer || (target.choices[0] ?? 0);
  const isAnswered = facts.some(
    ({ column, shape }) => column === answers && shape.filledShare > PREFILLED_SHARE,
  );
  const id = forced('id') || pickId(facts, asked.column, roles);
  const details =
    forced('details') || (answers > 0 ? pickText('details', facts, answers, roles, isAnswered) : 0);
  const evidence =
    forced('evidence') || (answers > 0 ? pickText('evidence', facts, answers, roles, isAnswered) : 0);
  const context = pickContext(facts, asked.column, roles);
  const at = (role: string, found: readonly number[]) => (forced(role) > 0 ? [forced(role)] : found);
  ignoreRest(facts, roles);
  return {
    question: asked.column,
    answer: target.answer,
    choices: target.choices,
    id,
    sections: at('section', context.sections),
    controls: at('control', context.controls),
    details,
    evidence,
    scores,
    decisions: roles.list(),
  };
}
