import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import { statusOn } from '../facts/status.js';
import type { Figure } from '../text/quantity.js';
import { type NamedAlternatives, nameAlternatives } from './alternatives.js';
import { compareFigure, isComparable, namedVersion } from './bounds.js';
import type { Clause, Word } from './clause.js';
import type { BoundOutcome, Part, Reason, Response } from './decision.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';
import { isStated } from './opposite.js';
import { findParties, partiesResponse } from './parties.js';
import { compareSeparation } from './separation.js';
import type { Surroundings } from './surroundings.js';

/** What one fact says to one clause. */
export interface Contribution {
  readonly part: Part;
  /** Why it is no more than a draft; empty where the fact decides. */
  readonly open: readonly Reason[];
}

/** A fact, the clause that asks about it, and what was found when the two were compared. */
interface Encounter {
  readonly clause: Clause;
  readonly fact: Fact;
  readonly bound: ComparedBound | null;
  /** The clause denies, or names the opposite or another value than the fact has: a yes becomes a no. */
  readonly isTurned: boolean;
  /** The clause names the fact's value beside others: "internal or external". */
  readonly isChoice: boolean;
}

/** Works out response, bound and parties for a fact that a clause asks about. */
export function contribute(
  clause: Clause,
  text: string,
  chosen: Candidate,
  fact: Fact,
  around: Surroundings,
): Contribution {
  const { facts, day, languageCatalogue } = around;
  const { isUnconfirmed } = statusOn(fact, day);
  const bound = boundOf(clause, text, chosen, fact);
  const named = nameAlternatives(clause, chosen.topic, fact, languageCatalogue);
  const isBeside =
    fact.status === 'implemented' &&
    (isBesideOpposite(clause, chosen) ||
      (clause.wants === 'either' && isBesideOther(clause, chosen, named.others)));
  const isOther = !named.hasOwn && !isBeside && named.others.length > 0 && !wantsAnswerInWords(clause);
  const isChoice = isBeside || (named.hasOwn && named.others.length > 0 && clause.wants === 'confirm');
  const isUnfavourable = bound?.isUnfavourable ?? false;
  const isTurned = isNegative(clause, chosen, isOther && fact.status === 'implemented', isUnfavourable);
  const parties =
    fact.value.kind === 'parties' ? findParties(fact.value.parties, clause, languageCatalogue) : null;
  const response = parties
    ? partiesResponse(clause, parties)
    : (separationResponse(clause, fact, isTurned, around) ??
      respond({ clause, fact, bound, isTurned, isChoice }, facts));
  const isCompared = bound !== null && bound.outcome !== 'not_comparable';
  const part: Part = {
    fact: fact.id,
    response,
    isUnconfirmed,
    ...(isCompared && { bound: { text: bound.text, outcome: bound.outcome } }),
    ...(parties?.isSelection && { parties: parties.parties.map((party) => party.name) }),
  };
  const open = openReasons(fact, part, bound, isOther ? named : null);
  const isYesOrNo = response === 'yes' || response === 'no';
  if (isYesOrNo && !isCompared && !isStated(fact, chosen))
    open.push({ code: 'opposite_not_stated', args: { fact: fact.id } });
  return { part, open };
}

const OR = new Set(['or', 'oder']);

/** Whether the subject is named in its own words beside a value that the fact does not have: "own data centre or public cloud". */
function isBesideOther(clause: Clause, chosen: Candidate, others: readonly Word[]): boolean {
  const taken = new Set(others.map((word) => word.at));
  const named = chosen.hits.flatMap((hit) => hit.places.map(tokenOf)).filter((at) => !taken.has(at));
  return clause.words
    .filter((word) => OR.has(word.surface.toLowerCase()))
    .some(({ at }) =>
      others.some((other) =>
        named.some((own) => at > Math.min(own, other.at) && at < Math.max(own, other.at)),
      ),
    );
}

/** Whether both the subject and its opposite are named with an "or" between them: "an own database or shared tables". */
function isBesideOpposite(clause: Clause, chosen: Candidate): boolean {
  const tokens = (isAdverse: boolean): number[] =>
    chosen.hits.filter((hit) => hit.isAdverse === isAdverse).flatMap((hit) => hit.places.map(tokenOf));
  const [opposite, usual] = [tokens(true), tokens(false)];
  return clause.words
    .filter((word) => OR.has(word.surface.toLowerCase()))
    .some(({ at }) => {
      const isApart = (some: readonly number[], others: readonly number[]): boolean =>
        some.length > 0 && others.some((other) => other > at) && some.every((one) => one < at);
      return isApart(opposite, usual) || isApart(usual, opposite);
    });
}

function openReasons(
  fact: Fact,
  part: Part,
  bound: ComparedBound | null,
  other: NamedAlternatives | null,
): Reason[] {
  const reasons: Reason[] = [];
  if (bound?.outcome === 'not_comparable' && fact.status !== 'planned') {
    reasons.push({ code: 'bound_not_comparable', args: { bound: bound.text } });
  }
  if (other && fact.status === 'partial') {
    reasons.push({
      code: 'uncovered_words',
      args: { words: other.others.map((word) => word.surface).join(', ') },
    });
  }
  if (part.isUnconfirmed) {
    reasons.push({ code: 'date_unconfirmed', args: { fact: fact.id, due: fact.due?.quarter ?? '' } });
  }
  return reasons;
}

/**
 * True when negations, adverse phrases or a value that the fact does not have turn the clause round: "outside the EU",
 * "not", "on AWS"; but not when two of them cancel out.
 */
function isNegative(clause: Clause, chosen: Candidate, isOther: boolean, isUnfavourable: boolean): boolean {
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

interface ComparedBound {
  readonly text: string;
  readonly outcome: BoundOutcome;
  /** The limit itself is what an adverse phrase named ("TLS 1.0"): the phrase does not turn it once more. */
  readonly isVersion: boolean;
  readonly isLeast?: boolean;
  /** A limit that nobody wants to be met: "more than 24 hours", "below 99 %". */
  readonly isUnfavourable: boolean;
}

function boundOf(clause: Clause, text: string, chosen: Candidate, fact: Fact): ComparedBound | null {
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

function separationResponse(
  clause: Clause,
  fact: Fact,
  isTurned: boolean,
  around: Surroundings,
): Response | null {
  if (fact.value.kind !== 'separation' || wantsAnswerInWords(clause) || isTurned) return null;
  return compareSeparation(clause, fact.value.layers, around.languageCatalogue);
}

function respond(encounter: Encounter, facts: FactBase): Response {
  const { clause, fact, bound, isTurned, isChoice } = encounter;
  if (fact.value.kind === 'document') return documentResponse(encounter, facts);
  // "Is it true that there is no MFA?" is a yes while MFA is planned.
  if (fact.status === 'planned') return isTurned && clause.isOpened ? 'yes' : 'planned';
  if (fact.status === 'not_implemented') return isTurned ? 'yes' : 'no';
  if (bound && isDecisive(clause, bound)) {
    return boundResponse(bound.outcome, bound.isVersion ? isVersionTurned(clause, bound) : isTurned);
  }
  if (fact.status === 'partial') return clause.wants === 'value' ? 'value' : 'partial';
  if (isChoice && fact.status === 'implemented') return 'value';
  if (isTurned) return 'no';
  if (clause.wants === 'either') return FIGURE_KINDS.has(fact.value.kind) ? 'value' : 'yes';
  return wantsAnswerInWords(clause) ? 'value' : 'yes';
}

/** Asks which or how, not whether. */
function wantsAnswerInWords(clause: Clause): boolean {
  return clause.wants === 'value' || clause.wants === 'describe';
}

/** Kinds of values that a stub wants to know ("RPO"); of others it wants to know whether they are there ("WAF"). */
const FIGURE_KINDS: ReadonlySet<string> = new Set(['percentage', 'duration', 'frequency', 'retention']);

/** A limit decides unless it could not be compared, or the question wants a value and names it in passing. */
function isDecisive(clause: Clause, bound: ComparedBound): boolean {
  if (bound.outcome === 'not_comparable') return false;
  return !wantsAnswerInWords(clause) || bound.outcome === 'not_met';
}

/** "Is TLS 1.0 switched off?" asks for the opposite of a version; "TLS 1.2 or later, plain HTTP being blocked" does not. */
function isVersionTurned({ negators, refusals }: Clause, { isLeast }: ComparedBound): boolean {
  const isRefused = refusals.length > 0 && isLeast !== true;
  return (negators.length % 2 === 1) !== isRefused;
}

function boundResponse(outcome: BoundOutcome, isTurned: boolean): Response {
  if (outcome === 'conditional') return 'partial';
  return (outcome === 'met') !== isTurned ? 'yes' : 'no';
}

/** A document that is there answers a request for it; one that is announced is planned. */
function documentResponse({ clause, fact, isTurned }: Encounter, facts: FactBase): Response {
  const document = fact.value.kind === 'document' ? facts.documents.get(fact.value.document) : undefined;
  if (fact.status === 'planned' || (document && document.available !== 'immediately')) return 'planned';
  if (isTurned) return 'no';
  return clause.wants === 'confirm' && !clause.asks.has('document') ? 'yes' : 'document';
}
