import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/workbook/columns.js';
import { parseXml } from '../../src/workbook/xml-tree.js';

const columns = (inside: string): Columns =>
  new Columns(parseXml(`<worksheet>${inside}</worksheet>`, 'xl/sheet.xml'));

describe('Columns', () => {
  it('know what is said of a column', () => {
    const some = columns(
      '<cols><col min="2" max="3" hidden="1" width="20.5" style="4"/><col min="3" max="16384" style="5"/></cols>',
    );
    expect([1, 2, 3, 4, 16_384].map((column) => some.isHidden(column))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([1, 2, 4, 16_384].map((column) => some.style(column))).toEqual([0, 4, 5, 5]);
    expect([1, 2].map((column) => some.width(column))).toEqual([8.43, 20.5]);
  });

  it.each([
    ['<sheetFormatPr defaultColWidth="12"/>', 12],
    ['<sheetFormatPr defaultColWidth="x"/>', 8.43],
    ['<cols><col min="0" max="99999" width="5"/><col/></cols>', 8.43],
    ['<cols><col min="1" max="99999999" width="x"/></cols>', 8.43],
  ])('have a width with %s', (inside, width) => {
    expect(columns(inside).width(1)).toBe(width);
  });
});
