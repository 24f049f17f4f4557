import Fuse from 'fuse.js';

/** Shortest word that is corrected, in letters: in shorter ones a typing error is another word. */
const SHORTEST_CORRECTED = 6;
/** From this length on two errors are allowed, below it one. */
const TWO_ERRORS_FROM = 10;
/** Fuse.js score up to which a candidate is looked at (0 is equal, 1 is nothing in common). */
const LOOSEST_SCORE = 0.34;

/** Suggests the vocabulary's word for a mistyped one. */
export type Speller = (word: string) => string | null;

/**
 * A speller over folded words. The first letter must be right, which keeps `encrypted` from `unencrypted`. Words are kept
 * in short lists by first letter and length, since Fuse.js walks its whole list.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const shelves = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_CORRECTED - 1) continue;
    for (let length = word.length - 2; length <= word.length + 2; length += 1) {
      const key = word.charAt(0) + length;
      const shelf = shelves.get(key);
      if (shelf) shelf.push(word);
      else shelves.set(key, [word]);
    }
  }
  const searches = new Map<string, Fuse<string>>();
  const known = new Map<string, string | null>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const found = correct(word, shelves, searches);
    known.set(word, found);
    return found;
  };
}

function correct(
  word: string,
  shelves: Map<string, string[]>,
  searches: Map<string, Fuse<string>>,
): string | null {
  if (word.length < SHORTEST_CORRECTED || word.length > 30 || /\d/.test(word)) return null;
  const key = word.charAt(0) + word.length;
  const shelf = shelves.get(key);
  if (!shelf) return null;
  let search = searches.get(key);
  if (!search) {
    search = new Fuse(shelf, {
      includeScore: true,
      threshold: LOOSEST_SCORE,
      distance: 30,
      ignoreLocation: true,
    });
    searches.set(key, search);
  }
  const allowed = word.length >= TWO_ERRORS_FROM ? 2 : 1;
  let best: { word: string; errors: number } | null = null;
  for (const { item } of search.search(word, { limit: 12 })) {
    const errors = typingErrors(word, item, allowed);
    if (
      errors <= allowed &&
      (!best || errors < best.errors || (errors === best.errors && item < best.word))
    ) {
      best = { word: item, errors };
    }
  }
  return best?.word ?? null;
}

/** Letters typed wrong, left out, added or swapped with their neighbour (Damerau-Levenshtein, adjacent swaps); stops above `most`. */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
