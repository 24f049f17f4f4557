import type { Response } from '../match/decision.js';
import type { OptionKind, OptionLexicon } from '../questionnaire/option-words.js';
import { isScoreList, type OptionReading, readOption } from '../questionnaire/read-option.js';

/** Why no option of a drop-down was chosen. */
export type NoOptionReason =
  /** A list of scores or maturity levels: never guessed. */
  | 'score_list'
  /** No option says what the answer says. */
  | 'no_matching_option'
  /** The option that comes nearest says more than the facts carry. */
  | 'option_says_more'
  /** Two options fit equally well. */
  | 'ambiguous_options'
  /** The answer is a value, a list or a document, and the options are yes and no. */
  | 'not_a_yes_no_answer';

export type OptionChoice =
  | { readonly option: string; readonly reason: null }
  | { readonly option: null; readonly reason: NoOptionReason };

/** What is chosen from. */
export interface OptionContext {
  readonly lexicon: OptionLexicon;
  /** True when the question can be confirmed although the answer gives a value: "Is ...? Which ...?". */
  readonly isConfirmable: boolean;
}

/**
 * The kinds of option that say what a response says, best first. `planned` may fall back to "No", which is true today;
 * `partial` never becomes "Yes"; nothing becomes "N/A".
 */
const KINDS: Readonly<Record<'yes' | 'no' | 'partial' | 'planned', readonly OptionKind[]>> = {
  yes: ['yes'],
  no: ['no'],
  partial: ['partial'],
  planned: ['planned', 'no'],
};

function none(reason: NoOptionReason): OptionChoice {
  return { option: null, reason };
}

/** The best option of one kind; undefined when the list has none of it. */
function ofKind(kind: OptionKind, readings: readonly OptionReading[]): OptionChoice | undefined {
  const ofThisKind = readings.filter(({ kinds }) => kinds.length === 1 && kinds[0] === kind);
  const pure = ofThisKind.filter(({ isPure }) => isPure).sort((a, b) => a.rank - b.rank);
  const [best, second] = pure;
  if (best === undefined) return ofThisKind.length === 0 ? undefined : none('option_says_more');
  const isTied = second !== undefined && second.rank === best.rank && second.option !== best.option;
  return isTied ? none('ambiguous_options') : { option: best.option, reason: null };
}

function kindsFor(response: Response, isConfirmable: boolean): readonly OptionKind[] {
  if (response === 'value' || response === 'list' || response === 'document')
    return isConfirmable ? KINDS.yes : [];
  return KINDS[response];
}

/**
 * Chooses the option of a drop-down that says what the response says.
 *
 * @param response of the answer
 * @param options as they stand in the workbook, in any language the word lists know
 * @returns the option exactly as it stands there, or the reason why none was chosen
 */
export function chooseOption(
  response: Response,
  options: readonly string[],
  context: OptionContext,
): OptionChoice {
  if (isScoreList(options, context.lexicon)) return none('score_list');
  const kinds = kindsFor(response, context.isConfirmable);
  if (kinds.length === 0) return none('not_a_yes_no_answer');
  const readings = [...new Set(options)].map((option) => readOption(option, context.lexicon));
  let reason: OptionChoice = none('no_matching_option');
  for (const kind of kinds) {
    const choice = ofKind(kind, readings);
    if (choice?.option != null) return choice;
    reason = choice ?? reason;
  }
  return reason;
}
