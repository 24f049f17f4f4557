import { Buffer } from 'node:buffer';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editCsv, inertText, type OpenedCsv, verifyCsv } from '../../src/workbook/csv-edit.js';
import { readTable, splitCsv } from '../../src/workbook/csv-fields.js';
import { openWorkbook, type Workbook } from '../../src/workbook/open.js';
import { cellText } from '../../src/workbook/xml-text.js';

const open = (content: string | Uint8Array, name = 'q.csv'): Promise<Workbook> =>
  openWorkbook(Buffer.from(content as string), { name });

async function edited(content: string | Uint8Array, texts: Readonly<Record<string, string>>, name = 'q.csv') {
  const book = await open(content, name);
  const edits = Object.entries(texts).map(([cell, text]) => ({ sheet: 'CSV', cell, text }));
  const result = book.edit(edits);
  return { text: Buffer.from(result.bytes()).toString('utf8'), receipt: result.receipt };
}

describe('a CSV file', () => {
  it('is a workbook of one sheet', async () => {
    const book = await open('No;Question\n1;"Is it, ""really""\r\nso?"\n');
    expect(book.sheets).toEqual([{ name: 'CSV', state: 'visible' }]);
    const sheet = book.sheet('csv');
    expect(sheet.rows.map(({ cells }) => cells.map(({ ref, kind, text }) => [ref, kind, text]))).toEqual([
      [
        ['A1', 'text', 'No'],
        ['B1', 'text', 'Question'],
      ],
      [
        ['A2', 'number', '1'],
        ['B2', 'text', 'Is it, "really"\nso?'],
      ],
    ]);
    expect(() => book.sheet('Other')).toThrow(/no sheet "Other".*one, "CSV"/);
  });

  it.each([
    ['an empty field', 'q;a;\nx;;\n', { B2: 'Yes' }, 'q;a;\nx;Yes;\n'],
    ['a field that is quoted already', 'q;a\nx;""\n', { B2: 'Yes' }, 'q;a\nx;"Yes"\n'],
    ['a file that quotes all', '"q";"a"\n"x";\n', { B2: 'Yes' }, '"q";"a"\n"x";"Yes"\n'],
    ['a text with the separator', 'q;a\nx;\n', { B2: 'Yes; no' }, 'q;a\nx;"Yes; no"\n'],
    ['a text with a comma only', 'q;a\nx;\n', { B2: 'Yes, no' }, 'q;a\nx;Yes, no\n'],
    ['quotation marks', 'q;a\nx;\n', { B2: 'a "b"' }, 'q;a\nx;"a ""b"""\n'],
    ['two lines', 'q;a\r\nx;\r\n', { B2: 'a\nb' }, 'q;a\r\nx;"a\nb"\r\n'],
    ['a short record', 'q;a;b;c\nx\ny;z', { D2: 'Yes', B2: 'No', D3: '1' }, 'q;a;b;c\nx;No;;Yes\ny;z;;1'],
    ['a hint', 'sep=;\nq;a\nx;\n', { B2: 'Yes' }, 'sep=;\nq;a\nx;Yes\n'],
    ['odd quoting elsewhere', 'q ;"a"b;\n x;;"c"\n', { B2: 'Yes' }, 'q ;"a"b;\n x;Yes;"c"\n'],
    ['tabs', 'q\ta\nx\t\n', { B2: 'a,b;c' }, 'q\ta\nx\ta,b;c\n'],
    ['nothing', 'q;a\nx;\n', {}, 'q;a\nx;\n'],
  ])('takes texts: %s', async (_, before, texts, after) => {
    expect((await edited(before, texts)).text).toBe(after);
  });

  it.each(['=1+1', '+49 30', '-5', '@home', ' =1', '\u{ff1d}1', '-- a'])(
    'keeps %j from being calculated, and says so',
    async (text) => {
      const { text: output, receipt } = await edited('q;a\nx;\n', { B2: text });
      expect(output).toContain(`'${text}`);
      expect(receipt.warnings[0]).toMatch(/^B2: an apostrophe goes before/);
    },
  );

  it.each(['1-5', 'Yes. = sure', 'a@b.c', '99.5 %'])('leaves %j as it is', (text) => {
    expect(inertText(text)).toBe(text);
  });

  it.each([
    ['UTF-8', 'utf8', ''],
    ['UTF-8 with a mark', 'utf8', '\ufeff'],
    ['UTF-16', 'utf16le', '\ufeff'],
    ['Windows-1252', 'latin1', ''],
  ] as const)('stays in %s', async (_, encoding, mark) => {
    const input = Buffer.from(`${mark}Prüfung;Antwort\r\nÄnderung?;\r\n`, encoding);
    const book = await open(input);
    const output = Buffer.from(book.edit([{ sheet: 'CSV', cell: 'B2', text: 'Für alle' }]).bytes());
    expect(output.equals(Buffer.from(`${mark}Prüfung;Antwort\r\nÄnderung?;Für alle\r\n`, encoding))).toBe(
      true,
    );
  });

  it('is refused a text that its encoding has no place for', async () => {
    const book = await open(Buffer.from('Pr\xfcfung;a\nx;\n', 'latin1'));
    expect(() => book.edit([{ sheet: 'CSV', cell: 'B2', text: '≥ 99 %' }])).toThrow(
      /windows-1252, which has no "≥" \(B2\).*CSV UTF-8/,
    );
  });

  it('has a receipt', async () => {
    const { receipt } = await edited('q;a\nx;\n', { B2: 'für' });
    expect(receipt).toMatchObject({
      cellsWritten: 1,
      cellsMarked: 0,
      cellsUntouched: 3,
      partsChanged: ['q.csv'],
      warnings: [expect.stringMatching(/without a byte order mark/)],
    });
  });

  it('refuses filled cells, and rows that are not there', async () => {
    const book = await open('q;a\nx;y\n');
    const edit = (cell: string) => () => book.edit([{ sheet: 'CSV', cell, text: 'z' }]);
    expect(edit('B2')).toThrow(/filled already/);
    expect(edit('B9')).toThrow(/below the last row/);
    expect(book.edit([{ sheet: 'CSV', cell: 'B2', text: 'z', overwrite: true }]).receipt.cellsWritten).toBe(
      1,
    );
  });

  it.each([
    ['an unclosed mark', 'q;a\nx;"b\ny;c\n', /quotation mark in row 2 that is never closed/],
    ['a workbook', 'PK\x03\x04', /give it the ending \.xlsx/],
    ['a PDF file', '%PDF-1.4', /is a PDF file/],
    ['nothing', '', /is empty/],
  ])('is refused when it is %s', async (_, content, message) => {
    await expect(open(content)).rejects.toThrow(message);
  });

  it('is read by exceljs with the texts where they belong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'csv-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [input, output] = [join(folder, 'q.csv'), join(folder, 'q.answered.csv')];
    await writeFile(input, 'No,Question,Answer\r\n1,"Is it, so?",\r\n2,Why?,\r\n');
    const book = await openWorkbook(input);
    await book
      .edit([
        { sheet: 'CSV', cell: 'C2', text: 'Yes, "fully"\nand more' },
        { sheet: 'CSV', cell: 'C3', text: '=HYPERLINK("x")' },
      ])
      .save(output);
    const sheet = await new ExcelJS.Workbook().csv.readFile(output);
    expect(sheet.getCell('C2').value).toBe('Yes, "fully"\nand more');
    expect(sheet.getCell('C3').value).toBe('\'=HYPERLINK("x")');
    expect(sheet.getCell('B2').value).toBe('Is it, so?');
    expect(await readFile(input, 'utf8')).toBe('No,Question,Answer\r\n1,"Is it, so?",\r\n2,Why?,\r\n');
  });
});

const SEED = 20_261_123;
const text = fc
  .array(fc.constantFrom('a', 'ä', '"', ';', ',', '\t', '\r\n', '\n', ' ', '=', '1', '|'))
  .map((parts) => parts.join(''));

describe(`any CSV file (seed ${SEED})`, () => {
  it('takes any text, and keeps every other field', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(3), fc.nat(3), async (content, value, row, column) => {
        const before = splitCsv(content, false);
        fc.pre(content !== '' && !before.isUnclosed && row < before.records.length);
        const cell = `${'ABCD'[column]}${row + 1}`;
        const book = await open(content).catch(() => undefined);
        fc.pre(book !== undefined);
        const wanted = cellText(value);
        fc.pre(wanted !== '');
        const output = Buffer.from(
          book.edit([{ sheet: 'CSV', cell, text: value, overwrite: true }]).bytes(),
        ).toString('utf8');
        const after = readTable(output, before.separator, before.start);
        expect(after.records[row]?.[column]?.value).toBe(inertText(wanted));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

describe('verifyCsv', () => {
  const content = 'q;a;b\r\n"x";;y\r\n';
  const opened: OpenedCsv = {
    name: 'q.csv',
    text: content,
    encoding: 'utf-8',
    table: splitCsv(content, false),
  };
  const changes = [{ row: 2, column: 2, text: 'Yes' }];

  it('accepts what editCsv writes', () => {
    expect(verifyCsv(opened, changes, editCsv(opened, changes))).toBe(5);
  });

  it.each([
    ['another text', 'q;a;b\r\n"x";No;y\r\n'],
    ['no text', 'q;a;b\r\n"x";;y\r\n'],
    ['another field', 'q;a;b\r\n"x";Yes;z\r\n'],
    ['other quoting', 'q;a;b\r\nx;Yes;y\r\n'],
    ['other line ends', 'q;a;b\n"x";Yes;y\r\n'],
    ['no last line end', 'q;a;b\r\n"x";Yes;y'],
    ['a lost field', 'q;a;b\r\n"x";Yes\r\n'],
    ['a new field', 'q;a;b\r\n"x";Yes;y;z\r\n'],
    ['a lost record', 'q;a;b\r\n'],
    ['a new record', 'q;a;b\r\n"x";Yes;y\r\nz'],
    ['a mark at the start', '\ufeffq;a;b\r\n"x";Yes;y\r\n'],
    ['another separator', 'q,a,b\r\n"x",Yes,y\r\n'],
  ])('discards an output with %s', (_, output) => {
    expect(() => verifyCsv(opened, changes, Buffer.from(output))).toThrow(
      expect.objectContaining({ code: 'workbook/verification-failed' }),
    );
  });
});
