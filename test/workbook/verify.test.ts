import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { planEdits } from '../../src/workbook/edit-plan.js';
import { editPackage, type WriteArchive } from '../../src/workbook/edited-workbook.js';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import type { CellEdit } from '../../src/workbook/model.js';
import { Package } from '../../src/workbook/package.js';
import { readStyles } from '../../src/workbook/styles.js';
import { readWorkbookParts } from '../../src/workbook/workbook-parts.js';
import { Worksheet } from '../../src/workbook/worksheet.js';
import { readArchive } from '../../src/workbook/zip-archive.js';
import { replaceEntries } from '../../src/workbook/zip-write.js';
import { buildWorkbook, sheetXml } from './build-package.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const XML = sheetXml(
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="5"/></row><row r="2"><c r="A2"><f>A1</f><v>1</v></c></row>',
  '<dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>"x,y"</formula1></dataValidation></dataValidations>',
);
const EDITS: readonly CellEdit[] = [
  { sheet: 'S', cell: 'B1', text: 'x', mark: 'review' },
  { sheet: 'S', cell: 'C9', mark: 'unanswered' },
];

/** Edits a workbook with a writer of the test's own. */
async function editWith(write: WriteArchive) {
  const bytes = buildWorkbook({
    sheets: [{ name: 'S', xml: XML }, { name: 'T' }],
    extra: [{ name: 'xl/media/i.png', data: 'image' }],
  });
  const source = new Package(await readArchive(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  const parts = readWorkbookParts(source, 'test.xlsx');
  const styles = readStyles(source.tree('xl/styles.xml'), false);
  const context = {
    package: source,
    styles: () => styles,
    sharedStrings: () => [],
    findSheet: () => undefined,
    definedNames: [],
    sheetNames: [],
  };
  const sheet = new Worksheet({ name: 'S', state: 'visible' }, SHEET, context);
  const plans = planEdits(EDITS, true, () => sheet);
  return editPackage({ source, parts, styles, hasFormulas: true }, plans, undefined, write);
}

/** A writer that first spoils the text of a part. */
const spoiling =
  (part: string, find: string, replacement: string): WriteArchive =>
  (archive, changes) => {
    const text = changes.get(part)?.toString() ?? '';
    if (!text.includes(find)) throw new Error(`${part} has no ${find}`);
    return replaceEntries(
      archive,
      new Map([...changes, [part, Buffer.from(text.replace(find, replacement))]]),
    );
  };

const adding =
  (part: string, data: string): WriteArchive =>
  (archive, changes) =>
    replaceEntries(archive, new Map([...changes, [part, Buffer.from(data)]]));

describe('verifyEdit', () => {
  it('accepts what the writer makes, and counts it', async () => {
    const { receipt } = await editWith(replaceEntries);
    expect(receipt).toEqual({
      cellsWritten: 1,
      cellsMarked: 2,
      partsUntouched: 5,
      partsChanged: ['xl/workbook.xml', SHEET, 'xl/styles.xml'],
      validationsKept: 1,
      recalculates: true,
      warnings: [],
    });
  });

  it.each([
    ['loses a value', spoiling(SHEET, '<v>1</v>', ''), /more than the planned cells/],
    ['changes the style of another cell', spoiling(SHEET, 's="2"', 's="3"'), /more than the planned cells/],
    ['changes a formula', spoiling(SHEET, '<f>A1</f>', '<f>A2</f>'), /more than the planned cells/],
    [
      'loses a validation',
      spoiling(SHEET, '<formula1>"x,y"</formula1>', '<formula1>"x"</formula1>'),
      /more than the planned cells/,
    ],
    ['changes a row height', spoiling(SHEET, 'ht="30"', 'ht="15"'), /more than the planned cells/],
    ['adds a cell', spoiling(SHEET, '<c r="C9"', '<c r="B9"/><c r="C9"'), /more than the planned cells/],
    ['adds a row', spoiling(SHEET, '<row r="9"', '<row r="8"/><row r="9"'), /more than the planned cells/],
    ['changes white space', spoiling(SHEET, '</sheetData>', '</sheetData> '), /more than the planned cells/],
    ['writes another text', spoiling(SHEET, '<t>x</t>', '<t>y</t>'), /S!B1 does not hold/],
    ['writes a formula', spoiling(SHEET, '<is>', '<f>x</f><is>'), /S!B1 does not hold/],
    [
      'writes a number',
      spoiling(SHEET, ' t="inlineStr"><is><t>x</t></is>', '><v>7</v>'),
      /S!B1 does not hold/,
    ],
    [
      'fills a cell to be marked only',
      spoiling(SHEET, '<c r="C9" s="8"/>', '<c r="C9" s="8"><v>1</v></c>'),
      /S!C9 does not hold/,
    ],
    ['forgets a cell', spoiling(SHEET, '<c r="C9" s="8"/>', ''), /S!C9 is missing/],
    ['takes the wrong style', spoiling(SHEET, 's="7"', 's="0"'), /S!B1 has another style/],
    ['changes a style', spoiling('xl/styles.xml', '<xf numFmtId="14"/>', '<xf numFmtId="15"/>'), /style/],
    ['changes the workbook', spoiling('xl/workbook.xml', 'name="T"', 'name="U"'), /recalculate/],
    [
      'forgets the recalculation but changes the workbook',
      spoiling('xl/workbook.xml', 'fullCalcOnLoad="1"', ''),
      /recalculate/,
    ],
    [
      'touches another sheet',
      adding('xl/worksheets/sheet2.xml', sheetXml('<row/>')),
      /sheet2\.xml was changed/,
    ],
    ['touches a picture', adding('xl/media/i.png', 'imagE'), /i\.png was changed/],
    [
      'writes a sheet that is not well formed',
      spoiling(SHEET, '</c>', ''),
      /well-formed|cannot be read|verif/,
    ],
    [
      'forgets an entry',
      (archive, changes) => replaceEntries({ ...archive, entries: archive.entries.slice(1) }, changes),
      /not those of the original/,
    ],
    [
      'writes half a file',
      (archive, changes) => replaceEntries(archive, changes).subarray(0, 500),
      /no sound|not a sound zip/,
    ],
    [
      'flips a bit in a planned part',
      (archive, changes) => flip(replaceEntries(archive, changes), SHEET),
      /cannot be read/,
    ],
    [
      'flips a bit in another part',
      (archive, changes) => flip(replaceEntries(archive, changes), 'xl/media/i.png'),
      /was changed/,
    ],
    ['does nothing', (archive) => archive.bytes, /S!B1|S!C9/],
  ] as readonly (readonly [string, WriteArchive, RegExp])[])(
    'catches a writer that %s',
    async (_, write, message) => {
      await expect(editWith(write)).rejects.toMatchObject({
        code: 'workbook/verification-failed',
        message: expect.stringMatching(message),
      });
    },
  );
});

/** Turns one bit in the data of an entry. */
function flip(bytes: Buffer, name: string): Buffer {
  const spoiled = Buffer.from(bytes);
  const at = spoiled.indexOf(name) + name.length + 5;
  spoiled[at] = (spoiled[at] ?? 0) ^ 1;
  return spoiled;
}
