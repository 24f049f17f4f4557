import type { Fact } from '../facts/schema.js';
import type { LanguageCatalogue } from '../topics/catalogue.js';
import { phraseRoots } from '../topics/compile.js';
import type { Clause, Word } from './clause.js';

/** Values of a topic that a clause names. */
export interface NamedAlternatives {
  /** Some that the fact has, as its display or value says. */
  readonly hasOwn: boolean;
  /** Words of those that it does not have. */
  readonly others: readonly Word[];
}

/** Compares the values that a clause names ("AWS", "monolith") with those of the fact. */
export function nameAlternatives(
  clause: Clause,
  topic: number,
  fact: Fact,
  catalogue: LanguageCatalogue,
): NamedAlternatives {
  const asked = new Set(clause.words.filter((word) => !word.isSoft).flatMap((word) => word.roots));
  const mentioned = new Set(clause.words.flatMap((word) => word.roots));
  const isIn = (roots: ReadonlySet<string>) => (name: readonly string[]) =>
    name.every((root) => roots.has(root));
  const named = catalogue.alternatives(topic).filter((value) => value.some(isIn(mentioned)));
  if (named.length === 0) return { hasOwn: false, others: [] };
  const own = ownRoots(fact, catalogue);
  const foreign = named.filter((value) => !value.some(isIn(own)));
  const others = foreign.filter((value) => value.some(isIn(asked)));
  const otherRoots = new Set(others.flatMap((value) => value.filter(isIn(asked))).flat());
  return {
    hasOwn: foreign.length < named.length,
    others: clause.words.filter((word) => word.roots.some((root) => otherRoots.has(root))),
  };
}

/** Roots of everything that the fact says of its value. */
function ownRoots(fact: Fact, { lexicon, vocabulary }: LanguageCatalogue): Set<string> {
  const texts = [
    ...strings(fact.label),
    ...strings(fact.display),
    ...strings(fact.extent),
    ...strings(fact.value),
  ];
  return new Set(texts.flatMap((text) => phraseRoots(text, lexicon, vocabulary)));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
