import { quarterDays } from '../facts/day.js';
import { readQuantities } from './quantities.js';

/** A time that a text names, with its first and last day, YYYY-MM-DD. */
export interface NamedTime {
  /** `Q4 2026`, `2026-12-31`, `2026-12`, `2026` */
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

/** `Ende 2026`, `by 2027`; not `ISO 27001:2022`, `bis Q4 2026`. */
const YEAR =
  /(?<!\p{L})(?:Anfang|Mitte|Ende|im Jahr|bis|ab|in|early|mid|late|end of|by|from|during|year)[ -](20\d\d)(?![\d-])/giu;

/** Quarters, days, months and years that a text names as the time of something. */
export function namedTimes(text: string, language: 'de' | 'en'): NamedTime[] {
  const { quarters, days, calendarMonths } = readQuantities(text, language);
  return [
    ...[...quarters].map((name) => ({ name, ...quarterDays(name) })),
    ...[...days].map((name) => ({ name, first: name, last: name })),
    // No day of a month comes after its 31st, whether the month has one or not.
    ...[...calendarMonths].map((name) => ({ name, first: `${name}-01`, last: `${name}-31` })),
    ...[...text.matchAll(YEAR)].map(([, name = '']) => ({
      name,
      first: `${name}-01-01`,
      last: `${name}-12-31`,
    })),
  ];
}

/**
 * The name of a time in a text that is not in a quarter, or null. Another quarter never agrees; of days, months and years
 * one within the quarter is enough, since a text may tell the past as well.
 */
export function timeOutside(text: string, language: 'de' | 'en', quarter: string): string | null {
  const { first, last } = quarterDays(quarter);
  const times = namedTimes(text, language);
  const outside = times.filter((one) => one.last < first || one.first > last);
  const other = outside.find(({ name }) => name.startsWith('Q'));
  if (other !== undefined) return other.name;
  return outside.length === times.length ? (outside[0]?.name ?? null) : null;
}
