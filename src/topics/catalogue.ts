import { createLexicon, type Lexicon } from '../text/lexicon.js';
import type { StemLanguage } from '../text/stem.js';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.js';
import type { Aspect } from './aspects.js';
import {
  type AspectTerm,
  type CompiledCatalogue,
  type CompiledLanguage,
  type Term,
  topicsOf,
} from './compile.js';
import type { Topic } from './schema.js';

/** A catalogue ready for matching in one language. */
export interface LanguageCatalogue {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** Terms by their rarest root. */
  readonly termsByRoot: ReadonlyMap<string, readonly Term[]>;
  readonly aspectTermsByRoot: ReadonlyMap<string, readonly AspectTerm[]>;
  /** Whether the topic explains a root. */
  explains(topic: number, root: string): boolean;
}

/** Every topic that customers ask about, and the words for it. */
export interface Catalogue {
  readonly topics: readonly Topic[];
  readonly aspects: readonly Aspect[];
  indexOf(topicId: string): number | undefined;
  /** Built on first use, since most runs need one language only. */
  language(language: StemLanguage): LanguageCatalogue;
}

/** Makes a compiled catalogue ready for use. */
export function createCatalogue(compiled: CompiledCatalogue): Catalogue {
  const topics = topicsOf(compiled.source);
  const indices = new Map(topics.map((topic, index) => [topic.id, index]));
  const ready = new Map<StemLanguage, LanguageCatalogue>();
  return {
    topics,
    aspects: compiled.source.aspects,
    indexOf: (id) => indices.get(id),
    language(language) {
      let found = ready.get(language);
      if (!found) {
        const lexicon = createLexicon(language, compiled.source.lexicons[language]);
        found = prepare(compiled.languages[language], lexicon);
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
