import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import { statusOn } from '../facts/status.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import type { Clause } from './analyse.js';
import { compareFigure, isComparable, namedVersion } from './bounds.js';
import type { BoundOutcome, Part, Response } from './decision.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';
import { findParties, partiesResponse } from './parties.js';
import { compareSeparation } from './separation.js';
import type { Surroundings } from './surroundings.js';

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
  around: Surroundings,
): Contribution {
  const { facts, day, languageCatalogue } = around;
  const { isUnconfirmed } = statusOn(fact, day);
  const bound = boundOf(clause, text, fact);
  const parties =
    fact.value.kind === 'parties' ? findParties(fact.value.parties, clause, languageCatalogue) : null;
  const response = parties
    ? partiesResponse(clause, parties)
    : respond(clause, fact, facts, chosen, bound, languageCatalogue);
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
  const inAdverse = new Set(adverse.flatMap((hit) => hit.places.map(tokenOf)));
  const negators = clause.negators.filter((at) => !inAdverse.has(at));
  const refusals = adverse.length > 0 && clause.isRefusal ? 1 : 0;
  return (Math.min(adverse.length, 1) + negators.length + refusals) % 2 === 1;
}

interface ComparedBound {
  readonly text: string;
  readonly outcome: BoundOutcome;
  /** The limit itself is what an adverse phrase named ("TLS 1.0"): the phrase does not turn it once more. */
  readonly isVersion: boolean;
}

function boundOf(clause: Clause, text: string, fact: Fact): ComparedBound | null {
  const figure = clause.figures.find((candidate) => isComparable(fact, candidate));
  const outcome = figure && compareFigure(fact, figure);
  if (figure && outcome) {
    const isByContract = outcome === 'conditional' && fact.value.kind === 'retention' && clause.isByContract;
    return { text: figure.text, outcome: isByContract ? 'met' : outcome, isVersion: false };
  }
  const version = namedVersion(fact, text);
  return version && { ...version, isVersion: true };
}

function respond(
  clause: Clause,
  fact: Fact,
  facts: FactBase,
  chosen: Candidate,
  bound: ComparedBound | null,
  catalogue: LanguageCatalogue,
): Response {
  const isTurned = isNegative(clause, chosen);
  if (fact.value.kind === 'document') return documentResponse(clause, fact, facts, isTurned);
  if (fact.status === 'planned') return 'planned';
  if (fact.status === 'not_implemented') return isTurned ? 'yes' : 'no';
  if (bound && isDecisive(clause, bound)) {
    const isBoundTurned = bound.isVersion ? clause.negators.length % 2 === 1 : isTurned;
    return boundResponse(bound.outcome, isBoundTurned);
  }
  if (fact.value.kind === 'separation' && clause.wants !== 'value' && !isTurned) {
    const compared = compareSeparation(clause, fact.value.layers, catalogue);
    if (compared) return compared;
  }
  if (fact.status === 'partial') return clause.wants === 'value' ? 'value' : 'partial';
  if (isTurned) return 'no';
  if (clause.wants === 'either')
    return FIGURE_KINDS.has(fact.value.kind) && !chosen.hits.some((hit) => hit.isAdverse) ? 'value' : 'yes';
  return clause.wants === 'value' ? 'value' : 'yes';
}

/** Kinds of values that a stub wants to know ("RPO"); of others it wants to know whether they are there ("WAF"). */
const FIGURE_KINDS: ReadonlySet<string> = new Set(['percentage', 'duration', 'frequency', 'retention']);

/** A limit decides unless it could not be compared, or the question wants a value and names it in passing. */
function isDecisive(clause: Clause, bound: ComparedBound): boolean {
  if (bound.outcome === 'not_comparable') return false;
  return clause.wants !== 'value' || bound.outcome === 'not_met';
}

function boundResponse(outcome: BoundOutcome, isTurned: boolean): Response {
  if (outcome === 'conditional') return 'partial';
  return (outcome === 'met') !== isTurned ? 'yes' : 'no';
}

/** A document that is there answers a request for it; one that is announced is planned. */
function documentResponse(clause: Clause, fact: Fact, facts: FactBase, isTurned: boolean): Response {
  const document = fact.value.kind === 'document' ? facts.documents.get(fact.value.document) : undefined;
  if (fact.status === 'planned' || (document && document.available !== 'immediately')) return 'planned';
  if (isTurned) return 'no';
  return clause.wants === 'confirm' && !clause.asks.has('document') ? 'yes' : 'document';
}
