import { normalise } from './normalise.js';

/** A word, a number or a mark of the normalised text. */
export interface Token {
  /** As written, after normalisation. */
  readonly surface: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Position in the normalised text, in UTF-16 code units. */
  readonly start: number;
}

/**
 * Words (letters and digits: `AES`, `2FA`, `OAuth2`), numbers (`99,9`, `1.2`, `800-88` is two) and marks (`?`, `%`, `/`).
 * An apostrophe and what follows it (`user's`) is dropped.
 */
const TOKEN =
  /(?<number>\d+(?:[.,]\d+)*)(?![\p{L}\d])|(?<word>[\p{L}\d]+(?:\.\p{L}+(?=\.))*)(?:'\p{L}{1,2}(?!\p{L}))?|(?<mark>[^\s\p{L}\d])/gu;

/** Splits text into tokens; linear in its length. */
export function tokenise(text: string): Token[] {
  return splitNormalised(normalise(text));
}

/** The same for text that is normalised already. */
export function splitNormalised(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const kind = groups.number ? 'number' : groups.word ? 'word' : 'mark';
    tokens.push({ surface: groups.number ?? groups.word ?? match[0], kind, start: match.index });
  }
  return tokens;
}
