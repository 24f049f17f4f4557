import type { PhraseIndex } from '../text/phrases.js';
import type { Figure } from '../text/quantity.js';
import type { ClausePhrases } from './clause-phrases.js';
import { range } from './range.js';
import type { Span } from './segment.js';

/** Tokens of a clause that shape it rather than carry content. */
export interface Signs {
  /** They demand nothing here: words of an ask, and of idioms such as "without undue delay". */
  readonly idle: ReadonlySet<number>;
  readonly inFigure: ReadonlySet<number>;
  readonly dates: ReadonlySet<number>;
  readonly negators: readonly number[];
  readonly joints: readonly number[];
}

/** Begin a reason; what it denies does not turn what stands before it. */
const REASONS = new Set(['because', 'weil']);

/** Marks that join two demands. */
const JOINING_MARKS = new Set([',', '/', '+']);

/** Reads the signs of a clause. */
export function readSigns(
  span: Span,
  folded: readonly string[],
  figures: readonly Figure[],
  phrases: ClausePhrases,
): Signs {
  const inFigure = new Set(figures.flatMap((figure) => range(figure.start, figure.end)));
  const idle = new Set<number>();
  const dates = findDates(span, folded, phrases);
  const negators: number[] = [];
  const joints: number[] = [];
  let isReason = false;
  for (let at = span.start; at < span.end; at += 1) {
    const ask = span.soft.has(at) ? null : phrases.asks.findAt(folded, at);
    const idiom = phrases.idioms.findAt(folded, at);
    for (const i of range(at, Math.max(ask?.end ?? at, idiom?.end ?? at))) idle.add(i);
    const isIdle = idle.has(at) || inFigure.has(at) || span.soft.has(at) || span.aside.has(at);
    isReason ||= REASONS.has(folded[at] ?? '');
    if (!isIdle && !isReason && phrases.negators.findAt(folded, at)) negators.push(at);
    if (JOINING_MARKS.has(folded[at] ?? '') || phrases.coordination.findAt(folded, at)) joints.push(at);
  }
  return { idle, inFigure, dates, negators, joints };
}

/** `2026`, `2027`; not `27001` or `1999`. */
const YEAR = /^20[2-4]\d$/u;

/** Before a year these look back, which a plan does not answer: "vor 2026". */
const BACKWARDS = new Set(['before', 'since', 'to', 'vor', 'seit']);

/** Token positions of points in the calendar. */
function findDates(span: Span, folded: readonly string[], phrases: ClausePhrases): Set<number> {
  const find = (index: PhraseIndex<true>): number[] =>
    range(span.start, span.end).flatMap((at) => range(at, index.findAt(folded, at)?.end ?? at));
  const years = range(span.start, span.end).filter(
    (at) => YEAR.test(folded[at] ?? '') && !BACKWARDS.has(folded[at - 1] ?? ''),
  );
  const names = [...years, ...find(phrases.dateNames)];
  return new Set(names.length > 0 ? [...names, ...find(phrases.dateParts)] : []);
}
