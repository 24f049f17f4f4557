import { labelTokens } from './normalise-label.js';

/**
 * A phrase as the word lists write it. `=no` matches only a label that consists of it; `*nummer` matches the end of a
 * word (German compounds), `kommentar*` its beginning; all else matches whole words in a row.
 */
export interface Phrase {
  readonly source: string;
  readonly tokens: readonly PhraseToken[];
  readonly isWhole: boolean;
}

/** One word of a phrase. */
export interface PhraseToken {
  readonly text: string;
  readonly kind: 'word' | 'start' | 'end';
}

/** Where a phrase was found: token indexes, `end` exclusive. */
export interface PhraseHit {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads one entry of a word list.
 *
 * @param source such as `question id`, `=no`, `*nummer`, `antwort*`
 */
export function readPhrase(source: string): Phrase {
  const isWhole = source.startsWith('=');
  const words = (isWhole ? source.slice(1) : source).split(/\s+/);
  const tokens = words.flatMap((word): PhraseToken[] => {
    const kind = word.startsWith('*') ? 'end' : word.endsWith('*') ? 'start' : 'word';
    return labelTokens(word).map((text) => ({ text, kind }));
  });
  return { source, tokens, isWhole };
}

/** True when a word is what this part of a phrase stands for. */
export function tokenMatches(token: PhraseToken, word: string): boolean {
  if (token.kind === 'end') return word.endsWith(token.text);
  if (token.kind === 'start') return word.startsWith(token.text);
  return word === token.text;
}

/** All places where the phrase occurs in the words of a label. */
export function findPhrase(phrase: Phrase, words: readonly string[]): PhraseHit[] {
  const length = phrase.tokens.length;
  if (length === 0 || (phrase.isWhole && words.length !== length)) return [];
  const hits: PhraseHit[] = [];
  for (let start = 0; start + length <= words.length; start += 1) {
    const fits = phrase.tokens.every((token, offset) => tokenMatches(token, words[start + offset] ?? ''));
    if (fits) hits.push({ phrase, start, end: start + length });
  }
  return hits;
}

/** True when the words begin with the phrase (or are it, for a phrase that asks for the whole label). */
export function startsWithPhrase(phrase: Phrase, words: readonly string[]): boolean {
  return findPhrase(phrase, words.slice(0, phrase.isWhole ? words.length : phrase.tokens.length)).length > 0;
}
