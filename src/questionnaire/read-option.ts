import { labelTokens } from './normalise-label.js';
import type { OptionKind, OptionLexicon, OptionPhrase } from './option-words.js';

/** What one option of a drop-down means. */
export interface OptionReading {
  /** As it stands in the workbook. */
  readonly option: string;
  /** Every kind its words name; more than one makes it ambiguous, none means not understood. */
  readonly kinds: readonly OptionKind[];
  /** True when nothing but phrases of its kinds and neutral words is left. */
  readonly isPure: boolean;
  /** True when it is pure even without neutral words: `Yes`, not `If yes, please explain`. */
  readonly isBare: boolean;
  /** Lower is preferred among options of one kind. */
  readonly rank: number;
}

/** `1 - Yes`, `a) Ja`, `(2) No`: the number before the words. Not `24 hours`, `N.A.`. */
const LEADING_NUMBER = /^\s*\(?(?:\d{1,2}|[a-z])\s*[-–—:.)=]+(?=\s|\p{L}{2})/iu;

/** `3`, `Level 3`, `Stufe 2 - definiert`, `4,5`, `3/5`. Not `Yes`, `3 years`. */
const SCORE =
  /^\s*(?:(?:maturity\s+)?(?:level|score|tier|grade|ml|cmmi?)|stufe|reifegrad|note|niveau|nivel|livello)?\s*\(?\d{1,3}(?:[.,]\d+)?\)?\s*(?:%|(?:\/\s*\d{1,3})|(?:[-–—:.)=]\s*\S.*))?\s*$/isu;

function phraseAt(words: readonly string[], start: number, lexicon: OptionLexicon): OptionPhrase | undefined {
  const candidates = lexicon.phrases.get(words[start] ?? '') ?? [];
  return candidates.find((phrase) => phrase.tokens.every((token, offset) => words[start + offset] === token));
}

/**
 * Reads what an option says, taking the longest known phrase at every place, so that "not implemented" is never read as
 * "implemented".
 *
 * @param option as it stands in the workbook, such as `Yes - fully implemented` or `-- Please select --`
 */
export function readOption(option: string, lexicon: OptionLexicon): OptionReading {
  const words = labelTokens(option.replace(LEADING_NUMBER, ''));
  const kinds = new Set<OptionKind>();
  let isPure = true;
  let isBare = true;
  let rank = Number.POSITIVE_INFINITY;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, lexicon);
    if (phrase !== undefined) {
      kinds.add(phrase.kind);
      rank = Math.min(rank, phrase.rank);
      at += phrase.tokens.length;
      continue;
    }
    const word = words[at] ?? '';
    if (lexicon.negations.has(word)) return { option, kinds: [], isPure: false, isBare: false, rank };
    if (!lexicon.neutral.has(word)) isPure = false;
    isBare = false;
    at += 1;
  }
  if (words.length === 0) return { option, kinds: ['placeholder'], isPure: true, isBare: true, rank: 0 };
  isPure &&= kinds.size > 0;
  return { option, kinds: narrowKinds(kinds), isPure, isBare: isPure && isBare, rank };
}

/** "Yes, partially" is partial, "No - planned" is planned: the second word narrows the first. */
function narrowKinds(kinds: ReadonlySet<OptionKind>): OptionKind[] {
  const rest = new Set(kinds);
  if (rest.has('partial') && !rest.has('no')) rest.delete('yes');
  if (rest.has('planned') && !rest.has('yes')) rest.delete('no');
  return [...rest];
}

/** True when the text is nothing but an invitation to choose or to type: `-- choose --`, `Bitte wählen`. */
export function isPlaceholder(text: string, lexicon: OptionLexicon): boolean {
  if (text.length > 60) return false;
  const { kinds, isPure } = readOption(text, lexicon);
  return isPure && kinds.length === 1 && kinds[0] === 'placeholder';
}

/**
 * True for lists of scores or maturity levels (0 to 5, `Level 1 - Initial`), which are never guessed. Numbers before
 * plain answers (`1 - Yes`, `2 - No`) are no scores.
 */
export function isScoreList(options: readonly string[], lexicon: OptionLexicon): boolean {
  const rest = options.filter((option) => {
    const { kinds, isPure } = readOption(option, lexicon);
    return !(isPure && (kinds[0] === 'placeholder' || kinds[0] === 'not_applicable') && kinds.length === 1);
  });
  const scores = rest.filter((option) => SCORE.test(option));
  if (scores.length < 2 || scores.length < rest.length) return false;
  const plain = rest.map((option) => readOption(option, lexicon));
  const isPlain = plain.every(({ kinds, isPure }) => isPure && kinds.length === 1);
  return !(isPlain && rest.length <= 4 && plain.some(({ rank, kinds }) => rank === 0 && kinds[0] === 'yes'));
}

/** True when the options say yes and no in some form, so that the list is one for answers. */
export function isAnswerList(options: readonly string[], lexicon: OptionLexicon): boolean {
  if (isScoreList(options, lexicon)) return false;
  const kinds = new Set(options.flatMap((option) => readOption(option, lexicon).kinds));
  const hasPositive = kinds.has('yes');
  const hasOther = kinds.has('no') || kinds.has('partial') || kinds.has('planned');
  return hasPositive && hasOther;
}
