import type { Fact } from '../facts/schema.js';
import type { Clause, Word } from './clause.js';
import { type Candidate, type Explanation, explainClause, NAMED_IN_FULL } from './explain-clause.js';
import { type Hit, tokenOf } from './find-hits.js';
import { type ClauseJudgement, contentOf, judgeClause } from './judge-clause.js';
import type { Surroundings } from './surroundings.js';
import { viewFacts } from './view-facts.js';

/** A clause with everything that led to its judgement, for `--explain`. */
export interface ClauseTrace {
  readonly clause: Clause;
  readonly explanation: Explanation;
  readonly judgement: ClauseJudgement;
}

/** Explains and judges the clauses of a question in order; each may speak of the topics of the one before. */
export function judgeClauses(clauses: readonly Clause[], around: Surroundings): ClauseTrace[] {
  const traces: ClauseTrace[] = [];
  let inherited: readonly number[] = [];
  const asking = withoutPreambles(clauses);
  for (const clause of asking) {
    const previous = traces.at(-1)?.clause;
    const plain = judgeInHalves(clause, around, continues(clause, previous) ? inherited : []);
    const preamble = clauses[clauses.indexOf(clause) - 1];
    const subjects = [
      subjectOf(traces.at(-1)),
      preamble && !asking.includes(preamble) ? contentOf(preamble) : [],
    ];
    const isDone = plain.every(isSettled) || plain.some(namesOther);
    const own = (isDone ? null : judgeWithSubject(clause, subjects, around)) ?? plain;
    traces.push(...own);
    const chosen = own.flatMap((trace) => trace.explanation.chosen.map((c) => c.topic));
    if (chosen.length > 0) inherited = chosen;
  }
  return withoutChatter(traces);
}

/** Most words of a sentence that only asks on: "Since when?" */
const LONGEST_ASKING_ON = 4;

/** Whether a clause can be about what the one before was about: a new sentence only where it says so, or says next to nothing. */
function continues(clause: Clause, before: Clause | undefined): boolean {
  if (!before?.endsSentence || clause.refersBack || clause.isFollowUp) return true;
  return contentOf(clause).length === 0 && clause.words.length <= LONGEST_ASKING_ON;
}

function isSettled({ judgement }: ClauseTrace): boolean {
  return judgement.verdict === 'full' || judgement.verdict === 'neutral';
}

/** Names a topic without a fact in full: it has a subject of its own. */
function namesOther({ explanation }: ClauseTrace): boolean {
  const isInFull = (hit: Hit): boolean => hit.places.length >= NAMED_IN_FULL;
  return [...explanation.chosen, ...explanation.runnersUp].some((c) => !c.hasFact && c.hits.some(isInFull));
}

/** The words that name the subject of a clause: those of the facts' topics, or all of a heading. */
function subjectOf(before: ClauseTrace | undefined): readonly Word[] {
  if (!before) return [];
  const heading = before.explanation.chosen.length === 0 ? contentOf(before.clause) : [];
  if (heading.length > 0 && heading.length <= LONGEST_HEADING) return heading;
  const named = new Set(
    before.judgement.carried.flatMap((c) => c.hits.flatMap((hit) => hit.places.map(tokenOf))),
  );
  return before.clause.words.filter((word) => named.has(word.at));
}

/**
 * Judges a clause together with words before it that name its subject: "Is there a backup, and is it encrypted?", "We use
 * Entra ID; can we sign in with it?" Only where both together name what the facts carry; null otherwise.
 */
function judgeWithSubject(
  clause: Clause,
  subjects: readonly (readonly Word[])[],
  around: Surroundings,
): ClauseTrace[] | null {
  if (contentOf(clause).length > LONGEST_ADDITION) return null;
  const first = clause.words[0]?.at ?? 0;
  const spans = (hit: Hit): boolean => {
    const tokens = hit.places.map(tokenOf);
    return tokens.some((at) => at < first) && tokens.some((at) => at >= first);
  };
  for (const subject of subjects) {
    if (subject.length === 0) continue;
    const trace = judge({ ...clause, words: [...subject, ...clause.words] }, around, []);
    const isSpanned = trace.judgement.carried.every((c) => c.hits.some(spans));
    if (trace.judgement.verdict === 'full' && isSpanned) return [trace];
  }
  return null;
}

/** Most words with content of a heading before a question: "Backups: how often?" */
const LONGEST_HEADING = 2;

/** Most words with content of a clause that adds to the subject of the one before. */
const LONGEST_ADDITION = 4;

/** Leaves out what comes before the question and names no topic: "Quick one before we sign: ...". */
function withoutChatter(traces: readonly ClauseTrace[]): ClauseTrace[] {
  const first = traces.findIndex((trace) => trace.explanation.chosen.length > 0);
  const isQuestion = traces[first]?.clause.wants === 'confirm' || traces[first]?.clause.wants === 'value';
  const isChatter = ({ clause, judgement }: ClauseTrace, index: number): boolean =>
    index < first &&
    isQuestion &&
    judgement.verdict === 'none' &&
    !clause.endsSentence &&
    clause.asks.size === 0 &&
    !isQuestionItself(clause);
  return traces.filter((trace, index) => !isChatter(trace, index));
}

function isQuestionItself(clause: Clause): boolean {
  return clause.isOpened || clause.wants === 'value' || clause.wants === 'describe';
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
function judgeInHalves(clause: Clause, around: Surroundings, inherited: readonly number[]): ClauseTrace[] {
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

function judge(clause: Clause, around: Surroundings, inherited: readonly number[]): ClauseTrace {
  const { catalogue, facts, languageCatalogue } = around;
  const factOf = (topic: number): Fact | undefined => facts.facts.get(catalogue.topics[topic]?.id ?? '');
  const explanation = explainClause(
    clause,
    catalogue,
    languageCatalogue,
    (topic) => factOf(topic) !== undefined,
    (topic) => factOf(topic)?.status === 'planned',
    inherited,
  );
  return { clause, explanation, judgement: judgeClause(clause, explanation, viewFacts(around)) };
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
