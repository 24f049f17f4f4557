import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import { statusOn } from '../facts/status.js';
import { type NamedAlternatives, nameAlternatives } from './alternatives.js';
import { isBesideOpposite, isBesideOther } from './choice.js';
import type { Clause } from './clause.js';
import { boundOf, boundResponse, type ComparedBound, isDecisive } from './clause-bound.js';
import type { Part, Reason, Response } from './decision.js';
import type { Candidate } from './explain-clause.js';
import { isStated } from './opposite.js';
import { findParties, partiesResponse } from './parties.js';
import { isNegative, wantsAnswerInWords } from './polarity.js';
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
    return boundResponse(clause, bound, isTurned);
  }
  if (fact.status === 'partial') return clause.wants === 'value' ? 'value' : 'partial';
  if (isChoice && fact.status === 'implemented') return 'value';
  if (isTurned) return 'no';
  if (clause.wants === 'either') return FIGURE_KINDS.has(fact.value.kind) ? 'value' : 'yes';
  return wantsAnswerInWords(clause) ? 'value' : 'yes';
}

/** Kinds of values that a stub wants to know ("RPO"); of others it wants to know whether they are there ("WAF"). */
const FIGURE_KINDS: ReadonlySet<string> = new Set(['percentage', 'duration', 'frequency', 'retention']);

/** A document that is there answers a request for it; one that is announced is planned. */
function documentResponse({ clause, fact, isTurned }: Encounter, facts: FactBase): Response {
  const document = fact.value.kind === 'document' ? facts.documents.get(fact.value.document) : undefined;
  if (fact.status === 'planned' || (document && document.available !== 'immediately')) return 'planned';
  if (isTurned) return 'no';
  return clause.wants === 'confirm' && !clause.asks.has('document') ? 'yes' : 'document';
}
