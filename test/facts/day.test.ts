import { describe, expect, it } from 'vitest';
import { dueDay, hasPassed, isDay, parseDay, quarterDays } from '../../src/facts/day.js';
import { Problem } from '../../src/problem.js';

describe('parseDay', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    [' 2024-02-29 ', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('reads %j', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(isDay(day)).toBe(true);
  });

  it.each([
    ['2026-02-30', 'not a day of the calendar'],
    ['2025-02-29', 'not a day of the calendar'],
    ['1900-02-29', 'not a day of the calendar'],
    ['2026-13-01', 'not a day of the calendar'],
    ['2026-00-10', 'not a day of the calendar'],
    ['2026-04-31', 'not a day of the calendar'],
    ['0000-01-01', 'not a day of the calendar'],
    ['23.11.2026', 'not a date'],
    ['2026-1-1', 'not a date'],
    ['2026-11-23T00:00', 'not a date'],
    ['tomorrow', 'not a date'],
    ['', 'not a date'],
    ['9'.repeat(1000), 'not a date'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseDay(text)).toThrow(Problem);
    expect(() => parseDay(text)).toThrow(reason);
    expect(() => parseDay(text)).toThrow('YYYY-MM-DD');
  });
});

describe('quarters', () => {
  it.each([
    ['Q1 2026', '2026-01-01', '2026-03-31'],
    ['Q2 2026', '2026-04-01', '2026-06-30'],
    ['Q3 2026', '2026-07-01', '2026-09-30'],
    ['Q4 2026', '2026-10-01', '2026-12-31'],
  ])('%s is from %s to %s', (quarter, first, last) => {
    expect(quarterDays(quarter)).toEqual({ first, last });
  });

  it.each(['Q5 2026', 'Q0 2026', 'q4 2026', 'Q4 26', '2026'])('%s is none', (quarter) => {
    expect(() => quarterDays(quarter)).toThrow(RangeError);
  });

  it.each([
    ['Q3 2026', 'by', '2026-09-30', false],
    ['Q3 2026', 'by', '2026-10-01', true],
    ['Q2 2026', 'from', '2026-04-01', false],
    ['Q2 2026', 'from', '2026-04-02', true],
    ['Q4 2026', 'by', '2026-12-31', false],
    ['Q4 2026', 'by', '2027-01-01', true],
  ] as const)('%s (%s) on %s: passed is %s', (quarter, edge, day, passed) => {
    expect(hasPassed({ quarter, edge }, day)).toBe(passed);
    expect(dueDay({ quarter, edge })).toMatch(/^2026-/);
  });
});
