import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { formatCell, formatRange } from '../../src/workbook/a1.js';
import { scanSheet } from '../../src/workbook/sheet-scan.js';
import { sheetXml } from './build-package.js';

function scan(xml: string): string[] {
  const bytes = Buffer.from(xml);
  const found: string[] = [];
  scanSheet(bytes, 'xl/sheet.xml', {
    row: ({ row }) => found.push(`row ${row}`),
    cell: ({ row, column, style, type, valueStart, valueEnd, inlineStart, inlineEnd, hasFormula }) => {
      const value = valueStart < 0 ? '' : bytes.toString('utf8', valueStart, valueEnd);
      const inline = inlineStart < 0 ? '' : bytes.toString('utf8', inlineStart, inlineEnd);
      found.push(
        `${formatCell(row, column)} ${type} ${style} ${hasFormula ? 'f' : ''}${value}${inline}`.trim(),
      );
    },
    formulaRange: (range) => found.push(`formulas ${formatRange(range)}`),
  });
  return found;
}

describe('scanSheet', () => {
  it.each([
    ['references', '<row r="3"><c r="B3" s="4" t="s"><v>1</v></c></row>', ['row 3', 'B3 s 4 1']],
    [
      'no references',
      '<row><c/><c><v>1</v></c></row><row/><row><c/></row>',
      ['row 1', 'A1 n 0', 'B1 n 0 1', 'row 2', 'row 3', 'A3 n 0'],
    ],
    [
      'some references',
      '<row r="5"><c r="C5"/><c/></row><row><c/></row>',
      ['row 5', 'C5 n 0', 'D5 n 0', 'row 6', 'A6 n 0'],
    ],
    ['single quotes and gaps', "<row  r = '2' ><c\nr='a2' t='b'><v >1</v ></c></row>", ['row 2', 'A2 b 0 1']],
    ['formulas', '<row><c><f>A1+1</f><v>2</v></c><c><f/></c></row>', ['row 1', 'A1 n 0 f2', 'B1 n 0 f']],
    [
      'array formulas',
      '<row><c><f t="array" ref="A1:B2">x</f></c></row>',
      ['row 1', 'formulas A1:B2', 'A1 n 0 f'],
    ],
    ['shared formulas', '<row><c><f t="shared" ref="A1:A2" si="0">x</f></c></row>', ['row 1', 'A1 n 0 f']],
    [
      'inline strings',
      '<row><c t="inlineStr"><is><t>x</t></is></c></row>',
      ['row 1', 'A1 inlineStr 0 <t>x</t>'],
    ],
    ['empty values', '<row><c t="str"><v/></c><c><v></v></c></row>', ['row 1', 'A1 str 0', 'B1 n 0']],
    [
      'extensions',
      '<row><extLst><c r="Z9"/></extLst><c><extLst><v>9</v></extLst></c></row>',
      ['row 1', 'A1 n 0'],
    ],
    [
      'comments',
      '<!-- <row> --><row><!-- <c/> --><c><v>1<!-- 2 --></v></c></row>',
      ['row 1', 'A1 n 0 1<!-- 2 -->'],
    ],
    ['elements of others', '<y:row xmlns:y="u"><c r="A9"/></y:row><row r="2"/>', ['row 2']],
  ])('reads %s', (_, rows, found) => {
    expect(scan(sheetXml(rows))).toEqual(found);
  });

  it('reads prefixed sheets', () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(scan(xml)).toEqual(['row 1', 'A1 n 0 5']);
  });

  it('is not misled by sheet data in a comment or in an extension', () => {
    const xml =
      '<worksheet><!-- <sheetData> --><ext><sheetData><row/></sheetData></ext><sheetData/></worksheet>';
    expect(scan(xml)).toEqual([]);
    expect(scanSheet(Buffer.from(xml), 'x', {})).toMatchObject({
      isEmpty: true,
      start: xml.lastIndexOf('<sheetData/>'),
    });
  });

  it('finds no sheet data on a chart sheet', () => {
    expect(scanSheet(Buffer.from('<chartsheet><drawing/></chartsheet>'), 'x', {})).toBeUndefined();
  });

  it.each([
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="x"/>',
    '<row r="1.5"/>',
    '<row><c r="1"/></row>',
    '<row><c r="A"/></row>',
    '<row><c r="XFE1"/></row>',
    '<row><c r="A1B"/></row>',
    '<row><c r="$A$1"/></row>',
    '<row><c r="A9999999999"/></row>',
    '<row><c></row>',
    '<row><c r="XFD1"/><c/></row>',
  ])('refuses %s', (rows) => {
    expect(() => scan(sheetXml(rows))).toThrow(expect.objectContaining({ code: 'workbook/damaged' }));
  });
});
