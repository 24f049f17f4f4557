import type { AnswerStatus, Decision, Language, Part, Reason, Response } from './decision.js';
import { expandList } from './expand-list.js';
import { contentOf } from './judge-clause.js';
import { type ClauseTrace, judgeClauses } from './judge-question.js';
import { contribute } from './respond.js';
import type { Surroundings } from './surroundings.js';

/** A decision and how it came about. */
export interface Trace {
  readonly decision: Decision;
  readonly clauses: readonly ClauseTrace[];
}

/** Decides one question. Pure: same question, facts and day, same decision. */
export function decide(question: string, around: Surroundings): Trace {
  const analysis = around.analyser.analyse(question);
  if (analysis.isTooLong) return empty(question, around.language, { code: 'too_long', args: {} });
  const clauses = judgeClauses(analysis.clauses, around);
  if (clauses.length === 0) return empty(question, around.language, { code: 'no_question', args: {} });
  const whole = { decision: conclude(question, clauses, around), clauses };
  return whole.decision.status === 'answered' ? whole : (decideList(question, whole, around) ?? whole);
}

/** Decides a heading with a list item by item; null where that finds no more than the whole did. */
function decideList(question: string, whole: Trace, around: Surroundings): Trace | null {
  const items = expandList(question);
  if (!items) return null;
  const clauses = items.flatMap((item) => judgeClauses(around.analyser.analyse(item).clauses, around));
  const decision = conclude(question, clauses, around);
  const isBetter = decision.status === 'answered' || decision.parts.length > whole.decision.parts.length;
  return isBetter ? { decision, clauses } : null;
}

function empty(question: string, language: Language, reason: Reason): Trace {
  const decision: Decision = {
    question,
    language,
    status: 'unanswered',
    response: null,
    parts: [],
    topics: [],
    missing: [],
    uncovered: [],
    confidence: 0,
    reasons: [reason],
  };
  return { decision, clauses: [] };
}

/** A decision for a question that is not analysed, such as one in another language. */
export function undecided(question: string, language: Language, reason: Reason): Decision {
  return empty(question, language, reason).decision;
}

function conclude(question: string, clauses: readonly ClauseTrace[], around: Surroundings): Decision {
  const { catalogue } = around;
  const id = (topic: number): string => catalogue.topics[topic]?.id ?? '';
  const reasons = clauses.flatMap((trace) => trace.judgement.reasons);
  const { parts, open } = collectParts(clauses, around);
  reasons.push(...open);
  if (parts.length === 0 && reasons.length === 0) reasons.push({ code: 'no_question', args: {} });
  const status = statusOf(clauses, parts, open);
  const uncovered = clauses.flatMap((trace) => trace.explanation.uncovered.map((word) => word.surface));
  return {
    question,
    language: around.language,
    status,
    response: status === 'unanswered' ? null : combine(parts.map((part) => part.response)),
    parts: status === 'unanswered' ? [] : parts,
    topics: unique(clauses.flatMap((trace) => trace.explanation.chosen.map((c) => id(c.topic)))),
    missing: unique(clauses.flatMap((trace) => trace.judgement.missing.map(id))),
    uncovered: unique(uncovered),
    confidence: confidenceOf(clauses, status),
    reasons: uniqueReasons(reasons),
  };
}

/** What each fact says, and the reasons why it may be no more than a draft. */
function collectParts(
  clauses: readonly ClauseTrace[],
  around: Surroundings,
): { parts: Part[]; open: Reason[] } {
  const parts = new Map<string, Part>();
  const open: Reason[] = [];
  // "We require 60 days. Can this be agreed?"
  const canBeAgreed = clauses.some(({ clause }) => clause.isByContract && contentOf(clause).length === 0);
  for (const { clause: own, judgement } of clauses) {
    const clause = { ...own, isByContract: own.isByContract || canBeAgreed };
    const text = clause.words.map((word) => word.surface).join(' ');
    for (const candidate of judgement.carried) {
      const fact = around.facts.facts.get(around.catalogue.topics[candidate.topic]?.id ?? '');
      if (!fact) continue;
      const contribution = contribute(clause, text, candidate, fact, around);
      open.push(...contribution.open);
      const { part } = contribution;
      const known = parts.get(fact.id);
      // "Is it in-house, or is it hosted?" wants to know which; what is not there yet is neither.
      if (known && clause.isAlternative)
        parts.set(fact.id, { ...part, response: UNSETTLED.has(fact.status) ? part.response : 'value' });
      else if (!known || weight(part.response) > weight(known.response)) parts.set(fact.id, part);
    }
  }
  return { parts: [...parts.values()], open };
}

/** Of a fact that is not there, or only in part, the status itself is the answer. */
const UNSETTLED: ReadonlySet<string> = new Set(['planned', 'partial', 'not_implemented']);

/** A later clause about the same fact replaces the response only by a more cautious one. */
function weight(response: Response): number {
  return { document: 0, list: 0, value: 0, yes: 1, planned: 2, partial: 3, no: 4 }[response];
}

function statusOf(
  clauses: readonly ClauseTrace[],
  parts: readonly Part[],
  open: readonly Reason[],
): AnswerStatus {
  const verdicts = clauses.map((trace) => trace.judgement.verdict).filter((verdict) => verdict !== 'neutral');
  if (parts.length === 0) return 'unanswered';
  const isComplete = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'full');
  return isComplete && open.length === 0 ? 'answered' : 'review';
}

/** One response for several facts: the common one, else what claims least. */
export function combine(responses: readonly Response[]): Response | null {
  const [first, ...others] = responses;
  if (first === undefined) return null;
  if (others.every((response) => response === first)) return first;
  const positive = responses.every((response) => ['yes', 'value', 'list', 'document'].includes(response));
  if (positive)
    return (['yes', 'document', 'list'] as const).find((response) => responses.includes(response)) ?? 'value';
  return 'partial';
}

/** Share of content words explained, halved for drafts; 1 for a full answer. */
function confidenceOf(clauses: readonly ClauseTrace[], status: AnswerStatus): number {
  if (status === 'unanswered') return 0;
  const content = clauses.flatMap((trace) =>
    trace.clause.words.filter((word) => word.kind === 'content' && !word.isSoft),
  );
  const uncovered = clauses.flatMap((trace) => trace.explanation.uncovered);
  const share = content.length === 0 ? 1 : (content.length - uncovered.length) / content.length;
  return Math.round((status === 'answered' ? share : share / 2) * 100) / 100;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function uniqueReasons(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
