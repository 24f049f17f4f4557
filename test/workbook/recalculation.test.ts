import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import {
  isRecalculationOnly,
  mayHaveFormulas,
  requestRecalculation,
} from '../../src/workbook/recalculation.js';

const book = (inside: string): string => `<workbook><sheets/>${inside}<extLst/></workbook>`;

describe('requestRecalculation', () => {
  it.each([
    ['', '<calcPr fullCalcOnLoad="1"/>'],
    ['<definedNames/>', '<definedNames/><calcPr fullCalcOnLoad="1"/>'],
    ["<definedNames/><calcPr calcId='5'/>", '<definedNames/><calcPr calcId=\'5\' fullCalcOnLoad="1"/>'],
    ['<calcPr fullCalcOnLoad="0" calcMode="manual"/>', '<calcPr fullCalcOnLoad="1" calcMode="manual"/>'],
    ['<calcPr></calcPr>', '<calcPr fullCalcOnLoad="1"></calcPr>'],
    ['<pivotCaches/>', '<calcPr fullCalcOnLoad="1"/><pivotCaches/>'],
  ])('makes "%s" into "%s"', (before, after) => {
    expect(requestRecalculation(book(before), 'xl/workbook.xml')).toBe(book(after));
    expect(isRecalculationOnly(book(before), book(after), 'xl/workbook.xml')).toBe(true);
  });

  it('uses the prefix of the workbook', () => {
    const xml = '<x:workbook xmlns:x="u"><x:sheets/></x:workbook>';
    expect(requestRecalculation(xml, 'p')).toBe(
      '<x:workbook xmlns:x="u"><x:sheets/><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
    );
  });

  it.each(['1', 'true'])('leaves a workbook alone that asks for it with %s', (value) => {
    expect(requestRecalculation(book(`<calcPr fullCalcOnLoad="${value}"/>`), 'p')).toBeUndefined();
  });
});

describe('isRecalculationOnly', () => {
  it.each([
    ['', ''],
    ['', '<calcPr fullCalcOnLoad="1"/>'],
  ])('is true from "%s" to "%s"', (before, after) => {
    expect(isRecalculationOnly(book(before), book(after), 'p')).toBe(true);
  });

  it.each([
    ['<definedNames/>', '<calcPr fullCalcOnLoad="1"/>'],
    ['<calcPr calcId="5"/>', '<calcPr fullCalcOnLoad="1"/>'],
    ['<calcPr calcId="5"/>', '<calcPr calcId="6" fullCalcOnLoad="1"/>'],
    ['', '<calcPr/>'],
    ['', '<calcPr calcId="5" fullCalcOnLoad="1"/>'],
  ])('is false from "%s" to "%s"', (before, after) => {
    expect(isRecalculationOnly(book(before), book(after), 'p')).toBe(false);
  });
});

describe('mayHaveFormulas', () => {
  it.each([
    ['<c><f>1</f></c>', true],
    ['<c><f t="shared" si="0"/></c>', true],
    ['<x:c><x:f>1</x:f></x:c>', true],
    ['<c><f\nref="A1">1</f></c>', true],
    ['<c><v>1</v></c><formula>x</formula>', false],
    ['<font/>', false],
  ])('%s: %s', (xml, may) => {
    expect(mayHaveFormulas(Buffer.from(xml))).toBe(may);
  });
});
