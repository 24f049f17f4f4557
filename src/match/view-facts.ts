import type { Fact } from '../facts/schema.js';
import { fold } from '../text/normalise.js';
import { isComparable } from './bounds.js';
import type { Word } from './clause.js';
import type { FactView } from './judge-clause.js';
import type { Surroundings } from './surroundings.js';

/** Kinds of values that say how much or how long, but not how. */
const BARE_KINDS: ReadonlySet<string> = new Set(['percentage', 'duration', 'frequency', 'retention', 'none']);

/** What judging needs to know of the facts. */
export function viewFacts({ catalogue, facts, languageCatalogue }: Surroundings): FactView {
  const factOf = (topic: number): Fact | undefined => facts.facts.get(catalogue.topics[topic]?.id ?? '');
  return {
    catalogue,
    tellsHow: (topic) => {
      const fact = factOf(topic);
      return fact !== undefined && (fact.status === 'planned' || !BARE_KINDS.has(fact.value.kind));
    },
    compares: (topic, figure) => {
      const fact = factOf(topic);
      return fact !== undefined && isComparable(fact, figure);
    },
    canTakeFigure: (topic, figure, { words }) => {
      const fact = factOf(topic);
      // What is not there yet is not there within any limit.
      if (fact && (fact.status === 'planned' || isComparable(fact, figure))) return true;
      const { lexicon, explains } = languageCatalogue;
      const isPlain = (word: Word, root: string): boolean =>
        lexicon.generic.has(root) || lexicon.stop.has(fold(word.surface));
      return words
        .filter((word) => word.at >= figure.start && word.at < figure.end)
        .every((word) => word.roots.every((root) => explains(topic, root) || isPlain(word, root)));
    },
  };
}
