import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../src/check/quantities.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('readQuantities', () => {
  it.each<[string, 'de' | 'en', Record<string, readonly (string | number)[]>]>([
    ['Roadmap Q4 2026', 'de', { quarters: ['Q4 2026'] }],
    ['bis 4. Quartal 2026', 'de', { quarters: ['Q4 2026'] }],
    ['Q5 2026', 'en', { numbers: ['5', '2026'] }],
    ['am 31.12.2026', 'de', { days: ['2026-12-31'] }],
    ['on 2026-12-31', 'en', { days: ['2026-12-31'] }],
    ['99,5 %', 'de', { percents: [99.5] }],
    ['99.5%', 'en', { percents: [99.5] }],
    ['99,9 % (letzte 12 Monate)', 'de', { percents: [99.9], months: [12] }],
    ['one year, 1 year', 'en', { months: [12] }],
    ['4–8 Std.', 'de', { seconds: [4 * HOUR, 8 * HOUR] }],
    ['4 to 8 hrs', 'en', { seconds: [4 * HOUR, 8 * HOUR] }],
    ['24 h', 'en', { seconds: [DAY] }],
    ['30-day retention', 'en', { seconds: [30 * DAY] }],
    ['30 Tage (bis 90 Tage vertraglich)', 'de', { seconds: [30 * DAY, 90 * DAY] }],
    ['Täglich, automatisiert', 'de', { seconds: [DAY] }],
    ['alltäglich', 'de', {}],
    ['8 Arbeitstage', 'de', { numbers: ['8'] }],
    ['8 working days', 'en', { numbers: ['8'] }],
    ['TLS 1.2/1.3 – kein HTTP', 'de', { numbers: ['1.2', '1.3'] }],
    ['1.000 Kunden', 'de', { numbers: ['1000'] }],
    ['1,000 customers', 'en', { numbers: ['1000'] }],
    ['AES-256', 'en', { numbers: ['256'] }],
    ['seit 1. Februar 2024', 'de', { days: ['2024-02-01'] }],
    ['since the 1st of February 2024', 'en', { days: ['2024-02-01'] }],
    ['since February 1, 2024', 'en', { days: ['2024-02-01'] }],
    ['im März 2027', 'de', { calendarMonths: ['2027-03'] }],
    ['Dec 2026', 'en', { calendarMonths: ['2026-12'] }],
    ['12/2026', 'de', { calendarMonths: ['2026-12'] }],
    ['31/12/2026', 'en', { numbers: ['31', '12', '2026'] }],
    ['Vorjanuar 2026', 'de', { numbers: ['2026'] }],
    ['zwei Tage', 'de', { seconds: [2 * DAY] }],
    ['within twenty-four hours', 'en', { seconds: [DAY] }],
    ['two servers', 'en', {}],
    ['4—8 Std.', 'de', { seconds: [4 * HOUR, 8 * HOUR] }],
    ['4 − 8 hrs', 'en', { seconds: [4 * HOUR, 8 * HOUR] }],
    ['zwischen 4 und 8 Stunden', 'de', { seconds: [4 * HOUR, 8 * HOUR] }],
    ['Art. 33 and 8 hours', 'en', { seconds: [8 * HOUR], numbers: ['33'] }],
    ['10 000 Nutzer', 'de', { numbers: ['10000'] }],
    ['10\u202f000 users', 'en', { numbers: ['10000'] }],
    ['ISO 27001 200 users', 'en', { numbers: ['27001', '200'] }],
    ['every week', 'en', { seconds: [7 * DAY] }],
    ['halbjährlich', 'de', { months: [6] }],
  ])('%s (%s)', (text, language, expected) => {
    const found = readQuantities(text, language);
    const lists = Object.entries(found).map(([kind, values]) => [kind, [...values]] as const);
    expect(Object.fromEntries(lists.filter(([, values]) => values.length > 0))).toEqual(expected);
  });

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['versions', '1.'.repeat(100_000)],
    ['numbers', '1 '.repeat(100_000)],
    ['groups', '100 '.repeat(50_000)],
    ['a range', `zwischen ${'1'.repeat(100_000)} und 5 Tage`],
    ['dashes', `1${' -'.repeat(100_000)}`],
    ['words', 'zwei '.repeat(50_000)],
    ['months', 'Mai '.repeat(50_000)],
  ])('takes no longer than the length of %s', (_, text) => {
    const start = performance.now();
    readQuantities(`${text} 1 Tag`, 'de');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
