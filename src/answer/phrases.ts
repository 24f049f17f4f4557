import { z } from 'zod';
import { Problem } from '../problem.js';
import { placeholdersOf } from './template.js';

/** A sentence with placeholders from a closed list; the list keeps a misspelt one from reaching a customer. */
function template(...allowed: readonly string[]) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      try {
        const unknown = placeholdersOf(text).find((name) => !allowed.includes(name));
        if (unknown === undefined) return;
        context.addIssue({
          code: 'custom',
          message: `unknown placeholder {${unknown}}, expected one of: ${allowed.join(', ')}`,
        });
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        context.addIssue({ code: 'custom', message: error.message });
      }
    });
}

/** Placeholders that a statement on a fact can use. */
export const STATEMENT_PLACEHOLDERS = [
  'label',
  'display',
  'extent',
  'due',
  'percentage',
  'months',
  'duration',
  'duration_dative',
  'frequency',
  'automated',
  'standard',
  'maximum',
  'algorithm',
  'product',
  'versions',
  'no_plain_http',
  'products',
  'provider',
  'region',
  'area',
  'exclusively',
  'parties',
  'document',
  'availability',
  'progress',
  'text',
] as const;
export type StatementPlaceholder = (typeof STATEMENT_PLACEHOLDERS)[number];

const word = z.string().min(1);
const unit = z.strictObject({ one: word, other: word, dative: word });
const interval = z.strictObject({ one: word, other: template('count') });
const perUnit = <T extends z.ZodType>(value: T) =>
  z.strictObject({ minutes: value, hours: value, days: value, weeks: value, months: value, years: value });

/** Words of one language around the statements. */
export const LanguagePhrasesSchema = z.strictObject({
  lead: z.strictObject({ yes: word, no: word, partial: word, planned: word }),
  evidence: z.strictObject({
    sentence: template('documents'),
    separator: word,
    available: template('name'),
    self_declaration: template('name'),
    announced: template('name', 'due'),
    unconfirmed: template('name', 'due'),
  }),
  draft: z.strictObject({
    start: word,
    open: template('items'),
    lapsed: template('valid_until'),
    nothing: word,
  }),
  due: z.strictObject({ by: template('quarter'), from: template('quarter') }),
  numbers: z.strictObject({
    decimal: word,
    percent: template('number'),
    range: template('min', 'max', 'unit'),
    amount: template('count', 'unit'),
  }),
  units: perUnit(unit),
  frequency: perUnit(interval),
  lists: z.strictObject({
    separator: word,
    last: word,
    parties: word,
    products: word,
    party: template('name', 'purpose', 'certificates'),
  }),
  flags: z.strictObject({
    automated: word,
    exclusive: word,
    plain_http_refused: word,
    in_implementation: word,
  }),
  document: z.strictObject({ immediately: word, announced: template('due') }),
  /** What a question asks for, by the topics' names for it. */
  asks: z.record(z.string(), word),
  /** What a question demands beyond its subject, by the names of aspects. */
  scopes: z.record(z.string(), word),
  /** Sentence per reason code. */
  reasons: z.record(
    z.string().regex(/^[a-z_]+$/),
    template('topic', 'topics', 'words', 'scope', 'asked', 'fact', 'due', 'bound'),
  ),
});
export type LanguagePhrases = z.infer<typeof LanguagePhrasesSchema>;

const statement = template(...STATEMENT_PLACEHOLDERS);
const bilingual = z.strictObject({ de: statement, en: statement });
const statements = z.strictObject({
  implemented: bilingual.optional(),
  partial: bilingual.optional(),
  planned: bilingual.optional(),
  not_implemented: bilingual.optional(),
  unconfirmed: bilingual.optional(),
  /** In force, and the question is about some of the parties. */
  selected: bilingual.optional(),
});
/** Sentences by status. */
export type Statements = z.infer<typeof statements>;
export type StatementKey = keyof Statements;

const defaults = z.strictObject({
  any: statements.required(),
  percentage: statements.optional(),
  duration: statements.optional(),
  frequency: statements.optional(),
  retention: statements.optional(),
  algorithm: statements.optional(),
  versions: statements.optional(),
  product: statements.optional(),
  region: statements.optional(),
  parties: statements.optional(),
  document: statements.optional(),
  milestone: statements.optional(),
  text: statements.optional(),
  separation: statements.optional(),
  none: statements.optional(),
});

/** A file of sentences per topic (`templates/phrases/answers`). */
export const AnswersFile = z.strictObject({
  statements: z.record(z.string(), statements).default({}),
  defaults: defaults.optional(),
});

/** All wording of answers: words per language, sentences per topic, and sentences for facts on any other topic. */
export const PhraseBookSchema = z.strictObject({
  languages: z.strictObject({ de: LanguagePhrasesSchema, en: LanguagePhrasesSchema }),
  statements: z.record(z.string(), statements),
  defaults,
});
export type PhraseBook = z.infer<typeof PhraseBookSchema>;

/**
 * Puts the phrase book together from parsed YAML, keyed by path below `templates/phrases` (`de.yaml`,
 * `answers/hosting.yaml`); other files there are not its business.
 * Throws Problem `phrases/invalid` with one line per mistake: file, place, what is wrong.
 */
export function assemblePhraseBook(parsedYamlByPath: ReadonlyMap<string, unknown>): PhraseBook {
  const problems: string[] = [];
  const read = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const result = schema.safeParse(parsedYamlByPath.get(path) ?? {});
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      problems.push(`${path}: ${issue.path.join('.')}: ${issue.message}`);
    return undefined;
  };
  const de = read('de.yaml', LanguagePhrasesSchema);
  const en = read('en.yaml', LanguagePhrasesSchema);
  const all: Record<string, Statements> = {};
  let anyDefaults: PhraseBook['defaults'] | undefined;
  for (const path of [...parsedYamlByPath.keys()].filter((name) => name.startsWith('answers/')).sort()) {
    const file = read(path, AnswersFile);
    for (const [topic, sentences] of Object.entries(file?.statements ?? {})) {
      if (Object.hasOwn(all, topic)) problems.push(`${path}: statements.${topic}: defined twice`);
      all[topic] = sentences;
    }
    if (file?.defaults && anyDefaults) problems.push(`${path}: defaults: defined twice`);
    anyDefaults ??= file?.defaults;
  }
  if (anyDefaults === undefined) problems.push('answers: no file has defaults');
  if (problems.length > 0 || !de || !en || !anyDefaults) {
    throw new Problem('phrases/invalid', problems.join('\n'));
  }
  return { languages: { de, en }, statements: all, defaults: anyDefaults };
}
