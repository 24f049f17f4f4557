import type { AnswerRecord } from '../answer/compose.js';
import { readQuantities } from './quantities.js';
import type { RecordedQuestion } from './recorded-run.js';

/** A word with a capital letter: `Azure`, `ISO`; not `at`, not `A`. */
const NAME = /\p{Lu}[\p{L}\d-]+/gu;

/**
 * Whether two answers state different things, as far as that shows in response, facts and words: for runs of older versions,
 * which do not tell what the facts stated.
 */
export function saysOtherwise(told: RecordedQuestion, now: AnswerRecord): boolean {
  if (told.response !== now.response || told.status !== now.status) return true;
  if (JSON.stringify(told.facts) !== JSON.stringify(now.facts)) return true;
  const figures = (text: string | null): string =>
    JSON.stringify(Object.values(readQuantities(text ?? '', told.language)).map((set) => [...set].sort()));
  if (figures(told.answer) !== figures(now.answer)) return true;
  // Names are what a sentence of the same pattern can differ in: a word with a capital letter on one side only.
  const names = (text: string | null): Set<string> => new Set((text ?? '').match(NAME) ?? []);
  const [before, after] = [names(told.answer), names(now.answer)];
  return before.size !== after.size || [...before].some((name) => !after.has(name));
}
