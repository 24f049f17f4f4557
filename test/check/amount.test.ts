import { describe, expect, it } from 'vitest';
import { describeAmount, describeInterval } from '../../src/check/amount.js';

describe('amounts of time in words', () => {
  it.each([
    [1, 'hours', '1 hour', 'every hour'],
    [24, 'hours', '24 hours', 'every 24 hours'],
    [0.5, 'days', '0.5 days', 'every 0.5 days'],
  ] as const)('%d %s', (amount, unit, alone, interval) => {
    expect(describeAmount(amount, unit)).toBe(alone);
    expect(describeInterval(amount, unit)).toBe(interval);
  });
});
