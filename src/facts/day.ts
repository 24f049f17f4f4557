import { Problem } from '../problem.js';
import type { Due } from './schema.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const QUARTER = /^Q([1-4]) (20\d\d)$/;

/** True for `YYYY-MM-DD` of a day that exists in the Gregorian calendar, years 1000 to 9999. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= lastDayOfMonth(year, month);
}

/**
 * Reads a day that a person typed, such as the value of `--as-of`; space around it is ignored.
 * Gives `YYYY-MM-DD`, which compares as a string. Throws Problem `facts/bad-day`.
 */
export function parseDay(text: string): string {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const shown = trimmed.length > 40 ? `${trimmed.slice(0, 40)}...` : trimmed;
  const what = DAY.test(trimmed) ? 'is not a day of the calendar' : 'is not a date';
  throw new Problem(
    'facts/bad-day',
    `"${shown}" ${what}: give the day as YYYY-MM-DD, for example 2026-11-23.`,
  );
}

/** First and last day of a quarter such as `Q4 2026`, as `YYYY-MM-DD`. Throws RangeError on anything else. */
export function quarterDays(quarter: string): { readonly first: string; readonly last: string } {
  const match = QUARTER.exec(quarter);
  if (match === null) throw new RangeError(`not a quarter: ${quarter}`);
  const year = Number(match[2]);
  const lastMonth = Number(match[1]) * 3;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    first: `${year}-${two(lastMonth - 2)}-01`,
    last: `${year}-${two(lastMonth)}-${two(lastDayOfMonth(year, lastMonth))}`,
  };
}

/** The day that decides: the last day of the quarter for `by`, its first day for `from`. */
export function dueDay(due: Due): string {
  const { first, last } = quarterDays(due.quarter);
  return due.edge === 'by' ? last : first;
}

/** True from the day after the due day on. `day` is `YYYY-MM-DD`. */
export function hasPassed(due: Due, day: string): boolean {
  return day > dueDay(due);
}

function lastDayOfMonth(year: number, month: number): number {
  // Day 0 of the next month; UTC, so that no time zone can shift it.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
