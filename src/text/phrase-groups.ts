/** A group of alternatives in a phrase: `(hoster|cloud provider) certified`; not `(S/MIME)`, which has no bar. */
const ALTERNATIVES = /\(([^()|]*(?:\|[^()|]*)+)\)/u;

/** Most phrases that one with groups may stand for: ten groups of ten would be ten thousand million. */
export const MOST_PHRASES = 5000;

/** How many phrases a phrase with groups of alternatives stands for, without making them. */
export function countPhrases(phrase: string): number {
  const groups = phrase.matchAll(new RegExp(ALTERNATIVES, 'gu'));
  return [...groups].reduce((count, [, choices]) => count * (choices?.split('|').length ?? 1), 1);
}

/** Every phrase that a phrase with groups of alternatives stands for: `(a|b) (c|d)` is four; `(the |)x` is two. */
export function expandPhrase(phrase: string): string[] {
  return expandPhrasePair(phrase, '').map(([expanded]) => expanded);
}

/**
 * The same with what each phrase stands for: in the meaning `$1` is the choice of the first group, `$2` of the second.
 * `["(the supplier|the processor) (shall|must)", "you $2"]` gives `["the supplier shall", "you shall"]` and three more.
 */
export function expandPhrasePair(
  phrase: string,
  meaning: string,
  nth = 1,
): [phrase: string, meaning: string][] {
  const group = ALTERNATIVES.exec(phrase);
  if (group?.[1] === undefined) return [[phrase, meaning]];
  const [before, after] = [phrase.slice(0, group.index), phrase.slice(group.index + group[0].length)];
  return group[1]
    .split('|')
    .flatMap((choice) =>
      expandPhrasePair(before + choice + after, meaning.replaceAll(`$${nth}`, choice), nth + 1),
    );
}
