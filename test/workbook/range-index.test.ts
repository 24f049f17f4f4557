import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from '../../src/workbook/a1.js';
import { RangeIndex } from '../../src/workbook/range-index.js';

const range = fc
  .tuple(
    fc.integer({ min: 1, max: 9000 }),
    fc.integer({ min: 0, max: 9000 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([top, height, left, width]) => ({ top, left, bottom: top + height, right: left + width }));

describe('RangeIndex', () => {
  it('finds the first range over a cell, as a search from end to end does', () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 12 }),
        fc.integer({ min: 1, max: 18_001 }),
        fc.integer({ min: 1, max: 9 }),
        (ranges, row, column) => {
          const index = new RangeIndex<number>();
          ranges.forEach((item, i) => {
            index.add(item, i);
          });
          const expected = ranges.findIndex((item) => isInside(item, row, column));
          expect(index.find(row, column)).toBe(expected < 0 ? undefined : expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
