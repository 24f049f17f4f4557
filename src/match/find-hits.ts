import type { LanguageCatalogue } from '../topics/catalogue.js';
import type { Word } from './clause.js';

/** A phrase of a topic found in a clause. */
export interface Hit {
  readonly topic: number;
  readonly isAdverse: boolean;
  /** Places, ascending: token position times PLACES_PER_TOKEN, plus the number of the root within a compound. */
  readonly places: readonly number[];
}

/** Most roots of one compound. */
const PLACES_PER_TOKEN = 16;

/** Token position of a place. */
export function tokenOf(place: number): number {
  return Math.floor(place / PLACES_PER_TOKEN);
}

/** How many other words with content may stand between the words of a phrase, per gap between two of its words. */
const SLACK_PER_GAP = 4;
/** Occurrences of one root that are tried; a word repeated more often is noise. */
const MOST_OCCURRENCES = 12;

/** Finds phrases by their rarest root, keeps those whose words stand near each other, and drops those inside longer ones. */
export function findHits(words: readonly Word[], catalogue: LanguageCatalogue): Hit[] {
  const places = placesOf(words);
  const order = contentOrder(words);
  const hits: Hit[] = [];
  for (const root of places.keys()) {
    for (const term of catalogue.termsByRoot.get(root) ?? []) {
      for (const found of find(term.roots, places, order))
        hits.push({ topic: term.topic, isAdverse: term.isAdverse, places: found });
    }
  }
  return dropContained(hits);
}

/** Finds aspects likewise. Gives aspect indices with token positions. */
export function findAspects(
  words: readonly Word[],
  catalogue: LanguageCatalogue,
): { aspect: number; tokens: readonly number[] }[] {
  const places = placesOf(words);
  const order = contentOrder(words);
  const aspects: { aspect: number; tokens: readonly number[] }[] = [];
  for (const root of places.keys()) {
    for (const term of catalogue.aspectTermsByRoot.get(root) ?? []) {
      for (const found of find(term.roots, places, order))
        aspects.push({ aspect: term.aspect, tokens: found.map(tokenOf) });
    }
  }
  return aspects;
}

function placesOf(words: readonly Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const word of words) {
    for (const [index, root] of word.roots.entries()) {
      const list = places.get(root) ?? [];
      if (list.length < MOST_OCCURRENCES)
        list.push(word.at * PLACES_PER_TOKEN + Math.min(index, PLACES_PER_TOKEN - 1));
      places.set(root, list);
    }
  }
  return places;
}

/** Every place of a single root; for several, the tightest window that holds them, if it is tight enough. */
function find(
  roots: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  order: ReadonlyMap<number, number>,
): number[][] {
  const [first, ...others] = roots;
  const starts = (first !== undefined && places.get(first)) || [];
  if (others.length === 0) return starts.map((start) => [start]);
  const rank = (place: number): number => order.get(tokenOf(place)) ?? 0;
  const widest = others.length * (SLACK_PER_GAP + 1);
  let best: { window: number[]; span: number } | null = null;
  for (const start of starts) {
    const window = [start];
    for (const root of others) {
      const nearest = nearestTo(start, places.get(root) ?? []);
      if (nearest === null) return [];
      window.push(nearest);
    }
    const ranks = window.map(rank);
    const span = Math.max(...ranks) - Math.min(...ranks);
    if (span <= widest && (!best || span < best.span)) best = { window, span };
  }
  return best ? [[...new Set(best.window)].sort((a, b) => a - b)] : [];
}

/** Rank of each token, counting only words with content: function words between two words do not part them. */
function contentOrder(words: readonly Word[]): Map<number, number> {
  const order = new Map<number, number>();
  let rank = 0;
  for (const word of words) {
    if (word.kind === 'content') rank += 1;
    order.set(word.at, rank);
  }
  return order;
}

function nearestTo(start: number, candidates: readonly number[]): number | null {
  let best: number | null = null;
  for (const at of candidates) if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at;
  return best;
}

/** "backup encryption" beats "encryption": a hit inside a longer hit says nothing of its own. */
function dropContained(hits: readonly Hit[]): Hit[] {
  const sets = hits.map((hit) => new Set(hit.places));
  return hits.filter((hit, i) =>
    hits.every(
      (other, j) =>
        i === j ||
        other.places.length <= hit.places.length ||
        !hit.places.every((place) => sets[j]?.has(place)),
    ),
  );
}
