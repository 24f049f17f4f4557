import { fold } from './normalise.js';
import { tokenise } from './tokenise.js';

/** Where a phrase stands in a run of tokens; `end` is exclusive. */
export interface PhraseHit {
  readonly start: number;
  readonly end: number;
}

/** Phrases by their first word, for finding any of them in one walk. Longer phrases win. */
export interface PhraseIndex<T> {
  findAt(folded: readonly string[], at: number): { value: T; end: number } | null;
}

/** Words without marks, which need no tokeniser: `as well as`; not `z. B.` or `e-mail`. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/u;

/** Words and marks of a phrase as they are compared: folded tokens. */
export function phraseTokens(phrase: string): string[] {
  if (PLAIN.test(phrase)) return phrase.split(' ').map(fold);
  return tokenise(phrase).map((token) => fold(token.surface));
}

/** Indexes literal phrases (no stemming). */
export function createPhraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const byFirst = new Map<string, { tokens: string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const tokens = phraseTokens(phrase);
    const first = tokens[0];
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    list.push({ tokens, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return {
    findAt(folded, at) {
      for (const { tokens, value } of byFirst.get(folded[at] ?? '') ?? []) {
        if (tokens.every((token, i) => folded[at + i] === token)) return { value, end: at + tokens.length };
      }
      return null;
    },
  };
}
