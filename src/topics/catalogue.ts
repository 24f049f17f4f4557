import { createLexicon, type Lexicon } from '../text/lexicon.js';
import { fold } from '../text/normalise.js';
import type { StemLanguage } from '../text/stem.js';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.js';
import {
  type Alternative,
  type AspectTerm,
  type CatalogueSource,
  type CompiledCatalogue,
  type CompiledLanguage,
  cardsOf,
  compileLanguage,
  type Term,
} from './compile.js';

/** A catalogue ready for matching in one language. */
export interface LanguageCatalogue {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** Terms by their rarest root. */
  readonly termsByRoot: ReadonlyMap<string, readonly Term[]>;
  readonly aspectTermsByRoot: ReadonlyMap<string, readonly AspectTerm[]>;
  /** Values that facts of the topic may have. */
  alternatives(topic: number): readonly Alternative[];
  /** Whether the topic explains a root. */
  explains(topic: number, root: string): boolean;
}

/** Every topic that customers ask about, and the words for it. */
export interface Catalogue {
  readonly topics: CompiledCatalogue['topics'];
  readonly aspects: CompiledCatalogue['aspects'];
  /** Folded function words of languages that are not answered, a set each. */
  readonly otherLanguages: readonly ReadonlySet<string>[];
  indexOf(topicId: string): number | undefined;
  /** Built on first use, since most runs need one language only. */
  language(language: StemLanguage): LanguageCatalogue;
}

/** Makes a compiled catalogue ready for use. */
export function createCatalogue(compiled: CompiledCatalogue): Catalogue {
  return assemble(compiled, (language) => compiled.languages[language]);
}

/** Makes a catalogue from its source; each language is compiled when it is first needed. */
export function createCatalogueFrom(source: CatalogueSource): Catalogue {
  return assemble(cardsOf(source), (language) => compileLanguage(source, language));
}

function assemble(
  cards: Omit<CompiledCatalogue, 'languages'>,
  compiled: (language: StemLanguage) => CompiledLanguage,
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
        const own = compiled(language);
        const roots = new Map(own.words.map((word, index) => [word, own.roots[index] ?? word]));
        found = prepare(own, createLexicon(language, cards.lexicons[language], roots));
        ready.set(language, found);
      }
      return found;
    },
  };
}

function prepare(compiled: CompiledLanguage, lexicon: Lexicon): LanguageCatalogue {
  const explains = compiled.explains.map((roots) => new Set(roots));
  return {
    lexicon,
    vocabulary: createVocabulary(lexicon, new Set(compiled.words)),
    termsByRoot: byRarestRoot(compiled.terms),
    aspectTermsByRoot: byRarestRoot(compiled.aspectTerms),
    alternatives: (topic) => compiled.alternatives[topic] ?? [],
    explains: (topic, root) => explains[topic]?.has(root) ?? false,
  };
}

function byRarestRoot<T extends { readonly roots: readonly string[] }>(
  terms: readonly T[],
): Map<string, T[]> {
  const count = new Map<string, number>();
  for (const term of terms) for (const root of term.roots) count.set(root, (count.get(root) ?? 0) + 1);
  const index = new Map<string, T[]>();
  for (const term of terms) {
    const rarest = term.roots.reduce((a, b) => ((count.get(b) ?? 0) < (count.get(a) ?? 0) ? b : a));
    const list = index.get(rarest);
    if (list) list.push(term);
    else index.set(rarest, [term]);
  }
  return index;
}
