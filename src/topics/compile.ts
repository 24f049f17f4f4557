import { type AbbreviationTable, tableOfAbbreviations } from '../text/abbreviations.js';
import { createLexicon, type Lexicon, type LexiconWords } from '../text/lexicon.js';
import { fold } from '../text/normalise.js';
import { expandPhrase } from '../text/phrase-groups.js';
import type { StemLanguage } from '../text/stem.js';
import { tokenise } from '../text/tokenise.js';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.js';
import type { Aspect } from './aspects.js';
import type { Topic, TopicFile } from './schema.js';
import { type TermTable, tableOfAspectTerms, tableOfTerms } from './term-table.js';

/** What a catalogue is made from: plain data, as in the YAML files. */
export interface CatalogueSource {
  readonly files: readonly TopicFile[];
  readonly aspects: readonly Aspect[];
  readonly lexicons: Readonly<Record<StemLanguage, LexiconWords>>;
  /** Function words of languages that are not answered, by language code. */
  readonly otherLanguages: Readonly<Record<string, readonly string[]>>;
}

/** A phrase that names a topic, as roots; `adverse` ones name its opposite. */
export interface Term {
  readonly topic: number;
  readonly isAdverse: boolean;
  readonly roots: readonly string[];
}

/** A value that facts of a topic may have: its names, as roots. */
export type Alternative = readonly (readonly string[])[];

/** A phrase of an aspect, as roots. */
export interface AspectTerm {
  readonly aspect: number;
  readonly roots: readonly string[];
}

/** Words of one language: enough to tell which language a text is in. */
export interface CompiledWords {
  /** Folded words of all phrases: the vocabulary. */
  readonly words: readonly string[];
  /** Their roots, in the same order. */
  readonly roots: readonly string[];
}

/** What the words mean: terms, and what each topic explains. */
export interface CompiledTerms {
  readonly terms: TermTable;
  /** Per topic: roots that the topic explains, joined by blanks. */
  readonly explains: readonly string[];
  /** Per topic: its alternatives, each with its names as roots. */
  readonly alternatives: readonly (readonly Alternative[])[];
  readonly aspectTerms: TermTable;
  readonly abbreviations: AbbreviationTable;
}

/** Everything that matching in one language needs; JSON-serialisable. */
export interface CompiledLanguage extends CompiledWords, CompiledTerms {}

/** What a run needs to know of a topic besides its words. */
export type TopicCard = Pick<Topic, 'id' | 'label' | 'value' | 'asks' | 'covers' | 'weight'>;

/** What a catalogue holds besides its words and terms: JSON-serialisable. */
export interface CatalogueCards {
  readonly topics: readonly TopicCard[];
  readonly aspects: readonly Pick<Aspect, 'id' | 'weight'>[];
  readonly lexicons: Readonly<Record<StemLanguage, LexiconWords>>;
  readonly otherLanguages: CatalogueSource['otherLanguages'];
}

/** All topics of a source, in file order. */
export function topicsOf(source: CatalogueSource): Topic[] {
  return source.files.flatMap((file) => file.topics).map(withCadence);
}

/** What a fact of a topic says is how often: so that is no further demand. */
function withCadence(topic: Topic): Topic {
  if (topic.value !== 'frequency' || topic.covers.includes('cadence')) return topic;
  return { ...topic, covers: [...topic.covers, 'cadence'] };
}

/** Everything of a source that does not depend on a language. */
export function cardsOf(source: CatalogueSource): CatalogueCards {
  return {
    topics: topicsOf(source).map(({ id, label, value, asks, covers, weight }) => ({
      id,
      label,
      value,
      asks,
      covers,
      weight,
    })),
    aspects: source.aspects.map(({ id, weight }) => ({ id, weight })),
    // They are compiled with the terms.
    lexicons: {
      de: { ...source.lexicons.de, abbreviations: {} },
      en: { ...source.lexicons.en, abbreviations: {} },
    },
    otherLanguages: source.otherLanguages,
  };
}

/** German questionnaires are full of English terms (`Patch-Management`), so German knows both. */
function phrasesOf(
  lists: { de: readonly string[]; en: readonly string[] },
  language: StemLanguage,
): readonly string[] {
  const phrases = language === 'de' ? [...lists.de, ...lists.en] : lists.en;
  return phrases.flatMap(expandPhrase);
}

/** Turns the phrases of one language into roots. */
export function compileLanguage(source: CatalogueSource, language: StemLanguage): CompiledLanguage {
  const lexicon = createLexicon(language, source.lexicons[language]);
  const topics = topicsOf(source);
  const words = new Set<string>();
  for (const topic of topics) {
    for (const lists of [topic.terms, topic.adverse, topic.alternatives])
      for (const phrase of phrasesOf(lists, language)) collect(phrase, words);
    for (const lists of [topic.context, topic.examples])
      for (const phrase of lists[language]) collect(phrase, words);
  }
  for (const aspect of source.aspects)
    for (const phrase of phrasesOf(aspect, language)) collect(phrase, words);
  for (const word of [...source.lexicons[language].stop, ...source.lexicons[language].generic])
    collect(word, words);
  const vocabulary = createVocabulary(lexicon, words);
  const roots = (phrase: string): string[] => phraseRoots(phrase, lexicon, vocabulary);

  const terms: Term[] = [];
  const explains = topics.map((topic, index) => {
    const explained = new Set<string>();
    const add = (lists: { de: readonly string[]; en: readonly string[] }, isAdverse: boolean): void => {
      for (const phrase of phrasesOf(lists, language)) {
        const found = roots(phrase);
        for (const root of found) explained.add(root);
        if (found.length > 0) terms.push({ topic: index, isAdverse, roots: [...new Set(found)] });
      }
    };
    add(topic.terms, false);
    add(topic.adverse, true);
    for (const phrase of phrasesOf(topic.alternatives, language))
      for (const root of roots(phrase)) explained.add(root);
    for (const lists of [topic.context, topic.examples]) {
      for (const phrase of lists[language]) for (const root of roots(phrase)) explained.add(root);
    }
    for (const aspect of source.aspects) {
      if (!topic.covers.includes(aspect.id)) continue;
      // A phrase of several words is an aspect as a whole; its words alone may mean anything.
      for (const phrase of phrasesOf(aspect, language)) {
        const found = roots(phrase);
        if (found.length === 1) for (const root of found) explained.add(root);
      }
    }
    return [...explained].sort().join(' ');
  });
  const sorted = [...words].sort();
  const aspectTerms = source.aspects.flatMap((aspect, index) =>
    phrasesOf(aspect, language).map((phrase) => ({ aspect: index, roots: [...new Set(roots(phrase))] })),
  );
  return {
    words: sorted,
    roots: sorted.map((word) => lexicon.root(word)),
    terms: tableOfTerms(rarestFirst(uniqueTerms(terms))),
    explains,
    alternatives: topics.map(({ alternatives }) => {
      const phrases = language === 'de' ? [...alternatives.de, ...alternatives.en] : alternatives.en;
      return phrases.map((phrase) =>
        expandPhrase(phrase)
          .map(roots)
          .filter((own) => own.length > 0),
      );
    }),
    aspectTerms: tableOfAspectTerms(rarestFirst(aspectTerms.filter((term) => term.roots.length > 0))),
    abbreviations: tableOfAbbreviations(source.lexicons[language].abbreviations),
  };
}

/** Puts the rarest root of each term first, by which it is looked up. */
function rarestFirst<T extends { readonly roots: readonly string[] }>(terms: readonly T[]): T[] {
  const count = new Map<string, number>();
  for (const term of terms) for (const root of term.roots) count.set(root, (count.get(root) ?? 0) + 1);
  const often = (root: string): number => count.get(root) ?? 0;
  return terms.map((term) => ({ ...term, roots: [...term.roots].sort((a, b) => often(a) - often(b)) }));
}

function collect(phrase: string, into: Set<string>): void {
  for (const token of tokenise(phrase)) if (token.kind === 'word') into.add(fold(token.surface));
}

/** Roots of a phrase without its function words; all of them where there is nothing else. */
export function phraseRoots(phrase: string, lexicon: Lexicon, vocabulary: Vocabulary): string[] {
  const tokens = tokenise(phrase).filter((token) => token.kind !== 'mark' || token.surface === '%');
  return tokens
    .filter((token) => !lexicon.stop.has(fold(token.surface)))
    .flatMap((token) =>
      token.kind === 'word' ? vocabulary.rootsOf(token.surface).roots : [token.surface.replace(',', '.')],
    );
}

function uniqueTerms(terms: readonly Term[]): Term[] {
  const seen = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.topic} ${[...term.roots].sort().join(' ')}`;
    if (!seen.has(key)) seen.set(key, term);
  }
  return [...seen.values()];
}
