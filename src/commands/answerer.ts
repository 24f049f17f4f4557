import { type Answer, compose } from '../answer/compose.js';
import { loadPhrases } from '../answer/load-phrases.js';
import type { FactBase } from '../facts/fact-base.js';
import { loadFacts } from '../facts/load.js';
import type { Trace } from '../match/decide.js';
import type { Language } from '../match/decision.js';
import { type Asked, createMatcher } from '../match/matcher.js';
import { createSupposition } from '../match/suppose.js';
import type { Catalogue } from '../topics/catalogue.js';
import { loadCatalogue } from '../topics/load.js';

/** Which facts answer, on which day, in which language. */
export interface AnswererOptions {
  /** Folder with facts, and with own topics in its sub-folder `topics`. */
  readonly factsDir: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Language of the answers; `auto` is that of each question. */
  readonly language: Language | 'auto';
}

/** An answer with the decision behind it. */
export interface Answered {
  readonly answer: Answer;
  readonly trace: Trace;
}

/** Answers questions from facts; made once per run. */
export interface Answerer {
  readonly facts: FactBase;
  readonly catalogue: Catalogue;
  /** @param fallback language of texts that tell nothing, such as `RTO` */
  answer(asked: Asked, fallback?: Language): Answered;
  /** Whether facts on these topics, which have none, would answer the whole question. */
  wouldAnswer(asked: Asked, topics: readonly string[], fallback?: Language): boolean;
  topicLabel(id: string, language: Language): string;
}

/**
 * Loads facts, catalogue and wording.
 * @throws Problem when the facts or topics are missing or have errors
 */
export async function createAnswerer(options: AnswererOptions): Promise<Answerer> {
  const { factsDir, day, language } = options;
  const [facts, catalogue, phrases] = await Promise.all([
    loadFacts(factsDir),
    loadCatalogue({ userDir: factsDir }),
    loadPhrases(),
  ]);
  const matcherFor = (fallback: Language) => createMatcher(catalogue, facts, day, { fallback });
  const matchers = { de: matcherFor('de'), en: matcherFor('en') };
  const suppositionFor = (fallback: Language) => createSupposition(catalogue, facts, day, { fallback });
  const suppositions = { de: suppositionFor('de'), en: suppositionFor('en') };
  const topicLabel = (id: string, inLanguage: Language): string => {
    const index = catalogue.indexOf(id);
    return (index === undefined ? undefined : catalogue.topics[index]?.label[inLanguage]) ?? id;
  };
  return {
    facts,
    catalogue,
    topicLabel,
    answer(asked, fallback = 'en') {
      // A question is read in its own language, whatever language the answer is to be in.
      const trace = matchers[language === 'auto' ? fallback : language].trace(asked);
      const decision = language === 'auto' ? trace.decision : { ...trace.decision, language };
      return { trace, answer: compose(decision, facts, phrases, day, topicLabel) };
    },
    wouldAnswer(asked, topics, fallback = 'en') {
      const supposition = suppositions[language === 'auto' ? fallback : language];
      return supposition.decide(asked, topics).status === 'answered';
    },
  };
}
