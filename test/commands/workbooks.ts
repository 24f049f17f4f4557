import { writeFile } from 'node:fs/promises';
import exceljs from 'exceljs';

/** Content of a sheet: rows of cells, from A1. */
export type Rows = readonly (readonly string[])[];

/** Three questions with a drop-down: one that the shipped facts answer, one draft, one open. */
export const SMALL: Rows = [
  ['No.', 'Question', 'Answer', 'Comment'],
  ['1', 'Is customer data encrypted at rest?', '', ''],
  ['2', 'Are all employees trained in information security?', '', ''],
  ['3', 'Does your password policy require at least 12 characters?', '', ''],
];

/** Writes a workbook with one sheet; cells of column C from row 2 on offer the options, if there are any. */
export async function writeWorkbook(
  path: string,
  rows: Rows = SMALL,
  options = ['Yes', 'No', 'N/A'],
): Promise<string> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Security');
  for (const row of rows) sheet.addRow([...row]);
  for (let row = 2; options.length > 0 && row <= rows.length; row += 1) {
    const formulae = [`"${options.join(',')}"`];
    sheet.getCell(row, 3).dataValidation = { type: 'list', allowBlank: true, formulae };
  }
  await writeFile(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return path;
}

/** What exceljs, which shares no code with us, reads: `Sheet!A1` to text. */
export async function readWithExceljs(path: string): Promise<Map<string, string>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const cells = new Map<string, string>();
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        cells.set(`${sheet.name}!${cell.address}`, cell.text);
      });
    });
  });
  return cells;
}
