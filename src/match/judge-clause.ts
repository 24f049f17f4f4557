import type { WordedAsk } from '../text/lexicon.js';
import type { Figure } from '../text/quantity.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { Clause, Word } from './clause.js';
import type { Reason } from './decision.js';
import { type Candidate, type Explanation, NAMED_IN_FULL } from './explain-clause.js';
import { isAboutOthers, isBesides, isRelation, secondSubjects } from './side-by-side.js';

/** How far the facts carry one clause. `neutral`: it asks for nothing of its own ("Please describe."). */
export type Verdict = 'full' | 'partial' | 'none' | 'neutral';

export interface ClauseJudgement {
  readonly verdict: Verdict;
  /** Topics with facts that carry it, in the order asked; empty unless the verdict is `full` or `partial`. */
  readonly carried: readonly Candidate[];
  /** Topics asked about without a fact. */
  readonly missing: readonly number[];
  readonly reasons: readonly Reason[];
}

/** What judging needs to know of the facts. */
export interface FactView {
  readonly catalogue: Catalogue;
  /** Whether the fact of the topic has a value that the figure can be compared with, or words that explain it. */
  canTakeFigure(topic: number, figure: Figure, clause: Clause): boolean;
  /** Whether the fact of the topic has a value that the figure can be compared with. */
  compares(topic: number, figure: Figure): boolean;
  /** Whether the fact of the topic says how something is done, not only how much or how long. */
  tellsHow(topic: number): boolean;
}

/** Least share of a clause's content words that a fact's topic must explain for a draft. */
const LEAST_SHARE_FOR_DRAFT = 0.5;
/** The same where another topic explains more, but the fact's topic is named in full beside it. */
const LEAST_SHARE_BESIDES = 0.4;
/** Weight of a word that names an aspect, against 1 for any other. */
const ASPECT_WEIGHT = 0.4;

/** Judges a clause by what explains it. */
export function judgeClause(clause: Clause, found: Explanation, view: FactView): ClauseJudgement {
  // What a customer says of itself names the subject; its other words demand nothing.
  const explanation = clause.isPreamble ? { ...found, uncovered: [], aspects: [] } : found;
  const carried = withoutUnfit(
    explanation.chosen.filter((c) => c.hasFact),
    clause,
    view,
  );
  if (explanation.chosen.length === 0) return judgeUnknown(clause, explanation);
  if (carried.length === 0) return judgeWithoutFact(clause, explanation, view.catalogue);
  return judgeWithFact(clause, explanation, carried, view);
}

/** Leaves out what is named by no word of its own and cannot be meant by the figures of the clause, where another can. */
function withoutUnfit(carried: readonly Candidate[], { figures }: Clause, view: FactView): Candidate[] {
  const isBetter = (other: Candidate, c: Candidate): boolean =>
    [...c.explained].every((at) => other.explained.has(at)) &&
    figures.some((figure) => view.compares(other.topic, figure) && !view.compares(c.topic, figure));
  return carried.filter((c) => !carried.some((other) => other !== c && isBetter(other, c)));
}

/** Words of a clause that must be explained. */
export function contentOf(clause: Clause): Word[] {
  return clause.words.filter((word) => word.kind === 'content' && !word.isSoft);
}

function judgeUnknown(clause: Clause, explanation: Explanation): ClauseJudgement {
  const isNeutral = contentOf(clause).length === 0 && clause.asks.size === 0;
  const reasons = isNeutral
    ? []
    : [
        wordsReason(
          'no_topic',
          explanation.uncovered.map((word) => word.surface),
        ),
      ];
  return { verdict: isNeutral ? 'neutral' : 'none', carried: [], missing: [], reasons };
}

function judgeWithoutFact(clause: Clause, explanation: Explanation, catalogue: Catalogue): ClauseJudgement {
  const missing = explanation.chosen.map((c) => c.topic);
  const isRepeated = explanation.chosen.every((c) => c.hits.length === 0) && contentOf(clause).length === 0;
  if (isRepeated) return { verdict: 'neutral', carried: [], missing, reasons: [] };
  const beside = namedBeside(clause, explanation);
  const reasons = missing.map((topic) => ({
    code: beside ? 'part_without_fact' : 'topic_without_fact',
    args: { topic: catalogue.topics[topic]?.id ?? '' },
  }));
  return { verdict: beside ? 'partial' : 'none', carried: beside ? [beside] : [], missing, reasons };
}

/** A topic with a fact that is named in full by words of its own, though another topic explains more of the clause. */
function namedBeside(clause: Clause, explanation: Explanation): Candidate | null {
  const taken = new Set(explanation.chosen.flatMap((c) => c.hits.flatMap((hit) => hit.places)));
  const least = contentOf(clause).length * LEAST_SHARE_BESIDES;
  const isInFull = (c: Candidate): boolean =>
    c.hits.some(
      (hit) =>
        !hit.isAdverse &&
        hit.places.length >= NAMED_IN_FULL &&
        hit.places.every((place) => !taken.has(place)),
    );
  return explanation.runnersUp.find((c) => c.hasFact && c.explained.size >= least && isInFull(c)) ?? null;
}

function judgeWithFact(
  clause: Clause,
  explanation: Explanation,
  carried: readonly Candidate[],
  view: FactView,
): ClauseJudgement {
  const without = explanation.chosen.filter((c) => !c.hasFact);
  const missing = without.map((c) => c.topic);
  const { reasons, isBlocked } = aspectReasons(explanation, view.catalogue);
  if (isBlocked) return { verdict: 'none', carried: [], missing, reasons };
  const wrongAsk = unfitAsk(clause, carried, view);
  if (wrongAsk) reasons.push({ code: 'wrong_ask', args: { asked: wrongAsk } });
  for (const topic of missing) {
    reasons.push({ code: 'part_without_fact', args: { topic: view.catalogue.topics[topic]?.id ?? '' } });
  }
  for (const topic of secondSubjects(clause, explanation, carried)) {
    reasons.push({ code: 'part_without_fact', args: { topic: view.catalogue.topics[topic]?.id ?? '' } });
    missing.push(topic);
  }
  const stray = clause.figures.filter(
    (figure) => !carried.some((c) => view.canTakeFigure(c.topic, figure, clause)),
  );
  const open = [
    ...explanation.uncovered.map((word) => word.surface),
    ...stray.flatMap((figure) => figureWords(clause, figure)),
  ];
  if (open.length > 0) reasons.push(wordsReason('uncovered_words', open));
  if (isAboutOthers(clause, explanation, carried, view.catalogue)) {
    reasons.push({ code: 'other_scope', args: { scope: 'third_parties' } });
  } else if (isRelation(clause, carried, view.catalogue)) {
    const topics = carried.map((c) => view.catalogue.topics[c.topic]?.id ?? '').join(', ');
    reasons.push({ code: 'ambiguous', args: { topics } });
  }
  if (reasons.length === 0) return { verdict: 'full', carried, missing, reasons };
  const isDraft =
    without.length > 0
      ? !wrongAsk && isBesides(clause, carried, without)
      : isWorthDraft(clause, explanation, wrongAsk);
  return { verdict: isDraft ? 'partial' : 'none', carried: isDraft ? carried : [], missing, reasons };
}

/**
 * Whether what the facts say is worth a draft. Words that name an aspect ("tested", "regularly") weigh less than others:
 * they ask more about the subject, not about another one.
 */
function isWorthDraft(clause: Clause, explanation: Explanation, wrongAsk: WordedAsk | null): boolean {
  if (wrongAsk && clause.leadingAsks.has(wrongAsk)) return explanation.uncovered.length === 0;
  const content = contentOf(clause);
  const weight = (words: readonly Word[]): number =>
    words.reduce((sum, word) => sum + (explanation.aspectWords.has(word.at) ? ASPECT_WEIGHT : 1), 0);
  const open = weight(explanation.uncovered);
  return weight(content) - open >= weight(content) * LEAST_SHARE_FOR_DRAFT;
}

function aspectReasons(
  explanation: Explanation,
  catalogue: Catalogue,
): { reasons: Reason[]; isBlocked: boolean } {
  const found = explanation.aspects.flatMap((index) => catalogue.aspects[index] ?? []);
  const blocking = found.filter((aspect) => aspect.weight === 'blocks');
  const shown = blocking.length > 0 ? blocking : found;
  return {
    reasons: shown.map((aspect) => ({ code: 'other_scope', args: { scope: aspect.id } })),
    isBlocked: blocking.length > 0,
  };
}

function wordsReason(code: string, words: readonly string[]): Reason {
  return { code, args: { words: words.slice(0, 12).join(', ') } };
}

function figureWords(clause: Clause, figure: Figure): string[] {
  return clause.words
    .filter((word) => word.at >= figure.start && word.at < figure.end)
    .map((word) => word.surface);
}

/** A kind of answer that is asked for and that none of the facts can give. */
function unfitAsk(clause: Clause, carried: readonly Candidate[], view: FactView): WordedAsk | null {
  for (const ask of clause.asks) {
    if (ask === 'list') continue;
    const fits = ({ topic }: Candidate): boolean =>
      ask === 'method' ? view.tellsHow(topic) : (view.catalogue.topics[topic]?.asks.includes(ask) ?? false);
    if (!carried.some(fits)) return ask;
  }
  return null;
}
