/** A group of alternatives in a phrase: `(hoster|cloud provider) certified`; not `(S/MIME)`, which has no bar. */
const ALTERNATIVES = /\(([^()|]*(?:\|[^()|]*)+)\)/u;

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
