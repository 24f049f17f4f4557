import type { RELATIONS } from './lexicon.js';
import type { PhraseIndex } from './phrases.js';
import type { Figure, FigureRelation } from './quantity.js';

/** How many tokens may stand between a limit's word and its figure: "within a maximum of 4 hours". */
const WIDEST_GAP = 2;

/** "Over 90 days" is a limit, "over the last 90 days" is not: such words must stand right before the figure. */
function widestGap(relation: FigureRelation): number {
  return relation === 'more_than' || relation === 'less_than' ? 0 : WIDEST_GAP;
}

/** Most words of a limit: "in no more than". */
const LONGEST_LIMIT = 4;

/** Looks for the words of a limit right after the figure, then shortly before it. */
export function relate(
  folded: readonly string[],
  start: number,
  end: number,
  limits: PhraseIndex<(typeof RELATIONS)[number]>,
): Pick<Figure, 'relation' | 'start' | 'end'> {
  const after = limits.findAt(folded, end);
  const word = folded[end] ?? '';
  if (
    after &&
    (word === 'or' ||
      word === 'oder' ||
      word === 'and' ||
      word === 'und' ||
      word === '+' ||
      word === 'at' ||
      word === 'nicht')
  ) {
    return { relation: after.value, start, end: after.end };
  }
  for (let at = Math.max(0, start - WIDEST_GAP - LONGEST_LIMIT); at < start; at += 1) {
    const before = limits.findAt(folded, at);
    if (before && before.end <= start && start - before.end <= widestGap(before.value))
      return { relation: before.value, start: at, end };
  }
  if (isExceeded(folded, start)) return { relation: 'at_most', start: start - 1, end };
  return { relation: 'exactly', start, end };
}

const EXCEEDING = new Set(['uberschreitet', 'uberschreiten', 'ubersteigt', 'ubersteigen']);
/** Most words between the verb and its negation. */
const WIDEST_VERB_GAP = 8;

/** German parts the verb from its negation: "der Ausfall überschreitet im Jahr nicht 4 Stunden". */
function isExceeded(folded: readonly string[], start: number): boolean {
  if (folded[start - 1] !== 'nicht') return false;
  return folded
    .slice(Math.max(0, start - 1 - WIDEST_VERB_GAP), start - 1)
    .some((word) => EXCEEDING.has(word));
}
