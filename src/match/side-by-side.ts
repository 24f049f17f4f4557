import type { Catalogue } from '../topics/catalogue.js';
import type { Clause } from './clause.js';
import { type Candidate, type Explanation, NAMED_IN_FULL } from './explain-clause.js';
import { type Hit, tokenOf } from './find-hits.js';

/**
 * Whether several facts explain different words of a clause without a joining word between them: the question is about
 * how the one stands to the other ("do your sub-processors have a DPO"), which neither fact says.
 */
export function isRelation(clause: Clause, carried: readonly Candidate[], catalogue: Catalogue): boolean {
  const [first, ...others] = carried;
  return first !== undefined && others.some((other) => isBetween(clause, first, other, catalogue));
}

/**
 * Whether those who work for us are named by words of their own, with nothing between that joins them to the facts' topics:
 * "do your sub-processors have a DPO" is about theirs, though the words for ours explain every word.
 */
export function isAboutOthers(
  clause: Clause,
  { runnersUp }: Explanation,
  carried: readonly Candidate[],
  catalogue: Catalogue,
): boolean {
  const own = carried.flatMap((c) => c.hits.flatMap((hit) => hit.places.map(tokenOf)));
  const firm = new Set(
    clause.words.filter((word) => word.kind === 'content' && !word.isSoft).map((word) => word.at),
  );
  const isApart = (hit: Hit): boolean => {
    const tokens = hit.places.map(tokenOf).filter((at) => firm.has(at));
    const isJoined = clause.joints.some((at) =>
      own.some((one) => tokens.every((other) => at > Math.min(one, other) && at < Math.max(one, other))),
    );
    return tokens.length > 0 && tokens.every((at) => !own.includes(at)) && !isJoined;
  };
  return runnersUp.some(
    (c) => c.hasFact && catalogue.topics[c.topic]?.value === 'parties' && c.hits.some(isApart),
  );
}

/**
 * Topics without a fact that are named in full on the other side of a joining word, though the facts' topics explain those
 * words: "support hours and first response to P1" asks for two things.
 */
export function secondSubjects(
  clause: Clause,
  explanation: Explanation,
  carried: readonly Candidate[],
): number[] {
  const named = carried.flatMap((c) => c.hits.flatMap((hit) => hit.places));
  const isApart = (place: number): boolean =>
    !named.includes(place) &&
    named.every((other) => clause.joints.some((at) => isWithin(at, tokenOf(place), tokenOf(other))));
  return explanation.runnersUp
    .filter((c) => !c.hasFact)
    .filter((c) => c.hits.some((hit) => hit.places.length >= NAMED_IN_FULL && hit.places.every(isApart)))
    .map((c) => c.topic);
}

function isWithin(at: number, one: number, other: number): boolean {
  return at > Math.min(one, other) && at < Math.max(one, other);
}

function isBetween(clause: Clause, one: Candidate, other: Candidate, catalogue: Catalogue): boolean {
  const [a, b] = [span([one]), span([other])];
  if (!a || !b || includes(one.explained, other.explained) || includes(other.explained, one.explained))
    return false;
  const [former, latter] = a.first <= b.first ? [a, b] : [b, a];
  const isAboutOthers = [one, other].some(({ topic }) => catalogue.topics[topic]?.value === 'parties');
  // What holds for us says nothing of those who work for us: there the joining word must stand right between the two.
  const [low, high] = isAboutOthers
    ? [former.last, latter.first]
    : [former.first, Math.max(former.last, latter.last)];
  return !clause.joints.some((at) => at > low && at < high);
}

function includes(all: ReadonlySet<number>, some: ReadonlySet<number>): boolean {
  return [...some].every((at) => all.has(at));
}

/**
 * Whether topics with and without facts stand side by side ("WAF and intrusion detection"), so that the known one can be
 * drafted; otherwise the known one is only mentioned ("hardening of Kubernetes nodes") unless it explains most words.
 */
export function isBesides(
  clause: Clause,
  carried: readonly Candidate[],
  without: readonly Candidate[],
): boolean {
  const known = span(carried);
  const unknown = span(without);
  if (known && unknown) {
    const [low, high] =
      known.last < unknown.first ? [known.last, unknown.first] : [unknown.last, known.first];
    if (low < high && clause.joints.some((at) => at > low && at < high)) return true;
  }
  const own = new Set(carried.flatMap((c) => [...c.explained]));
  const others = new Set(without.flatMap((c) => [...c.explained]).filter((at) => !own.has(at)));
  return own.size > others.size && others.size > 0;
}

function span(candidates: readonly Candidate[]): { first: number; last: number } | null {
  const at = candidates.flatMap((c) => c.hits.flatMap((hit) => hit.places.map(tokenOf)));
  return at.length > 0 ? { first: Math.min(...at), last: Math.max(...at) } : null;
}
