import { z } from 'zod';
import { countPhrases, MOST_PHRASES } from '../text/phrase-groups.js';

/** Text in both languages of the product. */
export const Bilingual = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;

const Phrase = z
  .string()
  .min(1)
  .refine((phrase) => countPhrases(phrase) <= MOST_PHRASES, {
    error: `a phrase that stands for at most ${MOST_PHRASES} others`,
  });

const PhraseLists = z.strictObject({
  de: z.array(Phrase).default([]),
  en: z.array(Phrase).default([]),
});

/** What a question may ask of a topic and the topic's fact can give. */
export const Ask = z.enum([
  'confirm',
  'describe',
  'value',
  'when',
  'where',
  'who',
  'how_often',
  'how_long',
  'how_many',
  'list',
  'document',
]);
export type Ask = z.infer<typeof Ask>;

/** What kind of value a fact of the topic carries. */
export const ValueKind = z.enum([
  'none',
  'percentage',
  'duration',
  'frequency',
  'retention',
  'algorithm',
  'versions',
  'product',
  'region',
  'parties',
  'document',
  'milestone',
  'text',
  'separation',
]);
export type ValueKind = z.infer<typeof ValueKind>;

export const TopicSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/),
  label: Bilingual,
  /** Kind of value that a fact of this topic carries. */
  value: ValueKind.default('none'),
  /** What a fact of this topic can answer. `confirm` and `describe` are always possible. */
  asks: z.array(Ask).default([]),
  /**
   * Phrases that name the topic; one of them must occur for the topic to be considered. Words may come in any order and
   * inflection, a few words apart, or inside a German compound. Specific phrases beat shorter ones.
   */
  terms: PhraseLists,
  /** Words that are natural beside the terms and add no further demand. */
  context: PhraseLists.default({ de: [], en: [] }),
  /** Phrases that name the opposite: `unencrypted`, `outside the EU`. Each turns a yes into a no and counts as a term. */
  adverse: PhraseLists.default({ de: [], en: [] }),
  /**
   * Values that facts of the topic may have and questions name, one an entry, names of the same value as `(a|b)`:
   * `(aws|amazon web services)` and `azure` for hosting. A yes/no question that names only values which the fact does not
   * have is answered with no.
   */
  alternatives: PhraseLists.default({ de: [], en: [] }),
  /** Aspects (see aspects.yaml) that a fact of this topic covers, such as `documented` or `external`. */
  covers: z.array(z.string()).default([]),
  /** Questions that this topic alone answers in full. Their words count as context. */
  examples: PhraseLists,
  /** Near misses: questions that mention the topic's words but ask for something else. */
  near_misses: PhraseLists.default({ de: [], en: [] }),
  /** How often customers ask: 1 rarely, 2 commonly, 3 in nearly every questionnaire. */
  weight: z.number().int().min(1).max(3).default(2),
});
export type Topic = z.infer<typeof TopicSchema>;

export const TopicFile = z.strictObject({
  area: Bilingual,
  topics: z.array(TopicSchema).min(1),
});
export type TopicFile = z.infer<typeof TopicFile>;
