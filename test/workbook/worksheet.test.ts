import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/workbook/model.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook, MAIN, STRICT, sheetXml, type TestSheet, type TestWorkbook } from './build-package.js';

async function open(book: TestWorkbook) {
  return openWorkbook(buildWorkbook(book));
}

async function openSheet(sheet: Omit<TestSheet, 'name'>, book: Partial<TestWorkbook> = {}) {
  return (await open({ ...book, sheets: [{ name: 'S', ...sheet }] })).sheet('S');
}

const show = (cell: Cell | undefined): string | undefined =>
  cell && `${cell.ref} ${cell.kind} ${cell.isFormula ? '=' : ''}${cell.text}`;

describe('cells', () => {
  it.each([
    ['shared string', '<c r="A1" t="s"><v>1</v></c>', 'A1 text b'],
    ['shared string that is missing', '<c r="A1" t="s"><v>9</v></c>', undefined],
    ['inline string', '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>', 'A1 text a b'],
    ['inline string kept in v', '<c r="A1" t="inlineStr"><v>x</v></c>', 'A1 text x'],
    ['formula string', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'A1 text =a'],
    ['formula without a cached value', '<c r="A1"><f>B1</f></c>', 'A1 blank ='],
    ['number', '<c r="A1"><v>42</v></c>', 'A1 number 42'],
    ['number with an exponent', '<c r="A1"><v>1E3</v></c>', 'A1 number 1000'],
    ['percentage', '<c r="A1" s="2"><v>0.995</v></c>', 'A1 number 99.50%'],
    ['date', '<c r="A1" s="1"><v>46080</v></c>', 'A1 date 2026-02-27'],
    ['ISO date', '<c r="A1" t="d"><v>2026-02-27T00:00:00</v></c>', 'A1 date 2026-02-27'],
    ['custom format', '<c r="A1" s="6"><v>7</v></c>', 'A1 number Q7'],
    ['style that is missing', '<c r="A1" s="99"><v>7</v></c>', 'A1 number 7'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'A1 boolean TRUE'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'A1 boolean FALSE'],
    ['error', '<c r="A1" t="e"><v>#REF!</v></c>', 'A1 error #REF!'],
    ['a word that should be a number', '<c r="A1"><v>abc</v></c>', 'A1 text abc'],
    ['Windows line end', '<c r="A1" t="str"><v>a_x000D_\nb</v></c>', 'A1 text a\nb'],
    ['style only', '<c r="A1" s="3"/>', undefined],
    ['empty text', '<c r="A1" t="str"><v></v></c>', undefined],
  ])('%s', async (_, cell, shown) => {
    const strings = `<sst xmlns="${MAIN}"><si><t>a</t></si><si><t>b</t></si></sst>`;
    const sheet = await openSheet({ rows: `<row r="1">${cell}</row>` }, { strings });
    expect(show(sheet.cell(1, 1))).toBe(shown);
    expect(sheet.rows.length).toBe(shown === undefined ? 0 : 1);
  });

  it('come in order whatever the file says, the first of two at one place', async () => {
    const cell = (ref: string, text: number): string => `<c r="${ref}"><v>${text}</v></c>`;
    const rows = `<row r="2">${cell('C2', 1)}${cell('A2', 2)}${cell('C2', 3)}</row><row r="1">${cell('A1', 4)}</row>`;
    const sheet = await openSheet({ rows });
    expect(sheet.rows.flatMap((row) => row.cells.map(show))).toEqual([
      'A1 number 4',
      'A2 number 2',
      'C2 number 1',
    ]);
  });

  it('that an array formula fills count as formulas, blank ones too', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">x</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>4</v></c><c r="C2"><v>5</v></c></row>';
    const sheet = await openSheet({ rows });
    expect(sheet.rows.flatMap((row) => row.cells.map(show))).toEqual([
      'A1 number =1',
      'B1 number =2',
      'A2 blank =',
      'B2 number =4',
      'C2 number 5',
    ]);
  });

  it.each([
    ['UTF-16', (xml: string) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-8 with a mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
    ['strict', (xml: string) => Buffer.from(xml.replaceAll(MAIN, STRICT))],
    [
      'prefixed',
      (xml: string) => Buffer.from(xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')),
    ],
  ])('are read from a part in %s', async (_, encode) => {
    const xml = sheetXml(
      '<row><c t="inlineStr"><is><t>ä</t></is></c></row>',
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    );
    const sheet = await openSheet({ xml: encode(xml) });
    expect(show(sheet.cell(1, 1))).toBe('A1 text ä');
    expect(sheet.merges).toHaveLength(1);
  });

  it('are none on a chart sheet', async () => {
    const book = await open({ sheets: [{ name: 'Chart', type: 'chartsheet', xml: '<chartsheet/>' }] });
    expect(book.sheets).toEqual([{ name: 'Chart', state: 'visible' }]);
    expect(book.sheet('Chart').rows).toEqual([]);
  });
});

describe('merges, rows and columns', () => {
  it('knows merged ranges', async () => {
    const sheet = await openSheet({
      after: '<mergeCells><mergeCell ref="B2:C3"/><mergeCell ref="oops"/></mergeCells>',
    });
    expect(sheet.mergeAt(3, 3)).toEqual({ top: 2, left: 2, bottom: 3, right: 3 });
    expect(sheet.mergeAt(3, 4)).toBeUndefined();
  });

  it('knows hidden rows and columns', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="5" hidden="true"/><row r="6"/></sheetData></worksheet>`;
    const sheet = await openSheet({ xml });
    expect([1, 2, 3, 4].map((column) => sheet.isColumnHidden(column))).toEqual([false, true, true, false]);
    expect([4, 5, 6, 7].map((row) => sheet.isRowHidden(row))).toEqual([false, true, false, false]);
  });

  it('knows rows that are hidden unless shown', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetFormatPr zeroHeight="1"/><sheetData><row r="2"/></sheetData></worksheet>`;
    const sheet = await openSheet({ xml });
    expect([1, 2, 3].map((row) => sheet.isRowHidden(row))).toEqual([true, false, true]);
  });
});

describe('tables', () => {
  it('are read from their parts', async () => {
    const data = `<table xmlns="${MAIN}" name="n" displayName="Answers" ref="A1:B4" totalsRowCount="1"><tableColumns><tableColumn id="1" name="Q"/><tableColumn id="2" name="A"/></tableColumns></table>`;
    const sheet = await openSheet({ related: [{ type: 'table', path: 'tables/table1.xml', data }] });
    expect(sheet.tables).toEqual([
      {
        name: 'Answers',
        range: { top: 1, left: 1, bottom: 4, right: 2 },
        headerRows: 1,
        totalsRows: 1,
        columns: ['Q', 'A'],
      },
    ]);
  });
});

describe('protection', () => {
  const rows =
    '<row r="1"><c r="A1"/><c r="B1" s="4"/><c r="C1" s="4"><v>1</v></c></row><row r="2" s="4" customFormat="1"/>';
  const columns = '<cols><col min="5" max="5" style="4"/></cols>';
  const xml = (after: string): string =>
    `<worksheet xmlns="${MAIN}">${columns}<sheetData>${rows}</sheetData>${after}</worksheet>`;

  it('locks cells by their style, that of their row, or of their column', async () => {
    const sheet = await openSheet({ xml: xml('<sheetProtection sheet="1" objects="1"/>') });
    expect(sheet.isProtected).toBe(true);
    const places = [
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 9],
      [9, 5],
      [9, 9],
    ] as const;
    expect(places.map(([row, column]) => sheet.isLocked(row, column))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('leaves ranges open that need no password', async () => {
    const ranges =
      '<sheetProtection sheet="1"/><protectedRanges><protectedRange name="a" sqref="A1 A5:B6"/><protectedRange name="b" sqref="A9" password="CC1A"/><protectedRange name="c" sqref="A10" hashValue="x"/><protectedRange name="d" sqref="A11"><securityDescriptor>x</securityDescriptor></protectedRange></protectedRanges>';
    const sheet = await openSheet({ xml: xml(ranges) });
    expect([1, 5, 9, 10, 11].map((row) => sheet.isLocked(row, 1))).toEqual([false, false, true, true, true]);
  });

  it.each(['', '<sheetProtection sheet="0"/>', '<sheetProtection objects="1"/>'])(
    'is off with "%s"',
    async (after) => {
      const sheet = await openSheet({ xml: xml(after) });
      expect([sheet.isProtected, sheet.isLocked(1, 1)]).toEqual([false, false]);
    },
  );
});
