import { fold } from '../text/normalise.js';
import type { Token } from '../text/tokenise.js';
import type { ClausePhrases } from './clause-phrases.js';

/** The tokens of a question without hints at the form of the answer. */
export interface WithoutHints {
  readonly tokens: readonly Token[];
  /** Whether a hint offers answers to choose from: "(yes/no)", "fulfilled / not fulfilled". */
  readonly isToTick: boolean;
}

const OPENING = new Set(['(', '[', ':', '?', '-', '.']);
const CLOSING = new Set([')', ']', '?', '.']);
const SEPARATORS = new Set(['/', '|', ',', ';', 'or', 'oder', '-']);

/** Leaves out "(yes/no)", "Y/N", ": fully, partly or not available?" and the like. */
export function withoutHints(tokens: readonly Token[], phrases: ClausePhrases): WithoutHints {
  const folded = tokens.map((token) => fold(token.surface));
  const kept: Token[] = [];
  let isToTick = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const end = endOfChoice(folded, at, phrases) ?? phrases.answerHints.findAt(folded, at)?.end ?? null;
    const token = tokens[at];
    if (end !== null) {
      isToTick = true;
      at = end - 1;
    } else if (token) kept.push(token);
  }
  return { tokens: kept, isToTick };
}

/**
 * End (exclusive) of answers to choose from that begin right after an opening mark and fill the bracket or the rest of the
 * question; null where there are none.
 */
function endOfChoice(folded: readonly string[], start: number, phrases: ClausePhrases): number | null {
  if (!OPENING.has(folded[start - 1] ?? '')) return null;
  let at = start;
  let answers = 0;
  let separators = 0;
  while (at < folded.length) {
    const answer = phrases.answerChoices.findAt(folded, at);
    if (answer) answers += 1;
    else if (SEPARATORS.has(folded[at] ?? '')) separators += 1;
    else break;
    at = answer?.end ?? at + 1;
  }
  const isWhole = at === folded.length || CLOSING.has(folded[at] ?? '');
  return isWhole && answers > 1 && separators > 0 ? at : null;
}
