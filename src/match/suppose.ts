import type { FactBase } from '../facts/fact-base.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { Decision } from './decision.js';
import { type Asked, createMatcher, type MatcherOptions } from './matcher.js';
import { supposeFact } from './suppose-fact.js';

/** Decides questions as if there were facts on some topics more. */
export interface Supposition {
  /** @param topics ids of topics without a fact */
  decide(asked: Asked, topics: readonly string[]): Decision;
}

/**
 * Makes a supposition over facts as of a day (`YYYY-MM-DD`): it tells which facts a company lacks, never what to answer.
 */
export function createSupposition(
  catalogue: Catalogue,
  facts: FactBase,
  day: string,
  options: MatcherOptions = {},
): Supposition {
  const view = new Map(facts.facts);
  const matcher = createMatcher(catalogue, { ...facts, facts: view }, day, options);
  return {
    decide(asked, topics) {
      const added = topics.filter((id) => !view.has(id));
      for (const id of added) {
        const index = catalogue.indexOf(id);
        const card = index === undefined ? undefined : catalogue.topics[index];
        if (card) view.set(id, supposeFact(card));
      }
      const decision = matcher.decide(asked);
      for (const id of added) view.delete(id);
      return decision;
    },
  };
}
