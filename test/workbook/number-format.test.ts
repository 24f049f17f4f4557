import { describe, expect, it } from 'vitest';
import { readNumberFormat } from '../../src/workbook/number-format.js';

describe('readNumberFormat', () => {
  it.each([
    // Built-in formats, by their id.
    [0, undefined, 3, '3'],
    [0, undefined, 0.1 + 0.2, '0.3'],
    [0, undefined, -4.1, '-4.1'],
    [0, undefined, 123456789012, '123456789012'],
    [0, undefined, 1e21, '1E+21'],
    [9, undefined, 0.07, '7%'],
    [10, undefined, 0.995, '99.50%'],
    [3, undefined, 1234567.4, '1,234,567'],
    [999, undefined, 7, '7'],
    // Codes that the workbook lists.
    [164, 'General', 1.5, '1.5'],
    [164, '@', 1.5, '1.5'],
    [164, '0.0%', 0.995, '99.5%'],
    [164, '0.00', 1.1, '1.10'],
    [164, '0.00', 4.675, '4.68'],
    [164, '0.##', 1.5, '1.5'],
    [164, '0.##', 2, '2'],
    [164, '000', 7, '007'],
    [164, '#', 0, '0'],
    [164, '"Q"0', 12, 'Q12'],
    [164, '0" days"', 30, '30 days'],
    [164, '0\\ \\h', 4, '4 h'],
    [164, '#,##0.00_);[Red]\\(#,##0.00\\)', -1234.5, '-1,234.50'],
    [164, '[$€-407] #,##0', 1000, '€ 1,000'.replace('€ ', '')],
    [164, '0;-0;"none"', 5, '5'],
    [164, '0.00E+00', 12345, '12345'],
    [164, '# ?/?', 0.5, '0.5'],
    [164, '0.0', -0.01, '0.0'],
  ])('format %i %s shows %d as %s', (id, code, value, shown) => {
    const format = readNumberFormat(id, code, false);
    expect(format.show(value)).toBe(shown);
    expect(format.kind).toBe('number');
  });

  it.each([
    [14, undefined, 46080, '2026-02-27'],
    [14, undefined, 1, '1900-01-01'],
    [14, undefined, 59, '1900-02-28'],
    [14, undefined, 60, '1900-02-29'],
    [14, undefined, 61, '1900-03-01'],
    [22, undefined, 46080.5, '2026-02-27T12:00:00'],
    [22, undefined, 46080, '2026-02-27'],
    [20, undefined, 0.25, '06:00:00'],
    [46, undefined, 1.5, '36:00:00'],
    [31, undefined, 46080, '2026-02-27'],
    [164, 'mmm-yy', 46080, '2026-02-27'],
    [164, 'dd.mm.yyyy', 46080, '2026-02-27'],
    [164, '[$-407]d. mmmm yyyy;@', 46080, '2026-02-27'],
    [164, '[Red]hh:mm', 0.5, '12:00:00'],
    [164, 'mm:ss', 0.5, '12:00:00'],
    [164, 'yyyy-mm-dd', -1, '-1'],
    [164, 'yyyy-mm-dd', 99999999, '99999999'],
  ])('format %i %s shows day %d as %s', (id, code, value, shown) => {
    const format = readNumberFormat(id, code, false);
    expect(format.show(value)).toBe(shown);
    expect(format.kind).toBe('date');
  });

  it('counts from 1904 where the workbook does', () => {
    expect(readNumberFormat(14, undefined, true).show(0)).toBe('1904-01-01');
  });

  it.each(['"day"0', '[Red]0', '0\\d', '0_y'])('takes %s for no date', (code) => {
    expect(readNumberFormat(164, code, false).kind).toBe('number');
  });
});
