import type { FactBase } from '../facts/fact-base.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { Decision } from './decision.js';
import { createMatcher } from './matcher.js';
import type { Expectation } from './read-expectations.js';

/** A point in which a decision is not as expected. */
export interface Difference {
  readonly field: 'language' | 'status' | 'response' | 'facts';
  readonly expected: string;
  readonly found: string;
}

/** How an expectation came out; without differences it holds. */
export interface TriedExpectation {
  readonly expectation: Expectation;
  readonly differences: readonly Difference[];
  readonly decision: Decision;
}

/** Decides each question as a run would and compares the decision with what is expected of it. */
export function tryExpectations(
  expectations: readonly Expectation[],
  catalogue: Catalogue,
  facts: FactBase,
  day: string,
): TriedExpectation[] {
  const matchers = {
    de: createMatcher(catalogue, facts, day, { fallback: 'de' }),
    en: createMatcher(catalogue, facts, day, { fallback: 'en' }),
  };
  return expectations.map((expectation) => {
    const { question, section = null, language = 'en' } = expectation;
    const decision = matchers[language].decide({ text: question, section });
    return { expectation, decision, differences: compare(expectation, decision) };
  });
}

function compare(expectation: Expectation, decision: Decision): Difference[] {
  const ids = (facts: readonly string[]): string => [...new Set(facts)].sort().join(', ') || 'none';
  const found = {
    language: decision.language,
    status: decision.status,
    response: decision.response ?? 'none',
    facts: ids(decision.parts.map(({ fact }) => fact)),
  };
  const expected = {
    language: expectation.language,
    status: expectation.status,
    response: expectation.response,
    facts: expectation.facts && ids(expectation.facts),
  };
  return (['language', 'status', 'response', 'facts'] as const).flatMap((field) => {
    const wanted = expected[field];
    return wanted === undefined || wanted === found[field]
      ? []
      : [{ field, expected: wanted, found: found[field] }];
  });
}
