import type { Clause, Word } from './clause.js';
import type { Candidate } from './explain-clause.js';
import { tokenOf } from './find-hits.js';

const OR = new Set(['or', 'oder']);

/** Whether the subject is named in its own words beside a value that the fact does not have: "own data centre or public cloud". */
export function isBesideOther(clause: Clause, chosen: Candidate, others: readonly Word[]): boolean {
  const taken = new Set(others.map((word) => word.at));
  const named = chosen.hits.flatMap((hit) => hit.places.map(tokenOf)).filter((at) => !taken.has(at));
  return clause.words
    .filter((word) => OR.has(word.surface.toLowerCase()))
    .some(({ at }) =>
      others.some((other) =>
        named.some((own) => at > Math.min(own, other.at) && at < Math.max(own, other.at)),
      ),
    );
}

/** Whether both the subject and its opposite are named with an "or" between them: "an own database or shared tables". */
export function isBesideOpposite(clause: Clause, chosen: Candidate): boolean {
  const tokens = (isAdverse: boolean): number[] =>
    chosen.hits.filter((hit) => hit.isAdverse === isAdverse).flatMap((hit) => hit.places.map(tokenOf));
  const [opposite, usual] = [tokens(true), tokens(false)];
  return clause.words
    .filter((word) => OR.has(word.surface.toLowerCase()))
    .some(({ at }) => {
      const isApart = (some: readonly number[], others: readonly number[]): boolean =>
        some.length > 0 && others.some((other) => other > at) && some.every((one) => one < at);
      return isApart(opposite, usual) || isApart(usual, opposite);
    });
}
