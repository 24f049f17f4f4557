import type { Catalogue, LanguageCatalogue } from '../topics/catalogue.js';
import type { Clause, Word } from './clause.js';
import { findAspects, findHits, type Hit, tokenOf } from './find-hits.js';

/** A topic considered for a clause. */
export interface Candidate {
  readonly topic: number;
  readonly hasFact: boolean;
  /** Empty when taken over from the clause before. */
  readonly hits: readonly Hit[];
  /** Token positions of content words that the topic explains. */
  readonly explained: ReadonlySet<number>;
}

/** What explains a clause: the smallest set of topics found, and what no topic explains. */
export interface Explanation {
  readonly chosen: readonly Candidate[];
  /** Candidates that explain as much as the chosen ones but were not needed. */
  readonly runnersUp: readonly Candidate[];
  /** Content words that no chosen topic explains. */
  readonly uncovered: readonly Word[];
  /** Aspects that the clause demands and that no chosen topic covers. */
  readonly aspects: readonly number[];
  /** Token positions of the words that name those aspects. */
  readonly aspectWords: ReadonlySet<number>;
}

/**
 * Finds the smallest set of topics that explains every content word of a clause.
 * @param hasFact whether a fact is on file for the topic
 * @param isPlanned whether that fact is planned: then its date answers any date in the question
 * @param inherited topics of the clause before, used when this one names none
 */
export function explainClause(
  clause: Clause,
  catalogue: Catalogue,
  language: LanguageCatalogue,
  hasFact: (topic: number) => boolean,
  isPlanned: (topic: number) => boolean,
  inherited: readonly number[],
): Explanation {
  const content = clause.words.filter((word) => word.kind === 'content' && !word.isSoft);
  const hits = withoutIllustrations(findHits(clause.words, language), clause);
  const byTopic = new Map<number, Hit[]>();
  for (const hit of hits) byTopic.set(hit.topic, [...(byTopic.get(hit.topic) ?? []), hit]);
  if (byTopic.size === 0 || clause.refersBack) {
    for (const topic of inherited) if (!byTopic.has(topic)) byTopic.set(topic, []);
  }
  const candidates = [...byTopic].map(([topic, own]) =>
    candidate(topic, own, content, language, hasFact(topic)),
  );
  const { chosen, runnersUp } = choose(candidates, content, clause.refersBack);
  const explained = new Set(chosen.flatMap((c) => [...c.explained]));
  // "Is it excluded that data is stored in plain text?": what is refused is the opposite of what the fact says.
  const isAdverse =
    chosen.some((c) => c.hits.some((hit) => hit.isAdverse)) ||
    clause.figures.some(({ relation }) => relation === 'more_than' || relation === 'less_than');
  const isAllPlanned = chosen.length > 0 && chosen.every((c) => c.hasFact && isPlanned(c.topic));
  const isSaid = (word: Word): boolean =>
    (isAllPlanned && word.isDate === true) ||
    explained.has(word.at) ||
    (isAdverse && clause.refusals.includes(word.at));
  const uncovered = content.filter((word) => !isSaid(word));
  return {
    chosen,
    runnersUp,
    uncovered,
    ...demandedAspects(clause, uncovered, chosen, catalogue, language),
  };
}

/** Topics named only in an illustration count where nothing else names one. */
function withoutIllustrations(hits: readonly Hit[], clause: Clause): readonly Hit[] {
  const soft = new Set(clause.words.filter((word) => word.isSoft).map((word) => word.at));
  const firm = hits.filter((hit) => hit.places.some((place) => !soft.has(tokenOf(place))));
  return firm.length > 0 ? firm : hits;
}

function candidate(
  topic: number,
  hits: readonly Hit[],
  content: readonly Word[],
  language: LanguageCatalogue,
  hasFact: boolean,
): Candidate {
  const isExplained = (word: Word): boolean =>
    word.roots.every((root) => language.explains(topic, root) || language.lexicon.generic.has(root));
  return { topic, hasFact, hits, explained: new Set(content.filter(isExplained).map((word) => word.at)) };
}

/** Words in hits: how strongly a topic is named. */
function strength(c: Candidate): number {
  return Math.max(0, ...c.hits.map((hit) => hit.places.length));
}

/** More explained first, then named more strongly, then topics without a fact: silence beats a claim. */
function compare(a: Candidate, b: Candidate): number {
  return (
    b.explained.size - a.explained.size ||
    strength(b) - strength(a) ||
    Number(a.hasFact) - Number(b.hasFact) ||
    firstPlace(a) - firstPlace(b) ||
    a.topic - b.topic
  );
}

function firstPlace(c: Candidate): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...c.hits.map((hit) => hit.places[0] ?? 0));
}

function choose(
  candidates: readonly Candidate[],
  content: readonly Word[],
  refersBack: boolean,
): Pick<Explanation, 'chosen' | 'runnersUp'> {
  const sorted = [...candidates].sort(compare);
  const inherited = sorted.find((c) => c.hits.length === 0 && c.explained.size === content.length);
  const own = sorted.find((c) => isNamedInFull(c, content) && !(inherited && refersBack && c.hasFact));
  const best = opposedTo(own ?? inherited ?? sorted[0], sorted);
  if (!best) return { chosen: [], runnersUp: [] };
  const equals = sorted.filter((c) => isEqual(c, best));
  const chosen = best.hasFact ? equals : [best];
  const covered = new Set(chosen.flatMap((c) => [...c.explained]));
  while (covered.size < content.length) {
    const next = sorted
      .filter((c) => !chosen.includes(c) && namesUncovered(c, covered))
      .map((c) => ({ c, gain: [...c.explained].filter((at) => !covered.has(at)).length }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain || compare(a.c, b.c))[0]?.c;
    if (!next) break;
    chosen.push(next);
    for (const at of next.explained) covered.add(at);
  }
  chosen.sort((a, b) => firstPlace(a) - firstPlace(b) || a.topic - b.topic);
  return { chosen, runnersUp: sorted.filter((c) => !chosen.includes(c)) };
}

/** Words by which a topic counts as named in full: "data at rest", but not "backup" alone. */
export const NAMED_IN_FULL = 2;

/** Named in full and explains everything: the clause is about this, whatever the one before was about. */
function isNamedInFull(c: Candidate, content: readonly Word[]): boolean {
  return c.explained.size === content.length && strength(c) >= NAMED_IN_FULL;
}

/** To pass over "outside the EU" would turn the answer round: a fact whose opposite is named in full goes before another. */
function opposedTo(best: Candidate | undefined, sorted: readonly Candidate[]): Candidate | undefined {
  if (!best?.hasFact || isOpposite(best)) return best;
  const opposite = sorted.find((c) => c.hasFact && isOpposite(c) && c.explained.size === best.explained.size);
  return opposite ?? best;
}

function isOpposite(c: Candidate): boolean {
  return c.hits.some((hit) => hit.isAdverse && hit.places.length >= NAMED_IN_FULL);
}

/** As good in every respect: the question is as much about the one as about the other. */
function isEqual(a: Candidate, b: Candidate): boolean {
  return (
    a === b ||
    (a.hasFact === b.hasFact && a.explained.size === b.explained.size && strength(a) === strength(b))
  );
}

function namesUncovered(c: Candidate, covered: ReadonlySet<number>): boolean {
  return c.hits.some((hit) => hit.places.some((place) => !covered.has(tokenOf(place))));
}

/**
 * Aspects that the question demands beyond the chosen topics: named by a word that nothing explains, or by a phrase of
 * several words ("between environments"), since the words of a phrase may each be harmless.
 */
function demandedAspects(
  clause: Clause,
  uncovered: readonly Word[],
  chosen: readonly Candidate[],
  catalogue: Catalogue,
  language: LanguageCatalogue,
): Pick<Explanation, 'aspects' | 'aspectWords'> {
  const open = new Set(uncovered.map((word) => word.at));
  const covers = new Set(chosen.flatMap((c) => catalogue.topics[c.topic]?.covers ?? []));
  const said = new Set(
    chosen.flatMap((c) => [...c.explained, ...c.hits.flatMap((hit) => hit.places.map(tokenOf))]),
  );
  const soft = new Set(clause.words.filter((word) => word.isSoft).map((word) => word.at));
  const found = findAspects(clause.words, language)
    .filter(({ tokens }) => tokens.some((at) => open.has(at)) || isPhraseApart(tokens, said))
    .filter(({ tokens }) => !tokens.some((at) => soft.has(at)))
    .filter(({ aspect }) => !covers.has(catalogue.aspects[aspect]?.id ?? ''));
  return {
    aspects: [...new Set(found.map(({ aspect }) => aspect))].sort((a, b) => a - b),
    aspectWords: new Set(found.flatMap(({ tokens }) => tokens)),
  };
}

/** A phrase of several words of which the topics say at least one neither by name nor by context. */
function isPhraseApart(tokens: readonly number[], said: ReadonlySet<number>): boolean {
  return new Set(tokens).size > 1 && tokens.some((at) => !said.has(at));
}
