import type { FactBase } from '../facts/fact-base.js';
import { splitReference } from '../text/reference.js';
import type { Catalogue } from '../topics/catalogue.js';
import { decide, type Trace, undecided } from './decide.js';
import type { Decision, Language } from './decision.js';
import { readingOf } from './reading.js';

/** One question as a customer asks it. */
export interface Asked {
  readonly text: string;
  /** Heading above the question: context for keyword stubs such as "Frequency". */
  readonly section?: string | null;
}

export interface MatcherOptions {
  /** Answer in this language whatever the question looks like. */
  readonly language?: Language;
  /** Language of texts that tell nothing, such as `RTO`. Default `en`. */
  readonly fallback?: Language;
}

/** Decides questions against facts. */
export interface Matcher {
  decide(asked: Asked): Decision;
  /** The decision with everything that led to it. */
  trace(asked: Asked): Trace;
}

/**
 * Makes a matcher for the facts as of a day (`YYYY-MM-DD`). Building is cheap: languages are prepared on first use.
 */
export function createMatcher(
  catalogue: Catalogue,
  facts: FactBase,
  day: string,
  options: MatcherOptions = {},
): Matcher {
  const reading = readingOf(catalogue);
  const fallback = options.fallback ?? 'en';

  const traceIn = (text: string, language: Language): Trace =>
    decide(text, {
      catalogue,
      languageCatalogue: catalogue.language(language),
      analyser: reading.analyser(language),
      facts,
      day,
      language,
    });

  const trace = ({ text, section }: Asked): Trace => {
    const language = options.language ?? reading.languageOf(text, fallback);
    if (language === 'other') {
      return { decision: undecided(text, fallback, { code: 'unsupported_language', args: {} }), clauses: [] };
    }
    const referenced = splitReference(text);
    const alone = traceIn(text, language);
    if (referenced && alone.decision.status !== 'answered') {
      const { decision, clauses } = traceIn(referenced.question, language);
      if (decision.topics.length > 0) return { decision: { ...decision, question: text }, clauses };
    }
    if (!section || alone.decision.topics.length > 0) return alone;
    const inContext = traceIn(`${section}: ${text}`, language);
    return { ...inContext, decision: { ...inContext.decision, question: text } };
  };
  return { trace, decide: (asked) => trace(asked).decision };
}
