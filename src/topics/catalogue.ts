import type { AbbreviationTable } from '../text/abbreviations.js';
import { createLexicon, type Lexicon } from '../text/lexicon.js';
import { fold } from '../text/normalise.js';
import type { StemLanguage } from '../text/stem.js';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.js';
import {
  type Alternative,
  type AspectTerm,
  type CatalogueCards,
  type CatalogueSource,
  type CompiledLanguage,
  type CompiledTerms,
  type CompiledWords,
  cardsOf,
  compileLanguage,
  type Term,
} from './compile.js';
import { lookUpAspectTerms, lookUpTerms, type TermLookup } from './term-table.js';

/** A catalogue ready for matching in one language. */
export interface LanguageCatalogue {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** Terms by their rarest root. */
  readonly termsByRoot: TermLookup<Term>;
  readonly aspectTermsByRoot: TermLookup<AspectTerm>;
  readonly abbreviations: AbbreviationTable;
  /** Values that facts of the topic may have. */
  alternatives(topic: number): readonly Alternative[];
  /** Whether the topic explains a root. */
  explains(topic: number, root: string): boolean;
}

/** Every topic that customers ask about, and the words for it. */
export interface Catalogue {
  readonly topics: CatalogueCards['topics'];
  readonly aspects: CatalogueCards['aspects'];
  /** Folded function words of languages that are not answered, a set each. */
  readonly otherLanguages: readonly ReadonlySet<string>[];
  indexOf(topicId: string): number | undefined;
  /** Built on first use, since most runs need one language only. */
  language(language: StemLanguage): LanguageCatalogue;
}

/** Makes a catalogue from its source; each language is compiled when it is first needed. */
export function createCatalogueFrom(source: CatalogueSource): Catalogue {
  const ready = new Map<StemLanguage, CompiledLanguage>();
  const of = (language: StemLanguage): CompiledLanguage => {
    const compiled = ready.get(language) ?? compileLanguage(source, language);
    ready.set(language, compiled);
    return compiled;
  };
  return assemble(cardsOf(source), of, of);
}

/** Puts a catalogue together from parts that are read when they are first needed. */
export function assemble(
  cards: CatalogueCards,
  words: (language: StemLanguage) => CompiledWords,
  terms: (language: StemLanguage) => CompiledTerms,
): Catalogue {
  const indices = new Map(cards.topics.map((topic, index) => [topic.id, index]));
  const ready = new Map<StemLanguage, LanguageCatalogue>();
  return {
    topics: cards.topics,
    aspects: cards.aspects,
    otherLanguages: Object.values(cards.otherLanguages).map((words) => new Set(words.map(fold))),
    indexOf: (id) => indices.get(id),
    language(language) {
      let found = ready.get(language);
      if (!found) {
        const own = words(language);
        const roots = new Map(own.words.map((word, index) => [word, own.roots[index] ?? word]));
        found = prepare(own, () => terms(language), createLexicon(language, cards.lexicons[language], roots));
        ready.set(language, found);
      }
      return found;
    },
  };
}

function prepare(words: CompiledWords, readTerms: () => CompiledTerms, lexicon: Lexicon): LanguageCatalogue {
  let read: CompiledTerms | undefined;
  const compiled = (): CompiledTerms => {
    read ??= readTerms();
    return read;
  };
  const explained = new Map<number, ReadonlySet<string>>();
  const rootsOf = (topic: number): ReadonlySet<string> => {
    const roots = explained.get(topic) ?? new Set(compiled().explains[topic]?.split(' '));
    explained.set(topic, roots);
    return roots;
  };
  let termsByRoot: TermLookup<Term> | undefined;
  let aspectTermsByRoot: TermLookup<AspectTerm> | undefined;
  return {
    lexicon,
    vocabulary: createVocabulary(lexicon, new Set(words.words)),
    // Made on first use: telling the language needs the words of both languages, but the terms of neither.
    get termsByRoot() {
      termsByRoot ??= lookUpTerms(compiled().terms);
      return termsByRoot;
    },
    get aspectTermsByRoot() {
      aspectTermsByRoot ??= lookUpAspectTerms(compiled().aspectTerms);
      return aspectTermsByRoot;
    },
    get abbreviations() {
      return compiled().abbreviations;
    },
    alternatives: (topic) => compiled().alternatives[topic] ?? [],
    explains: (topic, root) => rootsOf(topic).has(root),
  };
}
