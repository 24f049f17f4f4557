import { describe, expect, it } from 'vitest';
import { MAX_COLUMN, MAX_ROW } from '../../src/workbook/a1.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook, MAIN, sheetXml } from './build-package.js';

const text = (ref: string, value: string): string => `<c r="${ref}" t="str"><v>${value}</v></c>`;

/** A question sheet with the given validations, and a hidden sheet with lists and a table. */
async function openWith(validations: string, extensions = '') {
  const list = validations === '' ? '' : `<dataValidations count="1">${validations}</dataValidations>`;
  const ext =
    extensions === ''
      ? ''
      : `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">${extensions}</ext></extLst>`;
  const rows = `<row r="1">${text('A1', 'Low')}${text('C1', 'x')}</row><row r="2">${text('A2', 'High')}${text('C2', 'y')}</row>`;
  const lists = `<row r="1">${text('A1', 'Answer')}</row><row r="2">${text('A2', 'Yes')}</row><row r="3">${text('A3', 'No')}</row><row r="5">${text('A5', 'No')}</row><row r="6">${text('A6', 'N/A')}</row>`;
  const table = `<table xmlns="${MAIN}" displayName="Options" ref="A1:A3"><tableColumns><tableColumn name="Answer"/></tableColumns></table>`;
  const names =
    '<definedNames><definedName name="YesNo">Lists!$A$2:$A$3</definedName><definedName name="Levels" localSheetId="0">Questions!$A$1:$A$2</definedName><definedName name="Levels">Lists!$A$6</definedName><definedName name="Twice">YesNo</definedName><definedName name="Loop">Loop</definedName><definedName name="Broken">#REF!</definedName></definedNames>';
  const book = await openWorkbook(
    buildWorkbook({
      sheets: [
        { name: 'Questions', xml: sheetXml(rows, list + ext) },
        {
          name: 'Lists',
          state: 'hidden',
          rows: lists,
          related: [{ type: 'table', path: 'tables/t.xml', data: table }],
        },
        { name: "It's a list", rows: `<row r="1">${text('A1', 'Ja')}</row>` },
      ],
      after: names,
    }),
  );
  return book.sheet('Questions');
}

const listOf = (source: string, sqref = 'B1'): string =>
  `<dataValidation type="list" sqref="${sqref}"><formula1>${source}</formula1></dataValidation>`;

describe('options of a list', () => {
  it.each([
    ['"Yes,No,N/A"', ['Yes', 'No', 'N/A']],
    ['"Yes, No , ,""Other"""', ['Yes', 'No', '"Other"']],
    ['Lists!$A$2:$A$3', ['Yes', 'No']],
    ['Lists!$A$2:$A$1048576', ['Yes', 'No', 'N/A']],
    ['lists!$A:$A', ['Answer', 'Yes', 'No', 'N/A']],
    ["'It''s a list'!$A$1", ['Ja']],
    ['$A$1:$A$2', ['Low', 'High']],
    ['YesNo', ['Yes', 'No']],
    ['yesno', ['Yes', 'No']],
    ['Twice', ['Yes', 'No']],
    ['Levels', ['Low', 'High']],
    ['Options[Answer]', ['Yes', 'No']],
    ['Options', ['Yes', 'No']],
    ['INDIRECT("Options[Answer]")', ['Yes', 'No']],
    ['INDIRECT("YesNo")', ['Yes', 'No']],
    ['Options[Missing]', null],
    ['INDIRECT(A1)', null],
    ['OFFSET($A$1,0,0,2)', null],
    ['"a"&amp;"b"', null],
    ['Missing!$A$1', null],
    ['[1]Lists!$A$1:$A$2', null],
    ['Loop', null],
    ['Broken', null],
    ['#REF!', null],
    ['Nobody', null],
    ['', null],
  ])('%s', async (source, options) => {
    const sheet = await openWith(listOf(source));
    expect(sheet.validationAt(1, 2)?.options).toEqual(options);
    expect(sheet.validations[0]?.source).toBe(source.replace('&amp;', '&'));
  });

  it('may hold commas where Excel quotes them', async () => {
    const sheet = await openWith(
      '<dataValidation type="list" sqref="B1"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x12ac="http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac"><mc:Choice Requires="x12ac"><x12ac:list>"Yes, fully","Say ""no""", Partly,</x12ac:list></mc:Choice><mc:Fallback><formula1>"Yes, fully,No"</formula1></mc:Fallback></mc:AlternateContent></dataValidation>',
    );
    expect(sheet.validationAt(1, 2)?.options).toEqual(['Yes, fully', 'Say "no"', 'Partly']);
  });

  it('move with the cell where the source is relative', async () => {
    const sheet = await openWith(listOf('C1', 'E1:E2'));
    expect([1, 2, 3].map((row) => sheet.validationAt(row, 5)?.options)).toEqual([['x'], ['y'], undefined]);
    expect(sheet.validations[0]?.options).toEqual(['x']);
  });
});

describe('dependent lists', () => {
  const KINDS = 'Hosting,My kinds,Formula,,Lists!$B$1:$B$2,Nobody';
  /** Kinds in column A, and cells of column B whose list depends on them. */
  async function openDependent(source: string) {
    const kinds = KINDS.split(',').map((kind, i) => {
      const cell =
        kind === 'Formula'
          ? `<c r="A${i + 1}" t="str"><f>"Hosting"</f><v>Hosting</v></c>`
          : text(`A${i + 1}`, kind);
      return `<row r="${i + 1}">${kind === '' ? '' : cell}</row>`;
    });
    const lists = `<row r="1">${text('A1', 'EU')}${text('B1', 'a')}</row><row r="2">${text('A2', 'US')}${text('B2', 'b')}</row>`;
    const book = await openWorkbook(
      buildWorkbook({
        sheets: [
          {
            name: 'Q',
            xml: sheetXml(
              kinds.join(''),
              `<dataValidations count="1">${listOf(source, 'B1:B6')}</dataValidations>`,
            ),
          },
          { name: 'Lists', rows: lists },
        ],
        after:
          '<definedNames><definedName name="Hosting">Lists!$A$1:$A$2</definedName><definedName name="My_kinds">Lists!$A$2</definedName></definedNames>',
      }),
    );
    const sheet = book.sheet('Q');
    return [1, 2, 3, 4, 5, 6].map((row) => sheet.validationAt(row, 2)?.options);
  }

  it.each([
    ['INDIRECT(A1)', [['EU', 'US'], null, null, null, ['a', 'b'], null]],
    ['INDIRECT($A1)', [['EU', 'US'], null, null, null, ['a', 'b'], null]],
    ['=indirect( A1 )', [['EU', 'US'], null, null, null, ['a', 'b'], null]],
    ['INDIRECT($A$1)', Array.from({ length: 6 }, () => ['EU', 'US'])],
    ['INDIRECT(SUBSTITUTE(A1," ","_"))', [['EU', 'US'], ['US'], null, null, ['a', 'b'], null]],
    ['INDIRECT(SUBSTITUTE(Q!$A$2," ","_"))', Array.from({ length: 6 }, () => ['US'])],
    ['INDIRECT(A1&amp;"x")', [null, null, null, null, null, null]],
    ['INDIRECT(A1,"a","b")', [null, null, null, null, null, null]],
    ['INDIRECT(VLOOKUP(A1,X:Y,2))', [null, null, null, null, null, null]],
  ])('%s takes what the other cell names, not what a formula says', async (source, options) => {
    expect(await openDependent(source)).toEqual(options);
  });
});

describe('validations', () => {
  it('over a million rows cost nothing', async () => {
    const sheet = await openWith(listOf('"Yes,No"', 'N1:XFD1048576 F18:F1048576'));
    expect(sheet.validationAt(MAX_ROW, MAX_COLUMN)?.options).toEqual(['Yes', 'No']);
    expect(sheet.validationAt(17, 6)).toBeUndefined();
    expect(sheet.validations[0]?.ranges).toHaveLength(2);
  });

  it('of the extension list count too, after the classic ones', async () => {
    const x14 =
      '<x14:dataValidations xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>B2:B3 B9</xm:sqref></x14:dataValidation></x14:dataValidations>';
    const sheet = await openWith(listOf('"classic"', 'B3'), x14);
    expect(sheet.validationAt(2, 2)).toMatchObject({
      origin: 'x14',
      options: ['Yes', 'No'],
      isStrict: true,
      allowBlank: true,
    });
    expect(sheet.validationAt(9, 2)?.origin).toBe('x14');
    expect(sheet.validationAt(3, 2)?.origin).toBe('classic');
  });

  it.each([
    ['showErrorMessage="1"', true],
    ['showErrorMessage="1" errorStyle="stop"', true],
    ['showErrorMessage="1" errorStyle="warning"', false],
    ['showErrorMessage="0"', false],
    ['', false],
  ])('with %s: strict is %s', async (attributes, isStrict) => {
    const sheet = await openWith(
      `<dataValidation type="list" ${attributes} sqref="B1"><formula1>"a"</formula1></dataValidation>`,
    );
    expect(sheet.validations[0]?.isStrict).toBe(isStrict);
  });

  it('of other types keep their formulas', async () => {
    const sheet = await openWith(
      '<dataValidation type="textLength" operator="lessThanOrEqual" sqref="B1"><formula1>200</formula1></dataValidation><dataValidation type="whole" sqref="B2"><formula1>1</formula1><formula2>5</formula2></dataValidation><dataValidation sqref="B3"/>',
    );
    expect(sheet.validations).toMatchObject([
      { type: 'textLength', operator: 'lessThanOrEqual', formula1: '200', options: null, source: '' },
      { type: 'whole', operator: 'between', formula1: '1', formula2: '5' },
      { type: 'none' },
    ]);
  });
});
