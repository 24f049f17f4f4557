import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.js';
import type { CellEdit } from '../../src/workbook/model.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook, MAIN, sheetXml } from './build-package.js';

const ROWS =
  '<row r="1"><c r="A1" t="str"><v>full</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><v>  </v></c><c r="D1"><f t="array" ref="D1:D9">x</f></c></row>';
const TABLE = `<table xmlns="${MAIN}" displayName="T" ref="H1:I5" totalsRowCount="1"><tableColumns/></table>`;

async function open() {
  const sheet = {
    name: 'S',
    xml: sheetXml(ROWS, '<mergeCells><mergeCell ref="E1:F3"/></mergeCells>'),
    related: [{ type: 'table', path: 'tables/t.xml', data: TABLE }],
  };
  return openWorkbook(
    buildWorkbook({ sheets: [sheet, { name: 'Chart', type: 'chartsheet', xml: '<chartsheet/>' }] }),
  );
}

const edit = (cell: string, more: Partial<CellEdit> = {}): CellEdit => ({
  sheet: 'S',
  cell,
  text: 'x',
  ...more,
});

describe('an edit is refused', () => {
  it.each([
    ['of a formula', edit('B1', { overwrite: true }), 'workbook/formula', /S!B1 holds a formula/],
    ['of a cell that an array formula fills', edit('D5', { overwrite: true }), 'workbook/formula', /S!D5/],
    ['of a filled cell', edit('A1'), 'workbook/filled', /S!A1 is filled already/],
    ['of a covered cell', edit('F2'), 'workbook/merged', /merged range E1:F3; edit E1 instead/],
    [
      'of a covered cell, to mark it',
      { sheet: 'S', cell: 'F2', mark: 'review' as const },
      'workbook/merged',
      /E1/,
    ],
    ['of a table heading', edit('H1'), 'workbook/table-heading', /S!H1/],
    ['of a table total', edit('I5'), 'workbook/table-heading', /S!I5/],
    [
      'with too long a text',
      edit('Z9', { text: 'x'.repeat(32_768) }),
      'workbook/text-too-long',
      /32767 characters, not 32768/,
    ],
    ['of no cell', edit('ZZZ1'), 'workbook/bad-cell', /S!ZZZ1 is no cell/],
    ['of a range', edit('A1:B2'), 'workbook/bad-cell', /like B7/],
    ['on no sheet', edit('A1', { sheet: 'T' }), 'workbook/no-such-sheet', /no sheet "T"/],
    ['on a chart sheet', edit('A1', { sheet: 'Chart' }), 'workbook/no-cells', /Chart!A1/],
  ])('%s', async (_, change, code, message) => {
    const book = await open();
    expect(() => book.edit([change])).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  it('when another one is for the same cell', async () => {
    const book = await open();
    expect(() => book.edit([edit('Z9'), edit('$Z$9')])).toThrow(
      expect.objectContaining({ code: 'workbook/edited-twice' }),
    );
  });

  it('together with all others that cannot be made', async () => {
    const book = await open();
    const act = () => book.edit([edit('A1'), edit('Z1'), edit('B1'), edit('F3')]);
    expect(act).toThrow(Problem);
    expect(act).toThrow(
      expect.objectContaining({
        code: 'workbook/edits-refused',
        message: expect.stringMatching(/A1.*\n.*B1.*\n.*F3/),
      }),
    );
  });
});

describe('an edit is made', () => {
  it.each([
    ['of a filled cell that may be overwritten', edit('A1', { overwrite: true }), 'A1', 'x'],
    ['of a cell with blanks only', edit('C1'), 'C1', 'x'],
    ['of the first cell of a merged range', edit('E1'), 'E1', 'x'],
    ['of a table cell', edit('H2'), 'H2', 'x'],
    ['with the longest text', edit('Z9', { text: 'x'.repeat(32_767) }), 'Z9', 'x'.repeat(32_767)],
    ['that empties a cell', edit('A1', { text: '', overwrite: true }), 'A1', undefined],
    ['in any notation', edit('$z$9'), 'Z9', 'x'],
    ['with line ends and what XML cannot hold', edit('Z9', { text: 'a\r\nb\u0000\ud800' }), 'Z9', 'a\nb'],
  ])('%s', async (_, change, ref, text) => {
    const edited = (await open()).edit([change]);
    const sheet = (await openWorkbook(edited.bytes())).sheet('S');
    const cells = sheet.rows.flatMap((row) => row.cells);
    expect(cells.find((cell) => cell.ref === ref)?.text).toBe(text);
    expect(edited.receipt.cellsWritten).toBe(1);
  });

  it.each([
    ['nothing', []],
    ['an empty text for a blank cell', [edit('Z9', { text: '' })]],
    ['marks that are switched off', [{ sheet: 'S', cell: 'Z9', mark: 'review' as const }]],
    ['neither text nor mark', [{ sheet: 'S', cell: 'Z9' }]],
  ])('without a trace when it asks for %s', async (_, changes) => {
    const book = await open();
    const edited = book.edit(changes, { mark: false });
    expect(edited.receipt).toMatchObject({
      cellsWritten: 0,
      cellsMarked: 0,
      partsChanged: [],
      recalculates: false,
    });
    expect(Buffer.from(edited.bytes()).equals(Buffer.from(book.edit([]).bytes()))).toBe(true);
  });
});
