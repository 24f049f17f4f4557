import type { Clause } from './clause.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';

/** Asks which or how, not whether. */
export function wantsAnswerInWords(clause: Clause): boolean {
  return clause.wants === 'value' || clause.wants === 'describe';
}

/**
 * True when negations, adverse phrases or a value that the fact does not have turn the clause round: "outside the EU",
 * "not", "on AWS"; but not when two of them cancel out.
 */
export function isNegative(
  clause: Clause,
  chosen: Candidate,
  isOther: boolean,
  isUnfavourable: boolean,
): boolean {
  const adverse = chosen.hits.filter((hit) => hit.isAdverse);
  const inAdverse = new Set(adverse.flatMap((hit) => hit.places.map(tokenOf)));
  // "How do you make sure that nobody else sees it?" and "State your uptime (not the SLA)" ask for what is there.
  const isIdle = wantsAnswerInWords(clause);
  const denials = clause.negators.filter((at) => !inAdverse.has(at));
  const negators = isIdle ? 0 : denials.length;
  // "Did uptime fall below 99 %?" names the opposite by its limit.
  const isAdverse = adverse.length > 0 && !isUnfavourable;
  const isKeptOut = clause.refusals.length > 0 || (isIdle && clause.negators.length > 0);
  // "Storage abroad is ruled out and does not happen" denies once, "is not ruled out" twice.
  const isSaidTwice =
    (isAdverse || isUnfavourable) && isKeptOut && !denials.some((at) => isRightBefore(at, clause.refusals));
  const turns = [
    isAdverse || isOther,
    (isAdverse || isUnfavourable) && isKeptOut,
    negators % 2 === 1 && !isSaidTwice,
  ];
  return turns.filter(Boolean).length % 2 === 1;
}

/** Most words between a denial and the refusal that it denies. */
const NEAR = 3;

function isRightBefore(at: number, refusals: readonly number[]): boolean {
  return refusals.some((refusal) => refusal > at && refusal - at <= NEAR);
}
