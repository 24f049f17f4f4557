import { detectLanguage } from '../text/language.js';
import { phraseTokens } from '../text/phrases.js';
import type { StemLanguage } from '../text/stem.js';
import type { Catalogue } from '../topics/catalogue.js';
import { type Analyser, createAnalyser } from './analyse.js';
import type { Analysis } from './clause.js';
import type { Language } from './decision.js';

/** Texts that are remembered: more than a workbook asks. */
const MOST_REMEMBERED = 5000;

/** What a question says, which does not depend on any fact. */
export interface Reading {
  languageOf(text: string, fallback: Language): Language | 'other';
  analyser(language: StemLanguage): Analyser;
}

const readings = new WeakMap<Catalogue, Reading>();

/** The reading of a catalogue, shared by all matchers over it: each text is analysed once. */
export function readingOf(catalogue: Catalogue): Reading {
  const known = readings.get(catalogue) ?? createReading(catalogue);
  readings.set(catalogue, known);
  return known;
}

function createReading(catalogue: Catalogue): Reading {
  const languageWords = (language: StemLanguage) => {
    const { lexicon, vocabulary } = catalogue.language(language);
    const { units, numbers, asks, bounds, value_asks } = lexicon.words;
    const lists = [units, asks, bounds].flatMap((list) => Object.values(list).flat());
    const phrases = [...lists, ...Object.keys(numbers)];
    const own = new Set([...phrases, ...value_asks].flatMap(phraseTokens));
    return { stop: lexicon.stop, isKnown: (folded: string) => own.has(folded) || vocabulary.isKnown(folded) };
  };
  const words = { de: languageWords('de'), en: languageWords('en') };
  const languages = new Map<string, Language | 'other'>();
  const analysers = new Map<StemLanguage, Analyser>();
  return {
    languageOf(text, fallback) {
      return remember(languages, `${fallback} ${text}`, () =>
        detectLanguage(text, words, fallback, catalogue.otherLanguages),
      );
    },
    analyser(language) {
      const analyser = analysers.get(language) ?? remembering(createAnalyser(catalogue.language(language)));
      analysers.set(language, analyser);
      return analyser;
    },
  };
}

function remembering(analyser: Analyser): Analyser {
  const known = new Map<string, Analysis>();
  return { analyse: (text) => remember(known, text, () => analyser.analyse(text)) };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  if (known.size < MOST_REMEMBERED) known.set(key, found);
  return found;
}
