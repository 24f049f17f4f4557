import { z } from 'zod';
import { fold } from './normalise.js';
import { type StemLanguage, stem } from './stem.js';

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const phrases = z.array(z.string().min(1));

/** What is wanted of a question's subject; `confirm` and `describe` need no words of their own. */
export const WORDED_ASKS = [
  'how_often',
  'how_long',
  'how_many',
  'when',
  'who',
  'where',
  'list',
  'document',
  'method',
] as const;
export type WordedAsk = (typeof WORDED_ASKS)[number];

export const RELATIONS = ['at_least', 'at_most', 'more_than', 'less_than', 'better'] as const;
export const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'working_day',
  'week',
  'month',
  'year',
  'percent',
  'bit',
] as const;
export type Unit = (typeof UNITS)[number];

/** Layers on which customers are kept apart, and the ways to do it. */
export const LAYERS = ['database', 'storage', 'compute', 'network'] as const;
export const SEPARATIONS = ['physical', 'dedicated', 'logical'] as const;

/** Words of one language that the analysis of a question needs (templates/language/de.yaml, en.yaml). */
export const LexiconSchema = z.strictObject({
  abbreviations: z.record(z.string(), z.string()),
  stop: words,
  generic: words,
  irregular: z.record(z.string(), z.string()),
  synonyms: z.record(z.string(), words),
  answer_hints: phrases,
  /** Answers that a form offers to choose from: "yes", "not fulfilled". */
  answer_choices: phrases,
  atoms: words,
  negators: phrases,
  asks: z.record(z.enum(WORDED_ASKS), phrases),
  value_asks: phrases,
  /** In a stub these ask for a value: "Backup encryption algorithm". */
  value_nouns: phrases,
  describe_asks: phrases,
  alternative_joints: phrases,
  confirm_openers: phrases,
  clause_openers: phrases,
  illustrations: phrases,
  /** Begin what is not the case, or not wanted: "rather than by hand". */
  contrasts: phrases,
  additions: phrases,
  coordination: phrases,
  follow_ups: phrases,
  /** Begin a sentence about the customer, before the question itself: "Our policy requires ...". */
  preambles: phrases,
  /** Begin a part that only tells when something applies: "after a crash, how long ...". */
  circumstances: phrases,
  /** Phrases with a negator that deny nothing: "without undue delay". */
  idioms: phrases,
  refusals: phrases,
  pronouns: phrases,
  quantifiers: phrases,
  /** Say that there is nothing else: "only weekly". */
  exclusives: phrases,
  /** Say that something is kept no longer: "deleted after 30 days". */
  deletions: phrases,
  by_contract: phrases,
  /** Points in the calendar, besides years as numbers: `name` says when, `part` only beside a name ("end of Q4"). */
  dates: z.strictObject({ name: phrases, part: phrases }),
  purposes: z.record(z.string(), phrases),
  layers: z.record(z.enum(LAYERS), phrases),
  separations: z.record(z.enum(SEPARATIONS), phrases),
  bounds: z.record(z.enum(RELATIONS), phrases),
  numbers: z.record(z.string(), z.number()),
  units: z.record(z.enum(UNITS), phrases),
  fixed_figures: z.record(z.string(), z.string()),
});
export type LexiconWords = z.infer<typeof LexiconSchema>;

/** A lexicon ready for look-ups: keys are folded words. */
export interface Lexicon {
  readonly language: StemLanguage;
  readonly words: LexiconWords;
  readonly stop: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  readonly irregular: ReadonlyMap<string, string>;
  readonly atoms: ReadonlySet<string>;
  /** Root of one folded word, irregular ones looked up. */
  root(folded: string): string;
}

/**
 * Makes the words of a language ready for look-ups.
 * @param roots roots that are known already, by folded word, so that they need not be stemmed; added to
 */
export function createLexicon(
  language: StemLanguage,
  lists: LexiconWords,
  roots: Map<string, string> = new Map(),
): Lexicon {
  const irregular = new Map(Object.entries(lists.irregular).map(([word, unit]) => [fold(word), fold(unit)]));
  const plainRoot = (folded: string): string => irregular.get(folded) ?? stem(folded, language);
  const synonyms = new Map(
    Object.entries(lists.synonyms).flatMap(([word, others]) =>
      others.map((other) => [plainRoot(fold(other)), plainRoot(fold(word))] as const),
    ),
  );
  const root = (folded: string): string => {
    const known = roots.get(folded);
    if (known !== undefined) return known;
    const plain = plainRoot(folded);
    const found = synonyms.get(plain) ?? plain;
    if (roots.size < 50_000) roots.set(folded, found);
    return found;
  };
  return {
    language,
    words: lists,
    stop: new Set(lists.stop.map(fold)),
    generic: new Set(lists.generic.map((word) => root(fold(word)))),
    irregular,
    atoms: new Set(lists.atoms.map((word) => root(fold(word)))),
    root,
  };
}
