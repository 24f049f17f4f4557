import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnLetters,
  columnNumber,
  formatCell,
  formatRange,
  MAX_COLUMN,
  MAX_ROW,
  parseCell,
  parseRange,
  parseRanges,
  parseReference,
  resolveReference,
} from '../../src/workbook/a1.js';

describe('parseCell', () => {
  it.each([
    ['B7', { row: 7, column: 2 }],
    ['$XFD$1048576', { row: MAX_ROW, column: MAX_COLUMN }],
    ['az200', { row: 200, column: 52 }],
  ])('reads %s', (text, cell) => {
    expect(parseCell(text)).toEqual(cell);
  });

  it.each(['', 'B', '7', 'B0', 'XFE1', 'A1048577', 'B7:C8', 'B 7', 'ABCD1', '7B', 'B-1', '$$B7'])(
    'refuses "%s"',
    (text) => {
      expect(parseCell(text)).toBeUndefined();
    },
  );

  it('reads what formatCell writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MAX_ROW }),
        fc.integer({ min: 1, max: MAX_COLUMN }),
        (row, column) => {
          expect(parseCell(formatCell(row, column))).toEqual({ row, column });
          expect(columnNumber(columnLetters(column))).toBe(column);
        },
      ),
    );
  });
});

describe('parseRange', () => {
  it.each([
    ['B2', { top: 2, left: 2, bottom: 2, right: 2 }],
    ['C5:B2', { top: 2, left: 2, bottom: 5, right: 3 }],
    ['$A:$B', { top: 1, left: 1, bottom: MAX_ROW, right: 2 }],
    ['2:3', { top: 2, left: 1, bottom: 3, right: MAX_COLUMN }],
    ['$2:$3', { top: 2, left: 1, bottom: 3, right: MAX_COLUMN }],
  ])('reads %s', (text, range) => {
    expect(parseRange(text)).toEqual(range);
  });

  it.each(['A', 'A1:', 'A1:B', 'A1:B2:C3', 'Name', '#REF!'])('refuses "%s"', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it('reads lists, and leaves out what is no range', () => {
    expect(parseRanges(' A1:B2  D4\n#REF! ').map(formatRange)).toEqual(['A1:B2', 'D4']);
  });
});

describe('resolveReference', () => {
  it.each([
    ['A1:A5', 2, 1, 'B3:B7'],
    ['$A1:$A5', 2, 1, 'A3:A7'],
    ['A$1:A$5', 2, 1, 'B1:B5'],
    ['$A$1:$A$5', 2, 1, 'A1:A5'],
    ['A:A', 2, 1, 'B1:B1048576'],
    ['A1', -1, 0, 'A1048576'],
  ])('moves %s by %i rows and %i columns', (text, down, right, moved) => {
    const reference = parseReference(text);
    expect(reference && formatRange(resolveReference(reference, down, right))).toBe(moved);
  });
});
