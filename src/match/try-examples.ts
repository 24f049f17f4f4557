import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { Example } from '../topics/read-examples.js';
import type { Decision } from './decision.js';
import { createMatcher } from './matcher.js';
import { supposeFact } from './suppose-fact.js';

/** Why an example or near miss fails. */
export type ExampleFault =
  /** The question does not name the topic: others explain it, or nothing does. */
  | 'not_reached'
  /** Without a fact on the topic, facts on other topics answer the whole question. */
  | 'answered_by_others'
  /** With a fact on the topic, that fact has no part in the answer. */
  | 'not_decided'
  /** A near miss is answered by a fact on the topic. */
  | 'decided';

/** How an example or near miss came out. */
export interface TriedExample {
  readonly example: Example;
  /** Null when it came out as it must. */
  readonly fault: ExampleFault | null;
  /** The decision that shows the fault, else the last one made. */
  readonly decision: Decision;
}

/**
 * Tries examples against the matcher, whatever this company has facts on: each example is decided once without a fact on
 * its topic and once with one (its own, else a supposed one), each near miss with one. All other facts are as they are.
 *
 * An example must name its topic both times, must not be answered by other topics' facts when its own is missing, and must
 * lean on its own fact when that is there. A near miss must not be answered by a fact on the topic; a draft is fine.
 */
export function tryExamples(
  examples: readonly Example[],
  catalogue: Catalogue,
  facts: FactBase,
  day: string,
): TriedExample[] {
  const view = new Map(facts.facts);
  const around = { ...facts, facts: view };
  const matchers = {
    de: createMatcher(catalogue, around, day, { fallback: 'de' }),
    en: createMatcher(catalogue, around, day, { fallback: 'en' }),
  };
  const decideWith = ({ topic, language, text }: Example, fact: Fact | undefined): Decision => {
    if (fact) view.set(topic, fact);
    else view.delete(topic);
    const decision = matchers[language].decide({ text });
    const own = facts.facts.get(topic);
    if (own) view.set(topic, own);
    else view.delete(topic);
    return decision;
  };
  const factOn = (topic: string): Fact | undefined => {
    const index = catalogue.indexOf(topic);
    const card = index === undefined ? undefined : catalogue.topics[index];
    return facts.facts.get(topic) ?? (card && supposeFact(card));
  };
  return examples.map((example) => {
    const decided = (hasFact: boolean): Decision =>
      decideWith(example, hasFact ? factOn(example.topic) : undefined);
    return {
      example,
      ...(example.kind === 'example' ? judgeExample : judgeNearMiss)(example.topic, decided),
    };
  });
}

type Judged = Omit<TriedExample, 'example'>;

function judgeExample(topic: string, decided: (hasFact: boolean) => Decision): Judged {
  const without = decided(false);
  if (without.status === 'answered') return { fault: 'answered_by_others', decision: without };
  if (!without.topics.includes(topic)) return { fault: 'not_reached', decision: without };
  const withFact = decided(true);
  const isLeaning = withFact.parts.some(({ fact }) => fact === topic);
  if (withFact.topics.includes(topic) && isLeaning) return { fault: null, decision: withFact };
  return { fault: withFact.topics.includes(topic) ? 'not_decided' : 'not_reached', decision: withFact };
}

function judgeNearMiss(topic: string, decided: (hasFact: boolean) => Decision): Judged {
  const decision = decided(true);
  const isDecided = decision.status === 'answered' && decision.parts.some(({ fact }) => fact === topic);
  return { fault: isDecided ? 'decided' : null, decision };
}
