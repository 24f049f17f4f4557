import type { Fact } from '../facts/schema.js';
import { fold } from '../text/normalise.js';
import type { Clause, Word } from './analyse.js';
import { isComparable } from './bounds.js';
import type { AnswerStatus, Decision, Language, Part, Reason, Response } from './decision.js';
import { type Candidate, type Explanation, explainClause } from './explain-clause.js';
import { type Hit, tokenOf } from './find-hits.js';
import { type ClauseJudgement, contentOf, type FactView, judgeClause } from './judge-clause.js';
import { contribute } from './respond.js';
import type { Surroundings } from './surroundings.js';

/** A clause with everything that led to its judgement, for `--explain`. */
export interface ClauseTrace {
  readonly clause: Clause;
  readonly explanation: Explanation;
  readonly judgement: ClauseJudgement;
}

/** A decision and how it came about. */
export interface Trace {
  readonly decision: Decision;
  readonly clauses: readonly ClauseTrace[];
}

/** Decides one question. Pure: same question, facts and day, same decision. */
export function decide(question: string, around: Surroundings): Trace {
  const analysis = around.analyser.analyse(question);
  if (analysis.isTooLong) return empty(question, around.language, { code: 'too_long', args: {} });
  const clauses: ClauseTrace[] = [];
  let inherited: readonly number[] = [];
  for (const clause of withoutPreambles(analysis.clauses)) {
    const traces = readClause(clause, around, inherited);
    clauses.push(...traces);
    const chosen = traces.flatMap((trace) => trace.explanation.chosen.map((c) => c.topic));
    if (chosen.length > 0) inherited = chosen;
  }
  if (clauses.length === 0) return empty(question, around.language, { code: 'no_question', args: {} });
  return { decision: conclude(question, clauses, around), clauses };
}

/** Leaves out statements about the customer where a question with a subject of its own follows. */
function withoutPreambles(clauses: readonly Clause[]): readonly Clause[] {
  const asksItself = clauses.some(
    (clause) => !clause.isPreamble && clause.wants !== 'either' && contentOf(clause).length > 1,
  );
  return asksItself ? clauses.filter((clause) => !clause.isPreamble) : clauses;
}

/** Least share of a clause's content words that a fact's topic must explain for a half of the clause to be tried. */
const LEAST_SHARE_OF_HALF = 0.25;

/**
 * Explains and judges a clause. Where the facts do not carry it whole, it is tried in two halves at each joining word:
 * "GDPR as well as CCPA" has a half that the facts carry.
 */
function readClause(clause: Clause, around: Surroundings, inherited: readonly number[]): ClauseTrace[] {
  const whole = judge(clause, around, inherited);
  if (whole.judgement.verdict !== 'none') return [whole];
  const content = contentOf(clause).length;
  const best = Math.max(0, ...candidatesWithFacts(whole).map((c) => c.explained.size));
  if (best < content * LEAST_SHARE_OF_HALF) return [whole];
  for (const joint of clause.joints) {
    if (whole.explanation.chosen.some((c) => !c.hasFact && spansAcross(c, joint))) continue;
    const halves = [pick(clause, (at) => at < joint), pick(clause, (at) => at > joint)]
      .filter((half) => half.words.length > 0)
      .map((half) => judge(half, around, []));
    if (halves.length === 2 && halves.some(isCarriedAlone)) return halves;
  }
  return [whole];
}

function candidatesWithFacts({ explanation }: ClauseTrace): Candidate[] {
  return [...explanation.chosen, ...explanation.runnersUp].filter((c) => c.hasFact);
}

/** Named only by words on both sides: the joining word stands inside the name ("host and guest OS hardening"). */
function spansAcross(candidate: Candidate, joint: number): boolean {
  const { hits } = candidate;
  const isAcross = (hit: Hit): boolean => {
    const tokens = hit.places.map(tokenOf);
    return Math.min(...tokens) < joint && Math.max(...tokens) > joint;
  };
  return hits.length > 0 && hits.every(isAcross);
}

function isCarriedAlone({ judgement }: ClauseTrace): boolean {
  return judgement.verdict === 'full' && judgement.carried.some((c) => c.hits.length > 0);
}

/** Kinds of values that say how much or how long, but not how. */
const BARE_KINDS: ReadonlySet<string> = new Set(['percentage', 'duration', 'frequency', 'retention', 'none']);

function judge(clause: Clause, around: Surroundings, inherited: readonly number[]): ClauseTrace {
  const { catalogue, facts, languageCatalogue } = around;
  const factOf = (topic: number): Fact | undefined => facts.facts.get(catalogue.topics[topic]?.id ?? '');
  const explanation = explainClause(
    clause,
    catalogue,
    languageCatalogue,
    (topic) => factOf(topic) !== undefined,
    inherited,
  );
  const view: FactView = {
    catalogue,
    tellsHow: (topic) => {
      const fact = factOf(topic);
      return fact !== undefined && (fact.status === 'planned' || !BARE_KINDS.has(fact.value.kind));
    },
    canTakeFigure: (topic, figure, { words }) => {
      const fact = factOf(topic);
      // What is not there yet is not there within any limit.
      if (fact && (fact.status === 'planned' || isComparable(fact, figure))) return true;
      const { lexicon, explains } = languageCatalogue;
      const isPlain = (word: Word, root: string): boolean =>
        lexicon.generic.has(root) || lexicon.stop.has(fold(word.surface));
      return words
        .filter((word) => word.at >= figure.start && word.at < figure.end)
        .every((word) => word.roots.every((root) => explains(topic, root) || isPlain(word, root)));
    },
  };
  return { clause, explanation, judgement: judgeClause(clause, explanation, view) };
}

/** The part of a clause whose tokens pass. */
function pick(clause: Clause, isIn: (at: number) => boolean): Clause {
  return {
    ...clause,
    words: clause.words.filter((word) => isIn(word.at)),
    figures: clause.figures.filter((figure) => isIn(figure.start) && isIn(figure.end - 1)),
    negators: clause.negators.filter(isIn),
    joints: clause.joints.filter(isIn),
  };
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
  for (const { clause, judgement } of clauses) {
    const text = clause.words.map((word) => word.surface).join(' ');
    for (const candidate of judgement.carried) {
      const fact = around.facts.facts.get(around.catalogue.topics[candidate.topic]?.id ?? '');
      if (!fact) continue;
      const contribution = contribute(clause, text, candidate, fact, around);
      open.push(...contribution.open);
      const { part } = contribution;
      const known = parts.get(fact.id);
      if (known && clause.isAlternative) parts.set(fact.id, { ...part, response: 'value' });
      else if (!known || weight(part.response) > weight(known.response)) parts.set(fact.id, part);
    }
  }
  return { parts: [...parts.values()], open };
}

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
