import { describe, expect, it } from 'vitest';
import { MONTH_NAME, monthNumber } from '../../src/check/month-names.js';

describe('names of months', () => {
  it.each([
    ['März', '03'],
    ['march', '03'],
    ['Dez', '12'],
    ['Mai', '05'],
  ])('%s is %s', (name, number) => {
    expect(name).toMatch(new RegExp(`^${MONTH_NAME}$`, 'iu'));
    expect(monthNumber(name)).toBe(number);
  });

  it('are no other words', () => expect('Monat').not.toMatch(new RegExp(MONTH_NAME, 'iu')));
});
