import type { WordedAsk } from '../text/lexicon.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { Clause } from './analyse.js';
import type { Reason } from './decision.js';
import type { Candidate, Explanation } from './explain-clause.js';
import { tokenOf } from './find-hits.js';

/** How far the facts carry one clause. `neutral`: it asks for nothing of its own ("Please describe."). */
export type Verdict = 'full' | 'partial' | 'none' | 'neutral';

export interface ClauseJudgement {
  readonly verdict: Verdict;
  /** Topics with facts that carry it, in the order asked. */
  readonly carried: readonly Candidate[];
  /** Topics asked about without a fact. */
  readonly missing: readonly number[];
  readonly reasons: readonly Reason[];
}

/** Least share of a clause's content words that a fact's topic must explain for a draft. */
const LEAST_SHARE_FOR_DRAFT = 0.5;

/** Judges a clause by what explains it. */
export function judgeClause(clause: Clause, explanation: Explanation, catalogue: Catalogue): ClauseJudgement {
  const { chosen, uncovered } = explanation;
  const carried = chosen.filter((c) => c.hasFact);
  const without = chosen.filter((c) => !c.hasFact);
  const missing = without.map((c) => c.topic);
  const content = clause.words.filter((word) => word.kind === 'content' && !word.isSoft);
  if (chosen.length === 0) {
    if (content.length === 0 && clause.asks.size === 0)
      return { verdict: 'neutral', carried: [], missing, reasons: [] };
    return {
      verdict: 'none',
      carried: [],
      missing,
      reasons: [
        reason(
          'no_topic',
          uncovered.map((w) => w.surface),
        ),
      ],
    };
  }
  const name = (topic: number): string => catalogue.topics[topic]?.id ?? '';
  if (carried.length === 0) {
    const verdict =
      missing.every((topic) => isInherited(chosen, topic)) && content.length === 0 ? 'neutral' : 'none';
    return {
      verdict,
      carried: [],
      missing,
      reasons: missing.map((topic) => ({ code: 'topic_without_fact', args: { topic: name(topic) } })),
    };
  }
  const reasons: Reason[] = [];
  const blocking = explanation.aspects.filter((aspect) => catalogue.aspects[aspect]?.weight === 'blocks');
  for (const aspect of blocking)
    reasons.push({ code: 'other_scope', args: { scope: catalogue.aspects[aspect]?.id ?? '' } });
  if (blocking.length > 0) return { verdict: 'none', carried: [], missing, reasons };

  const wrongAsk = unfitAsk(clause, carried, catalogue);
  if (wrongAsk) reasons.push({ code: 'wrong_ask', args: { asked: wrongAsk } });
  if (without.length > 0) {
    for (const topic of missing) reasons.push({ code: 'part_without_fact', args: { topic: name(topic) } });
    const verdict = !wrongAsk && isBesides(clause, carried, without) ? 'partial' : 'none';
    return { verdict, carried: verdict === 'none' ? [] : carried, missing, reasons };
  }
  if (uncovered.length > 0)
    reasons.push(
      reason(
        'uncovered_words',
        uncovered.map((word) => word.surface),
      ),
    );
  if (uncovered.length === 0 && !wrongAsk) return { verdict: 'full', carried, missing, reasons };
  const share = (content.length - uncovered.length) / Math.max(1, content.length);
  const isDraft = wrongAsk ? uncovered.length === 0 : share >= LEAST_SHARE_FOR_DRAFT;
  return { verdict: isDraft ? 'partial' : 'none', carried: isDraft ? carried : [], missing, reasons };
}

function reason(code: string, words: readonly string[]): Reason {
  return { code, args: { words: words.slice(0, 12).join(', ') } };
}

function isInherited(chosen: readonly Candidate[], topic: number): boolean {
  return chosen.some((c) => c.topic === topic && c.hits.length === 0);
}

/** A kind of answer that is asked for and that none of the facts can give. */
function unfitAsk(clause: Clause, carried: readonly Candidate[], catalogue: Catalogue): WordedAsk | null {
  for (const ask of clause.asks) {
    if (ask === 'list' || ask === 'document') continue;
    if (!carried.some((c) => catalogue.topics[c.topic]?.asks.includes(ask))) return ask;
  }
  return null;
}

/**
 * Whether topics with and without facts stand side by side ("WAF and intrusion detection"), so that the known one can be
 * drafted; otherwise the known one is only mentioned ("hardening of Kubernetes nodes") unless it explains most words.
 */
function isBesides(clause: Clause, carried: readonly Candidate[], without: readonly Candidate[]): boolean {
  const known = span(carried);
  const unknown = span(without);
  if (known && unknown) {
    const [low, high] =
      known.last < unknown.first ? [known.last, unknown.first] : [unknown.last, known.first];
    if (low < high && clause.joints.some((at) => at > low && at < high)) return true;
  }
  const own = new Set(carried.flatMap((c) => [...c.explained]));
  const others = new Set(without.flatMap((c) => [...c.explained]).filter((at) => !own.has(at)));
  return own.size > others.size && others.size > 0;
}

function span(candidates: readonly Candidate[]): { first: number; last: number } | null {
  const at = candidates.flatMap((c) => c.hits.flatMap((hit) => hit.places.map(tokenOf)));
  return at.length > 0 ? { first: Math.min(...at), last: Math.max(...at) } : null;
}
