import { describe, expect, it } from 'vitest';
import { withDigits } from '../../src/check/number-words.js';

describe('withDigits', () => {
  it.each([
    ['Zwei Tage', '2 Tage'],
    ['innerhalb eines Tages', 'innerhalb 1 Tages'],
    ['a one-year term', 'a 1-year term'],
    ['seventy-two hours', '72 hours'],
    ['in zwölf Monaten', 'in 12 Monaten'],
    ['eine Lösung', 'eine Lösung'],
    ['zweite Tagung', 'zweite Tagung'],
    ['zwei Tagungen', 'zwei Tagungen'],
    ['a day', 'a day'],
    ['someone hours', 'someone hours'],
  ])('%s is %s', (text, digits) => expect(withDigits(text)).toBe(digits));
});
