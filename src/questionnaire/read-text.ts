import type { LayoutLexicon, RowWords } from './layout-words.js';
import { startsWithPhrase } from './match-phrase.js';
import { labelTokens } from './normalise-label.js';

/** `1`, `1.2.3`, `A&A-01.1`, `SEC_004`, `Q12`, `IV.`, `a)`. Not `Backup`, `2026 roadmap`. */
const CODE = /^[([]?(?:[\p{L}&]{1,8}[-._ /]?){0,3}\d{1,6}(?:[-._/]?[\p{L}\d]{1,4}){0,5}[.):\]]?$/u;
const LETTER_CODE = /^(?:[IVXLC]{1,6}|\p{L})[.)]?$/u;

/** A question mark after a word: `Is it encrypted? (AES)`. Not the `?` of a number format such as `# ?/?`. */
const QUESTION_MARK = /[\p{L}\p{N}"”»')\]%]\s?[?？؟]/u;

/** True for texts that number a row: `1.2`, `IAM-03`, `a)`. */
export function isCode(text: string): boolean {
  return text.length <= 24 && (CODE.test(text) || LETTER_CODE.test(text));
}

/** True when the text begins with one of the words of this kind. */
export function beginsWith(text: string, kind: keyof RowWords, lexicon: LayoutLexicon): boolean {
  const words = labelTokens(text.slice(0, 120));
  const phrases = lexicon.rows[kind].get(words[0] ?? '') ?? [];
  return phrases.some((phrase) => startsWithPhrase(phrase, words));
}

/** `1.`, `2.3`, `a)`, `Q4:`, before the words of a question. Not `24 hours`, `3rd`. */
const NUMBERING =
  /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[IVX]{1,4})[.):]|\d{1,3}(?:\.\d{1,3}){1,4}|Q\d{1,3}[.:]?)\s+/iu;

/** The text without the numbering before it. */
export function withoutNumbering(text: string): string {
  return text.replace(NUMBERING, '');
}

/** True when the text asks: it holds a question mark, or begins like a question or a request. */
export function asks(text: string, lexicon: LayoutLexicon): boolean {
  if (QUESTION_MARK.test(text) && labelTokens(text).length > 1) return true;
  const words = withoutNumbering(text);
  return labelTokens(words).length >= 3 && beginsWith(words, 'asks', lexicon);
}

/** `Confirm?` and `Encrypted?` are headers; `Do you encrypt data at rest?` is a question. */
export function isSentence(text: string): boolean {
  return labelTokens(text).length > 5;
}
