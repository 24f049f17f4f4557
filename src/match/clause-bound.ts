import type { Fact } from '../facts/schema.js';
import type { Figure } from '../text/quantity.js';
import { compareFigure, isComparable, namedVersion } from './bounds.js';
import type { Clause } from './clause.js';
import type { BoundOutcome, Response } from './decision.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';
import { wantsAnswerInWords } from './polarity.js';

/** A limit of a clause compared with the value of a fact. */
export interface ComparedBound {
  readonly text: string;
  readonly outcome: BoundOutcome;
  /** The limit itself is what an adverse phrase named ("TLS 1.0"): the phrase does not turn it once more. */
  readonly isVersion: boolean;
  readonly isLeast?: boolean;
  /** A limit that nobody wants to be met: "more than 24 hours", "below 99 %". */
  readonly isUnfavourable: boolean;
}

/**
 * Compares the limit that a clause names nearest to the words of a topic with the topic's fact; null where it names none.
 * @param text the clause as written
 */
export function boundOf(clause: Clause, text: string, chosen: Candidate, fact: Fact): ComparedBound | null {
  const named = chosen.hits.flatMap((hit) => hit.places.map(tokenOf));
  const figures = clause.figures
    .filter((candidate) => isComparable(fact, candidate))
    .sort((a, b) => distanceTo(a, named) - distanceTo(b, named));
  const [figure] = figures;
  if (figure && !isFigureChoice(figures)) {
    const outcome = compareFigure(fact, figure, clause);
    if (outcome) {
      const isByContract =
        outcome === 'conditional' && fact.value.kind === 'retention' && clause.isByContract;
      const isUnfavourable =
        clause.isWorstCase || figure.relation === 'more_than' || figure.relation === 'less_than';
      return { text: figure.text, outcome: isByContract ? 'met' : outcome, isVersion: false, isUnfavourable };
    }
  }
  const version = namedVersion(fact, text, clause.isExclusive);
  return version && { ...version, isVersion: true, isUnfavourable: false };
}

/** Tokens between a figure and the nearest word of the topic; one behind the word is the nearer: "RPO 4 h, RTO 8 h". */
function distanceTo({ start, end }: Figure, named: readonly number[]): number {
  return Math.min(...named.map((at) => (at < start ? start - at : at - end + AHEAD)));
}

/** How much nearer a figure behind a word counts than one before it, in tokens. */
const AHEAD = 1.5;

/** Most tokens between the figures of a list: "hourly, or daily". */
const LIST_GAP = 2;

/** Several bare figures are values to choose from: "hourly / daily / weekly"; "99.9 % (99.9 percent)" is one. */
function isFigureChoice(figures: readonly Figure[]): boolean {
  const amounts = new Set(figures.map((figure) => `${figure.amount} ${figure.unit}`));
  const inOrder = [...figures].sort((a, b) => a.start - b.start);
  const isList = inOrder.every(
    (figure, i) => i === 0 || figure.start - (inOrder[i - 1]?.end ?? 0) <= LIST_GAP,
  );
  return amounts.size > 1 && isList && figures.every((figure) => figure.relation === 'exactly');
}

/** A limit decides unless it could not be compared, or the question wants a value and names it in passing. */
export function isDecisive(clause: Clause, bound: ComparedBound): boolean {
  if (bound.outcome === 'not_comparable') return false;
  return !wantsAnswerInWords(clause) || bound.outcome === 'not_met';
}

/** "Is TLS 1.0 switched off?" asks for the opposite of a version; "TLS 1.2 or later, plain HTTP being blocked" does not. */
function isVersionTurned({ negators, refusals }: Clause, { isLeast }: ComparedBound): boolean {
  const isRefused = refusals.length > 0 && isLeast !== true;
  return (negators.length % 2 === 1) !== isRefused;
}

/** `yes` or `no` by a limit that decides, `partial` where the value meets it only for a part or by contract. */
export function boundResponse(clause: Clause, bound: ComparedBound, isTurned: boolean): Response {
  if (bound.outcome === 'conditional') return 'partial';
  const isReversed = bound.isVersion ? isVersionTurned(clause, bound) : isTurned;
  return (bound.outcome === 'met') !== isReversed ? 'yes' : 'no';
}
