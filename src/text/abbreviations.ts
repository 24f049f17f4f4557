import type { Lexicon } from './lexicon.js';
import { fold } from './normalise.js';
import { expandPhrasePair } from './phrase-groups.js';
import { createPhraseIndex } from './phrases.js';
import { type Token, tokenise } from './tokenise.js';

/** Puts in the place of abbreviations and set phrases (`z. B.`, `mgmt`) the words that they stand for. */
export type Expander = (tokens: readonly Token[]) => readonly Token[];

/** Indexes the lexicon's abbreviations; of several that begin alike the longest counts. */
export function createExpander(lexicon: Lexicon): Expander {
  const index = createPhraseIndex(
    Object.entries(lexicon.words.abbreviations).flatMap(([short, words]) => expandPhrasePair(short, words)),
  );
  const replacements = new Map<string, readonly Token[]>();
  const wordsFor = (phrase: string): readonly Token[] => {
    const known = replacements.get(phrase) ?? tokenise(phrase);
    replacements.set(phrase, known);
    return known;
  };
  return (tokens) => {
    const folded = tokens.map((token) => fold(token.surface));
    const expanded: Token[] = [];
    for (let at = 0; at < tokens.length; ) {
      const found = index.findAt(folded, at);
      const token = tokens[at];
      if (found) expanded.push(...wordsFor(found.value));
      else if (token) expanded.push(token);
      at = found?.end ?? at + 1;
    }
    return expanded;
  };
}
