import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import { statusOn } from '../facts/status.js';
import type { Clause } from './analyse.js';
import { compareFigure, isComparable, namedVersion } from './bounds.js';
import type { BoundOutcome, Part, Response } from './decision.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';
import { findParties, partiesResponse } from './parties.js';

/** What one fact says to one clause. */
export interface Contribution {
  readonly part: Part;
  /** A figure of the clause that the fact's value cannot be compared with. */
  readonly incomparable: string | null;
}

/** Works out response, bound and parties for a fact that a clause asks about. */
export function contribute(
  clause: Clause,
  text: string,
  chosen: Candidate,
  fact: Fact,
  facts: FactBase,
  day: string,
): Contribution {
  const { isUnconfirmed } = statusOn(fact, day);
  const isTurned = isNegative(clause, chosen);
  const bound = boundOf(clause, text, fact);
  const parties = fact.value.kind === 'parties' ? findParties(fact.value.parties, clause, text) : null;
  const response = parties
    ? partiesResponse(clause, parties, text)
    : respond(clause, fact, facts, day, isTurned, bound?.outcome ?? null);
  const outcome = bound?.outcome;
  return {
    part: {
      fact: fact.id,
      response,
      isUnconfirmed,
      ...(bound && outcome && outcome !== 'not_comparable' && { bound: { text: bound.text, outcome } }),
      ...(parties?.isSelection && { parties: parties.parties.map((party) => party.name) }),
    },
    incomparable: outcome === 'not_comparable' && fact.status !== 'planned' ? (bound?.text ?? null) : null,
  };
}

/** True when negations and adverse phrases turn the clause round: "outside the EU", "not", but not both. */
export function isNegative(clause: Clause, chosen: Candidate): boolean {
  const adverse = chosen.hits.filter((hit) => hit.isAdverse);
  const runs = adverse.filter(
    (hit, i) => !adverse.slice(0, i).some((other) => near(other.places, hit.places)),
  );
  const inAdverse = new Set(adverse.flatMap((hit) => hit.places.map(tokenOf)));
  const negators = clause.negators.filter((at) => !inAdverse.has(at));
  return (Math.min(runs.length, 1) + negators.length) % 2 === 1;
}

function near(a: readonly number[], b: readonly number[]): boolean {
  return a.some((place) => b.includes(place));
}

function boundOf(clause: Clause, text: string, fact: Fact): { text: string; outcome: BoundOutcome } | null {
  const figure = clause.figures.find((candidate) => isComparable(fact, candidate)) ?? clause.figures[0];
  if (figure) {
    const outcome = compareFigure(fact, figure);
    if (outcome) return { text: figureText(figure), outcome };
  }
  return namedVersion(fact, clause.words, text);
}

function figureText(figure: { amount: number; unit: string }): string {
  return `${figure.amount} ${figure.unit.replace('_', ' ')}`;
}

function respond(
  clause: Clause,
  fact: Fact,
  facts: FactBase,
  day: string,
  isTurned: boolean,
  outcome: BoundOutcome | null,
): Response {
  if (fact.value.kind === 'document') return documentResponse(clause, fact, facts);
  const { status } = statusOn(fact, day);
  if (status === 'planned') return 'planned';
  if (status === 'not_implemented') return isTurned ? 'yes' : 'no';
  if (
    outcome &&
    outcome !== 'not_comparable' &&
    (clause.isConfirm || clause.figures.length > 0 || outcome === 'not_met')
  ) {
    return boundResponse(outcome, isTurned);
  }
  if (status === 'partial') return clause.isConfirm || !wantsValue(clause) ? 'partial' : 'value';
  if (!clause.isConfirm && wantsValue(clause)) return isTurned ? 'no' : 'value';
  return isTurned ? 'no' : 'yes';
}

function boundResponse(outcome: BoundOutcome, isTurned: boolean): Response {
  if (outcome === 'conditional') return 'partial';
  return (outcome === 'met') !== isTurned ? 'yes' : 'no';
}

function wantsValue(clause: Clause): boolean {
  return clause.asks.size > 0 || !clause.isConfirm;
}

/** A document that is there answers a request for it; one that is announced is planned. */
function documentResponse(clause: Clause, fact: Fact, facts: FactBase): Response {
  const document = fact.value.kind === 'document' ? facts.documents.get(fact.value.document) : undefined;
  if (fact.status === 'planned' || (document && document.available !== 'immediately')) return 'planned';
  if (clause.asks.has('document')) return 'document';
  return clause.isConfirm ? 'yes' : 'document';
}
