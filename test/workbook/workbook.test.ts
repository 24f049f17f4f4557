import { Buffer } from 'node:buffer';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { cellText } from '../../src/workbook/xml-text.js';
import { buildWorkbook, buildZip, MAIN, sheetXml, workbookEntries } from './build-package.js';

/** A questionnaire as exceljs makes it, with a drop-down, a formula, merges, wrapped text and a second sheet. */
async function questionnaire(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Questions', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [{ width: 8 }, { width: 60 }, { width: 12 }, { width: 40 }];
  sheet.addRow(['Id', 'Question', 'Answer', 'Details']).font = { bold: true };
  for (let i = 1; i <= 20; i++) {
    const row = sheet.addRow([i, `Is question ${i} answered?`, null, null]);
    row.getCell(3).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"Yes,No"'],
      showErrorMessage: true,
    };
    row.getCell(4).alignment = { wrapText: true };
    row.getCell(4).border = { bottom: { style: 'thin' } };
  }
  sheet.getCell('F1').value = { formula: 'COUNTA(C2:C21)', result: 0 };
  sheet.mergeCells('A22:D22');
  book.addWorksheet('Notes').getCell('A1').value = 'Keep me';
  return Buffer.from(await book.xlsx.writeBuffer());
}

const TEXTS = [
  'Yes',
  '=1+1',
  '+49 30 1234',
  '-5',
  '@home',
  ' two  blanks ',
  'two\nlines',
  '<&>"\'',
  '_x0041_',
  'ä → 😀',
  "'quoted",
];
const EDITS = TEXTS.map((text, i) => ({
  sheet: 'Questions',
  cell: `D${i + 2}`,
  text,
  ...(i % 3 === 0 ? { mark: 'review' as const } : {}),
}));

describe('edit', () => {
  it('is read back by exceljs: texts as text, marks as fills, all else as it was', async () => {
    const input = await questionnaire();
    const book = await openWorkbook(input);
    const edited = await book.edit(EDITS);
    const [before, after] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()];
    await before.xlsx.load(input.buffer as ArrayBuffer);
    await after.xlsx.load(Buffer.from(edited.bytes()).buffer as ArrayBuffer);
    const sheet = after.getWorksheet('Questions');
    const old = before.getWorksheet('Questions');
    EDITS.forEach(({ cell, text, mark }) => {
      const now = sheet?.getCell(cell);
      // exceljs does not decode `_x005F_`, which Excel and LibreOffice do.
      expect(now?.value).toBe(text === '_x0041_' ? '_x005F_x0041_' : text);
      expect(now?.type).toBe(ExcelJS.ValueType.String);
      const fill = mark ? { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } : undefined;
      expect(now?.fill).toEqual(fill ? expect.objectContaining(fill) : old?.getCell(cell).fill);
      expect(now?.border).toEqual(old?.getCell(cell).border);
      expect(now?.alignment).toEqual(old?.getCell(cell).alignment);
    });
    expect(sheet?.getCell('C5').dataValidation).toEqual(old?.getCell('C5').dataValidation);
    expect(sheet?.getCell('F1').value).toEqual(old?.getCell('F1').value);
    expect(sheet?.getCell('B3').value).toEqual(old?.getCell('B3').value);
    expect(sheet?.model.merges).toEqual(old?.model.merges);
    expect(after.getWorksheet('Notes')?.getCell('A1').value).toBe('Keep me');
  });

  it('gives a receipt', async () => {
    const book = await openWorkbook(await questionnaire());
    expect(book.edit(EDITS).receipt).toEqual({
      cellsWritten: 11,
      cellsMarked: 4,
      partsUntouched: book.edit([]).receipt.partsUntouched - 3,
      partsChanged: expect.arrayContaining(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']),
      validationsKept: expect.any(Number),
      recalculates: true,
      warnings: [],
    });
  });

  it('gives the same bytes for the same edits, and leaves the workbook as it was', async () => {
    const input = await questionnaire();
    const copy = Buffer.from(input);
    const [one, two] = [await openWorkbook(input), await openWorkbook(input)];
    const first = one.edit(EDITS).bytes();
    one.edit(EDITS.slice(0, 2));
    expect(Buffer.from(one.edit(EDITS).bytes()).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(two.edit(EDITS).bytes()).equals(Buffer.from(first))).toBe(true);
    expect(input.equals(copy)).toBe(true);
    expect(one.sheet('Questions').cell(2, 4)).toBeUndefined();
  });

  it('gives the input for an empty plan', async () => {
    const input = await questionnaire();
    expect(Buffer.from((await openWorkbook(input)).edit([]).bytes()).equals(input)).toBe(true);
  });

  it('leaves out marks when told to', async () => {
    const book = await openWorkbook(await questionnaire());
    expect(book.edit(EDITS, { mark: false }).receipt).toMatchObject({ cellsMarked: 0, cellsWritten: 11 });
    expect(book.edit(EDITS, { mark: false }).receipt.partsChanged).not.toContain('xl/styles.xml');
  });

  it('asks for no calculation when it only marks', async () => {
    const book = await openWorkbook(await questionnaire());
    expect(book.edit([{ sheet: 'Questions', cell: 'C2', mark: 'unanswered' }]).receipt.recalculates).toBe(
      false,
    );
  });

  it('reads back any text', async () => {
    const book = await openWorkbook(buildWorkbook({ sheets: [{ name: 'S', rows: '' }] }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 5 }),
        async (texts) => {
          const edited = book.edit(texts.map((text, i) => ({ sheet: 'S', cell: `A${i + 1}`, text })));
          const sheet = (await openWorkbook(edited.bytes())).sheet('S');
          const stored = texts.map((_, i) => sheet.cell(i + 1, 1)?.text ?? '');
          expect(stored).toEqual(texts.map(cellText));
        },
      ),
    );
  });

  it('warns of a broken signature and of locked cells, and fills them all the same', async () => {
    const origin = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';
    const bytes = buildZip(
      workbookEntries({
        sheets: [
          { name: 'S', rows: '<row r="1"><c r="A1" s="4"/></row>', after: '<sheetProtection sheet="1"/>' },
        ],
      }).map((entry) =>
        entry.name === '_rels/.rels'
          ? {
              ...entry,
              data: String(entry.data).replace(
                '</R',
                `<Relationship Id="s" Type="${origin}" Target="s.sigs"/></R`,
              ),
            }
          : entry,
      ),
    );
    const book = await openWorkbook(bytes);
    const edits = ['A1', 'B1', 'C1'].map((cell) => ({ sheet: 'S', cell, text: 'x' }));
    expect(book.edit(edits).receipt.warnings).toEqual([
      expect.stringMatching(/signed/),
      'Sheet "S" is protected, and B1 and 1 more on it locked: filled all the same.',
    ]);
    expect(book.edit([]).receipt.warnings).toEqual([]);
  });

  it('fills a workbook without styles, and says that it cannot mark', async () => {
    const book = await openWorkbook(buildWorkbook({ sheets: [{ name: 'S' }], styles: null }));
    const { receipt } = book.edit([{ sheet: 'S', cell: 'A1', text: 'x', mark: 'review' }]);
    expect(receipt).toMatchObject({
      cellsWritten: 1,
      cellsMarked: 0,
      warnings: [expect.stringMatching(/Not highlighted: 1/)],
    });
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sheetXml('')}`)],
  ])('keeps a sheet in %s so', async (_, xml) => {
    const book = await openWorkbook(buildWorkbook({ sheets: [{ name: 'S', xml }] }));
    const edited = await openWorkbook(book.edit([{ sheet: 'S', cell: 'A1', text: 'ä😀' }]).bytes());
    expect(edited.sheet('S').cell(1, 1)?.text).toBe('ä😀');
  });

  it('refuses a sheet in an encoding that it cannot write', async () => {
    const xml = Buffer.from(
      `<?xml version="1.0" encoding="windows-1252"?><worksheet xmlns="${MAIN}"><!--\xe4--><sheetData/></worksheet>`,
      'latin1',
    );
    const book = await openWorkbook(buildWorkbook({ sheets: [{ name: 'S', xml }] }));
    expect(() => book.edit([{ sheet: 'S', cell: 'A1', text: 'x' }])).toThrow(
      expect.objectContaining({ code: 'workbook/encoding' }),
    );
  });
});

describe('save', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edit-'));
    await writeFile(join(folder, 'input.xlsx'), await questionnaire());
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes the output beside the input, which it never replaces', async () => {
    const [input, output] = [join(folder, 'input.xlsx'), join(folder, 'output.xlsx')];
    const before = await readFile(input);
    const book = await openWorkbook(input);
    const receipt = await book.edit([{ sheet: 'Questions', cell: 'AZ200', text: 'x' }]).save(output);
    expect(receipt.cellsWritten).toBe(1);
    expect((await openWorkbook(output)).sheet('Questions').cell(200, 52)?.text).toBe('x');
    await expect(book.edit([]).save(input, { force: true })).rejects.toMatchObject({
      code: 'workbook/output-is-input',
    });
    expect((await readFile(input)).equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual(['input.xlsx', 'output.xlsx']);
  });
});
