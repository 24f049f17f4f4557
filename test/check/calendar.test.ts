import { describe, expect, it } from 'vitest';
import { daysBetween, monthsBefore } from '../../src/check/calendar.js';

describe('daysBetween', () => {
  it.each([
    ['2026-11-23', '2026-12-31', 38],
    ['2026-03-28', '2026-03-30', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-01-02', '2026-01-01', -1],
  ])('%s to %s: %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

describe('monthsBefore', () => {
  it.each([
    ['2026-11-23', 12, '2025-11-23'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s less %i months: %s', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));
});
