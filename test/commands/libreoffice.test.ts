import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnNumber } from '../../src/workbook/a1.js';
import { splitCsv } from '../../src/workbook/csv-fields.js';
import type { CellEdit } from '../../src/workbook/model.js';
import { openWorkbook } from '../../src/workbook/open.js';
import {
  buildWorkbook,
  buildZip,
  MAIN,
  STRICT,
  sheetXml,
  workbookEntries,
} from '../workbook/build-package.js';
import { PROJECT, temporaryFolder } from './command-line.js';
import { buildManySheets } from './many-sheets.js';

const TEXTS = [
  'Yes',
  '=1+1',
  '+49 30 1234',
  ' two  blanks ',
  'two\nlines',
  '<&>"\'',
  '_x0041_',
  'ä → 😀',
  'Nein; "nie"',
];

/** A workbook of exceljs with what questionnaires have. */
async function madeByExceljs(
  change: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void,
): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Q');
  sheet.addRow(['No.', 'Question', 'Answer', 'Comment']);
  for (let i = 1; i <= 12; i++) sheet.addRow([i, `Is question ${i} answered?`]);
  change(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const lists = (sheet: exceljs.Worksheet): void => {
  for (let row = 2; row <= 13; row++) {
    sheet.getCell(row, 3).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['Options!$A$1:$A$3'],
    };
  }
};

const PLAIN_ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c></row><row r="3"><c r="C3" s="1"/></row>';

/** Ten workbooks that have little in common. */
const WORKBOOKS: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
  'sample-en': () => readFile(join(PROJECT, 'templates/questionnaires/sample.en.xlsx')),
  'sample-de': () => readFile(join(PROJECT, 'templates/questionnaires/sample.de.xlsx')),
  'many-sheets': () => buildManySheets(['Is data encrypted at rest?', 'Do you have a SOC 2 report?']),
  lists: () =>
    madeByExceljs((sheet, book) => {
      book.addWorksheet('Options', { state: 'hidden' }).getColumn(1).values = ['Yes', 'No', 'N/A'];
      lists(sheet);
    }),
  merged: () =>
    madeByExceljs((sheet) => {
      sheet.mergeCells('C3:C4');
      sheet.mergeCells('A15:D15');
      sheet.getColumn(4).alignment = { wrapText: true };
    }),
  protected: () =>
    madeByExceljs((sheet) => {
      sheet.getColumn(3).protection = { locked: false };
      void sheet.protect('secret', {});
    }),
  formulas: () =>
    madeByExceljs((sheet) => {
      sheet.getCell('F1').value = { formula: 'COUNTA(C2:C13)', result: 0 };
      sheet.addConditionalFormatting({
        ref: 'C2:C13',
        rules: [
          {
            type: 'containsText',
            operator: 'containsText',
            text: 'No',
            priority: 1,
            style: { font: { bold: true } },
          },
        ],
      });
    }),
  'no-references': () =>
    buildWorkbook({
      sheets: [{ name: 'Q', rows: '<row><c t="str"><v>Question</v></c><c/></row><row><c/><c s="5"/></row>' }],
    }),
  prefixed: () =>
    buildWorkbook({
      sheets: [
        {
          name: 'Q',
          xml: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>q</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        },
      ],
    }),
  strict: () =>
    buildZip(
      workbookEntries({
        sheets: [
          {
            name: 'Q',
            xml: sheetXml(PLAIN_ROWS).replace(MAIN, STRICT),
            type: 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet',
          },
        ],
        workbook: `<workbook xmlns="${STRICT}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><sheets><sheet name="Q" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        rootRelationships:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      }),
    ),
};

/** Cells of the first two visible sheets that are free for a text. */
async function editsFor(bytes: Uint8Array): Promise<CellEdit[]> {
  const book = await openWorkbook(bytes);
  const visible = book.sheets.filter(({ state }) => state === 'visible').slice(0, 2);
  return visible.flatMap(({ name }, at) => {
    const sheet = book.sheet(name);
    const isFree = (row: number, column: number) =>
      sheet.cell(row, column) === undefined &&
      !sheet.isFormulaAt?.(row, column) &&
      !sheet.validationAt(row, column);
    const places: string[] = [];
    for (let row = 2; row < 60 && places.length < TEXTS.length; row++) {
      for (const [letter, column] of [
        ['C', 3],
        ['D', 4],
        ['H', 8],
      ] as const) {
        const merge = sheet.mergeAt(row, column);
        const isAnchor = merge === undefined || (merge.top === row && merge.left === column);
        if (isAnchor && isFree(row, column)) places.push(`${letter}${row}`);
      }
    }
    return TEXTS.map((text, i) => ({
      sheet: name,
      cell: places[i] ?? '',
      text,
      ...((i + at) % 3 === 0 ? { mark: 'review' as const } : {}),
    }));
  });
}

/** What LibreOffice shows in a cell of a sheet that it converted. */
async function shownAt(folder: string, name: string, { sheet, cell }: CellEdit): Promise<string | undefined> {
  const text = await readFile(join(folder, `${name}-${sheet}.csv`), 'utf8');
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const { records } = splitCsv(`sep=,\n${text}`, false);
  return records[Number(row) - 1]?.[columnNumber(letters) - 1]?.value;
}

describe('LibreOffice', () => {
  it('opens ten different outputs, with the texts where they belong', { timeout: 300_000 }, async ({
    skip,
  }) => {
    const run = promisify(execFile);
    const found = await run('soffice', ['--version']).catch(() => undefined);
    if (found === undefined) return skip('LibreOffice (soffice) is not installed');
    const folder = await temporaryFolder();
    const planned = new Map<string, CellEdit[]>();
    for (const [name, make] of Object.entries(WORKBOOKS)) {
      const input = await make();
      const edits = await editsFor(input);
      planned.set(name, edits);
      await writeFile(join(folder, `${name}.xlsx`), (await openWorkbook(input)).edit(edits).bytes());
    }
    expect(planned.size).toBe(10);
    // -1: every sheet to a file of its own; 76: UTF-8; a profile of its own, so that runs do not wait for each other.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const files = [...planned.keys()].map((name) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const { stdout, stderr } = await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      ...files,
    ]);
    expect(`${stdout}${stderr}`).not.toMatch(/error/i);
    const names = await readdir(folder);
    for (const [name, edits] of planned) {
      expect(names.filter((file) => file.startsWith(`${name}-`)).length, name).toBeGreaterThan(0);
      for (const edit of edits) {
        expect([name, edit.cell, await shownAt(folder, name, edit)]).toEqual([name, edit.cell, edit.text]);
      }
    }
  });
});
