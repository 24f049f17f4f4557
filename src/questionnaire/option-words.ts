import { z } from 'zod';
import { labelTokens } from './normalise-label.js';

const Words = z.array(z.string().min(1)).default([]);
const WordsByLanguage = z.strictObject({
  en: Words,
  de: Words,
  fr: Words,
  es: Words,
  it: Words,
  nl: Words,
});

/** What an option of a drop-down can mean. */
export const OptionKind = z.enum([
  'yes',
  'no',
  'partial',
  'planned',
  'not_applicable',
  'unknown',
  'placeholder',
]);
export type OptionKind = z.infer<typeof OptionKind>;

/** `templates/phrases/options.yaml`: phrases by kind and language; earlier phrases are preferred over later ones. */
export const OptionWordsSchema = z.strictObject({
  kinds: z.strictObject({
    yes: WordsByLanguage,
    no: WordsByLanguage,
    partial: WordsByLanguage,
    planned: WordsByLanguage,
    not_applicable: WordsByLanguage,
    unknown: WordsByLanguage,
    placeholder: WordsByLanguage,
  }),
  neutral: z.strictObject({ en: Words, de: Words }),
  negations: Words,
});
export type OptionWords = z.infer<typeof OptionWordsSchema>;

/** One phrase with its kind; `rank` is its place in the list, 0 first. */
export interface OptionPhrase {
  readonly kind: OptionKind;
  readonly tokens: readonly string[];
  readonly rank: number;
}

/** Option words made ready for reading options, once per run. */
export interface OptionLexicon {
  /** By first token, longest phrases first. */
  readonly phrases: ReadonlyMap<string, readonly OptionPhrase[]>;
  readonly neutral: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
}

/**
 * Checks the option words.
 *
 * @param parsedYamlByPath parsed YAML by file path; exactly one file
 * @throws {Error} when there is not exactly one file
 * @throws {z.ZodError} when it does not have the shape of {@link OptionWordsSchema}
 */
export function assembleOptionWords(parsedYamlByPath: ReadonlyMap<string, unknown>): OptionWords {
  const [only, ...others] = parsedYamlByPath.values();
  if (only === undefined || others.length > 0) throw new Error('Expected exactly one file of option words.');
  return OptionWordsSchema.parse(only);
}

/** Indexes the option words. */
export function readOptionLexicon(words: OptionWords): OptionLexicon {
  const phrases = new Map<string, OptionPhrase[]>();
  for (const kind of OptionKind.options) {
    for (const list of Object.values(words.kinds[kind])) {
      list.forEach((source, rank) => {
        const tokens = labelTokens(source);
        const first = tokens[0];
        if (first === undefined) return;
        const others = phrases.get(first) ?? [];
        others.push({ kind, tokens, rank });
        phrases.set(first, others);
      });
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return {
    phrases,
    neutral: new Set([...words.neutral.en, ...words.neutral.de].flatMap(labelTokens)),
    negations: new Set(words.negations.flatMap(labelTokens)),
  };
}
