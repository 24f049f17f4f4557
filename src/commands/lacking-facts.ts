import type { Decision, Language } from '../match/decision.js';
import type { Asked } from '../match/matcher.js';
import type { Answerer } from './answerer.js';

/** What would answer a question that the facts on file do not. */
export interface LackingFacts {
  /** Topics of which a fact alone would answer the question. */
  readonly alone: readonly string[];
  /** Whether facts on all topics that are missing would answer it. */
  readonly isEnough: boolean;
}

const NOTHING: LackingFacts = { alone: [], isEnough: false };

/** Tells for each question which facts would answer it; asks once per distinct question. */
export function createLacking(
  answerer: Answerer,
  fallback: Language,
): (asked: Asked, decision: Decision) => LackingFacts {
  const known = new Map<string, LackingFacts>();
  return (asked, { status, missing, uncovered }) => {
    // Words that no topic explains make a draft at best, whatever is known of the topics: that saves deciding again.
    if (status === 'answered' || missing.length === 0 || uncovered.length > 0) return NOTHING;
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? lackingFor(asked, missing, answerer, fallback);
    known.set(key, found);
    return found;
  };
}

function lackingFor(
  asked: Asked,
  missing: readonly string[],
  answerer: Answerer,
  fallback: Language,
): LackingFacts {
  const would = (topics: readonly string[]): boolean => answerer.wouldAnswer(asked, topics, fallback);
  if (!would(missing)) return NOTHING;
  return {
    alone: missing.length === 1 ? missing : missing.filter((topic) => would([topic])),
    isEnough: true,
  };
}
