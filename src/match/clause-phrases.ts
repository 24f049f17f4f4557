import { WORDED_ASKS, type WordedAsk } from '../text/lexicon.js';
import { createPhraseIndex, type PhraseIndex } from '../text/phrases.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';

/** The lexicon's phrases that tell how a clause is built. */
export interface ClausePhrases {
  readonly asks: PhraseIndex<WordedAsk>;
  readonly valueAsks: PhraseIndex<true>;
  readonly valueNouns: PhraseIndex<true>;
  readonly describeAsks: PhraseIndex<true>;
  readonly alternativeJoints: PhraseIndex<true>;
  readonly confirmOpeners: PhraseIndex<true>;
  readonly clauseOpeners: PhraseIndex<true>;
  readonly illustrations: PhraseIndex<true>;
  readonly contrasts: PhraseIndex<true>;
  readonly additions: PhraseIndex<true>;
  readonly coordination: PhraseIndex<true>;
  readonly followUps: PhraseIndex<true>;
  readonly circumstances: PhraseIndex<true>;
  readonly preambles: PhraseIndex<true>;
  readonly negators: PhraseIndex<true>;
  readonly answerHints: PhraseIndex<true>;
  readonly answerChoices: PhraseIndex<true>;
  readonly idioms: PhraseIndex<true>;
  readonly refusals: PhraseIndex<true>;
  readonly pronouns: PhraseIndex<true>;
  readonly quantifiers: PhraseIndex<true>;
  readonly exclusives: PhraseIndex<true>;
  readonly deletions: PhraseIndex<true>;
  readonly byContract: PhraseIndex<true>;
  readonly dateNames: PhraseIndex<true>;
  readonly dateParts: PhraseIndex<true>;
}

/** Indexes them for one walk over the tokens. */
export function indexClausePhrases({ lexicon }: LanguageCatalogue): ClausePhrases {
  const { words } = lexicon;
  const flags = (list: readonly string[]): PhraseIndex<true> =>
    createPhraseIndex(list.map((phrase) => [phrase, true] as const));
  return {
    asks: createPhraseIndex(
      WORDED_ASKS.flatMap((ask) => words.asks[ask].map((phrase) => [phrase, ask] as const)),
    ),
    valueAsks: flags(words.value_asks),
    valueNouns: flags(words.value_nouns),
    describeAsks: flags(words.describe_asks),
    alternativeJoints: flags(words.alternative_joints),
    confirmOpeners: flags(words.confirm_openers),
    clauseOpeners: flags(words.clause_openers),
    illustrations: flags(words.illustrations),
    contrasts: flags(words.contrasts),
    additions: flags(words.additions),
    coordination: flags(words.coordination),
    followUps: flags(words.follow_ups),
    circumstances: flags(words.circumstances),
    preambles: flags(words.preambles),
    negators: flags(words.negators),
    answerHints: flags(words.answer_hints),
    answerChoices: flags(words.answer_choices),
    idioms: flags(words.idioms),
    refusals: flags(words.refusals),
    pronouns: flags(words.pronouns),
    quantifiers: flags(words.quantifiers),
    exclusives: flags(words.exclusives),
    deletions: flags(words.deletions),
    byContract: flags(words.by_contract),
    dateNames: flags(words.dates.name),
    dateParts: flags(words.dates.part),
  };
}
