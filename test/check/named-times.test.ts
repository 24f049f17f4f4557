import { describe, expect, it } from 'vitest';
import { namedTimes, timeOutside } from '../../src/check/named-times.js';

describe('namedTimes', () => {
  it.each<[string, 'de' | 'en', string[]]>([
    ['Ab Q2 2026', 'de', ['Q2 2026 2026-04-01 2026-06-30']],
    ['bis 31.12.2026', 'de', ['2026-12-31 2026-12-31 2026-12-31']],
    ['March 2027', 'en', ['2027-03 2027-03-01 2027-03-31']],
    ['Ende 2027', 'de', ['2027 2027-01-01 2027-12-31']],
    ['by 2027', 'en', ['2027 2027-01-01 2027-12-31']],
    ['ISO 27001:2022', 'en', []],
    ['bis 2026-12-31', 'de', ['2026-12-31 2026-12-31 2026-12-31']],
  ])('%s', (text, language, expected) => {
    expect(namedTimes(text, language).map(({ name, first, last }) => `${name} ${first} ${last}`)).toEqual(
      expected,
    );
  });
});

describe('timeOutside', () => {
  it.each<[string, string | null]>([
    ['Q4 2026', null],
    ['Q3 2026, extended to Q4 2026', 'Q3 2026'],
    ['by 2026-12-31', null],
    ['by 2027-01-01', '2027-01-01'],
    ['started 2025-01-01, done by December 2026', null],
    ['end of 2026', null],
    ['end of 2027', '2027'],
    ['no time at all', null],
  ])('%s against Q4 2026: %s', (text, expected) => {
    expect(timeOutside(text, 'en', 'Q4 2026')).toBe(expected);
  });
});
