import { fold } from './normalise.js';
import { expandPhrasePair } from './phrase-groups.js';
import { phraseTokens } from './phrases.js';
import { type Token, tokenise } from './tokenise.js';

/** Puts in the place of abbreviations and set phrases (`z. B.`, `mgmt`) the words that they stand for. */
export type Expander = (tokens: readonly Token[]) => readonly Token[];

/**
 * Abbreviations and set phrases by their first token: the other tokens joined by blanks, and the meaning. Of several that
 * begin alike the longest comes first.
 */
export type AbbreviationTable = Readonly<
  Record<string, readonly (readonly [others: string, meaning: string])[]>
>;

/** Makes the table from phrases, which may hold groups of alternatives, and their meanings. */
export function tableOfAbbreviations(abbreviations: Readonly<Record<string, string>>): AbbreviationTable {
  const byFirst = new Map<string, Map<string, string>>();
  for (const [short, words] of Object.entries(abbreviations)) {
    for (const [phrase, meaning] of expandPhrasePair(short, words)) {
      const [first, ...others] = phraseTokens(phrase);
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? new Map<string, string>();
      if (!list.has(others.join(' '))) list.set(others.join(' '), meaning);
      byFirst.set(first, list);
    }
  }
  const length = (others: string): number => (others === '' ? 0 : others.split(' ').length);
  return Object.fromEntries(
    [...byFirst].map(([first, list]) => [first, [...list].sort(([a], [b]) => length(b) - length(a))]),
  );
}

/** Makes an expander that looks phrases up in a table. */
export function createExpander(table: AbbreviationTable): Expander {
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
      const found = findAt(table, folded, at);
      const token = tokens[at];
      if (found) expanded.push(...wordsFor(found.meaning));
      else if (token) expanded.push(token);
      at = found?.end ?? at + 1;
    }
    return expanded;
  };
}

function findAt(
  table: AbbreviationTable,
  folded: readonly string[],
  at: number,
): { meaning: string; end: number } | null {
  const first = folded[at] ?? '';
  if (!Object.hasOwn(table, first)) return null;
  for (const [others, meaning] of table[first] ?? []) {
    const rest = others === '' ? [] : others.split(' ');
    if (rest.every((word, i) => folded[at + 1 + i] === word)) return { meaning, end: at + 1 + rest.length };
  }
  return null;
}
