import type { WordedAsk } from '../text/lexicon.js';
import type { Clause, Word } from './clause.js';
import type { ClausePhrases } from './clause-phrases.js';

/** Ask only at the start of a clause; inside a yes/no question they join ("encrypted when it is stored"). */
const ASKS_AT_START: readonly WordedAsk[] = ['when', 'where', 'who'];

/** What is asked for; `leading` asks stand before any word with content. */
export function asksOf(
  firm: readonly number[],
  folded: readonly string[],
  words: readonly Word[],
  isOpened: boolean,
  phrases: ClausePhrases,
): { all: Set<WordedAsk>; leading: Set<WordedAsk> } {
  const opening = (words[0]?.at ?? 0) + LONGEST_OPENING;
  const firstContent = words.find((word) => word.kind === 'content')?.at ?? opening;
  const all = new Set<WordedAsk>();
  const leading = new Set<WordedAsk>();
  for (const at of firm) {
    const ask = phrases.asks.findAt(folded, at)?.value;
    if (!ask) continue;
    all.add(ask);
    // "... and since when?" asks one thing more.
    const isJoined = folded[at - 1] === 'and' || folded[at - 1] === 'und';
    if (at <= firstContent || isJoined) leading.add(ask);
  }
  const isStub = !isOpened && words.length <= LONGEST_STUB;
  for (const ask of ASKS_AT_START) if (!isStub && (isOpened || !leading.has(ask))) all.delete(ask);
  return { all, leading };
}

/** Words within which a clause without any content must ask what it asks. */
const LONGEST_OPENING = 3;

/** Most words of a keyword stub. */
const LONGEST_STUB = 8;

/** What kind of answer a clause wants. */
export function wantsOf(
  words: readonly Word[],
  folded: readonly string[],
  signs: {
    readonly isOpened: boolean;
    readonly asksForValue: boolean;
    readonly asksForDescription: boolean;
    readonly namesValue: boolean;
    readonly isToTick: boolean;
  },
  phrases: ClausePhrases,
): Clause['wants'] {
  if (signs.isOpened) return 'confirm';
  if (signs.asksForValue) return 'value';
  if (signs.asksForDescription) return 'describe';
  if (signs.isToTick) return 'confirm';
  const hasVerb = words.some((word) => word.kind === 'plain' && isVerb(folded[word.at] ?? '', phrases));
  if (words.length > LONGEST_STUB || hasVerb) return 'confirm';
  return signs.namesValue ? 'value' : 'either';
}

/** "roles, over which rights are granted", "ein Rollenmodell, über welches ...": says more of what stands before. */
export function isRelative(folded: readonly string[], at: number): boolean {
  const isPronoun = /^(?:welch|which$)/u.test(folded[at] ?? '');
  return isPronoun && (folded[at - 1] === ',' || folded[at - 2] === ',');
}

function isVerb(folded: string, phrases: ClausePhrases): boolean {
  return phrases.confirmOpeners.findAt([folded], 0) !== null;
}
