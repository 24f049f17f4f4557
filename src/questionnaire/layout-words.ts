import { z } from 'zod';
import { type Phrase, readPhrase } from './match-phrase.js';

const Words = z.array(z.string().min(1)).default([]);

/** Why a column is not ours to fill. */
export const IgnoreGroup = z.enum(['customer', 'scoring', 'ownership', 'guidance', 'other']);
export type IgnoreGroup = z.infer<typeof IgnoreGroup>;

/** What a header can name, apart from columns to ignore. */
export const HeaderRole = z.enum([
  'id',
  'section',
  'control',
  'question',
  'answer',
  'details',
  'evidence',
  'reference',
]);
export type HeaderRole = z.infer<typeof HeaderRole>;

/** One file of `templates/layouts`: the words of one language. See {@link Phrase} for `=`, and `*`. */
export const LayoutFile = z.strictObject({
  language: z.enum(['de', 'en', 'fr', 'es', 'it', 'nl']),
  /** Where the noun that decides stands in a compound header: `Question ID` last, `Numéro de question` first. */
  head: z.enum(['first', 'last']),
  /** Words after which only modifiers follow: `Evidence of implementation`. */
  prepositions: Words,
  roles: z.strictObject({
    id: Words,
    section: Words,
    control: Words,
    question: Words,
    answer: Words,
    details: Words,
    measures: Words,
    evidence: Words,
    reference: Words,
  }),
  ignore: z.strictObject({
    customer: Words,
    scoring: Words,
    ownership: Words,
    guidance: Words,
    other: Words,
  }),
  rows: z.strictObject({
    /** First words of a question or a request: `do`, `please describe`. */
    asks: Words,
    /** First words of a heading: `section`, `kapitel`. */
    heading: Words,
    example: Words,
    total: Words,
    /** First words of instructions, notes and legends. */
    note: Words,
    /** Labels of the supplier's particulars on a form: name, address, date, signature. */
    particulars: Words,
  }),
});
export type LayoutFile = z.infer<typeof LayoutFile>;

/** The words of all languages, as data (JSON), ordered by language. */
export const LayoutWordsSchema = z.strictObject({ languages: z.array(LayoutFile).min(1) });
export type LayoutWords = z.infer<typeof LayoutWordsSchema>;

/** A phrase with what it says about a column. */
export interface HeaderPhrase {
  readonly phrase: Phrase;
  readonly role: HeaderRole | 'ignore';
  readonly group: IgnoreGroup | null;
  /** Tells how something is done: remarks beside an answer, the answer itself where there is no other. */
  readonly isMeasure: boolean;
  readonly language: LayoutFile['language'];
  readonly head: LayoutFile['head'];
}

/** First words of rows, by kind and by the first word of the phrase. */
export type RowWords = { readonly [K in keyof LayoutFile['rows']]: ReadonlyMap<string, readonly Phrase[]> };

/** Layout words with their phrases read, made once per run. */
export interface LayoutLexicon {
  /** Phrases that begin with a whole word, by that word. */
  readonly headersByWord: ReadonlyMap<string, readonly HeaderPhrase[]>;
  /** Phrases that begin with a part of a word. */
  readonly headerPatterns: readonly HeaderPhrase[];
  readonly prepositions: ReadonlySet<string>;
  readonly rows: RowWords;
}

/**
 * Puts the files of `templates/layouts` together.
 *
 * @param parsedYamlByPath parsed YAML by file path
 * @throws {z.ZodError} when a file does not have the shape of {@link LayoutFile}
 */
export function assembleLayoutWords(parsedYamlByPath: ReadonlyMap<string, unknown>): LayoutWords {
  const languages = [...parsedYamlByPath.values()].map((value) => LayoutFile.parse(value));
  languages.sort((a, b) => (a.language < b.language ? -1 : 1));
  return LayoutWordsSchema.parse({ languages });
}

function headerPhrases(file: LayoutFile): HeaderPhrase[] {
  const { language, head } = file;
  const measures = file.roles.measures.map((source) => ({
    phrase: readPhrase(source),
    role: 'details' as const,
    group: null,
    isMeasure: true,
    language,
    head,
  }));
  const roles = HeaderRole.options.flatMap((role) =>
    file.roles[role].map((source) => ({
      phrase: readPhrase(source),
      role,
      group: null,
      isMeasure: false,
      language,
      head,
    })),
  );
  const ignored = IgnoreGroup.options.flatMap((group) =>
    file.ignore[group].map((source) => ({
      phrase: readPhrase(source),
      role: 'ignore' as const,
      group,
      isMeasure: false,
      language,
      head,
    })),
  );
  return [...roles, ...measures, ...ignored];
}

/** Reads the phrases of the layout words, so that matching does not do it for every cell. */
export function readLexicon(words: LayoutWords): LayoutLexicon {
  const files = words.languages;
  const rowPhrases = (kind: keyof RowWords): Map<string, Phrase[]> => {
    const byWord = new Map<string, Phrase[]>();
    for (const phrase of files.flatMap((file) => file.rows[kind]).map(readPhrase)) {
      const first = phrase.tokens[0]?.text ?? '';
      byWord.set(first, [...(byWord.get(first) ?? []), phrase]);
    }
    return byWord;
  };
  const headersByWord = new Map<string, HeaderPhrase[]>();
  const headerPatterns: HeaderPhrase[] = [];
  for (const entry of files.flatMap(headerPhrases)) {
    const first = entry.phrase.tokens[0];
    if (first?.kind !== 'word') headerPatterns.push(entry);
    else headersByWord.set(first.text, [...(headersByWord.get(first.text) ?? []), entry]);
  }
  return {
    headersByWord,
    headerPatterns,
    prepositions: new Set(files.flatMap((file) => file.prepositions)),
    rows: {
      asks: rowPhrases('asks'),
      heading: rowPhrases('heading'),
      example: rowPhrases('example'),
      total: rowPhrases('total'),
      note: rowPhrases('note'),
      particulars: rowPhrases('particulars'),
    },
  };
}
