import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findQuestions } from '../../src/questionnaire/find-questions.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { showQuestion } from './layouts/layout.js';
import { layoutWords, optionWords } from './words.js';

const MFA = 'Do you enforce multi-factor authentication for all users?';
const REST = 'Is customer data encrypted at rest?';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A workbook with the features that questionnaires have and plain tables have not, written by an independent library. */
async function makeWorkbook(path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  const main = workbook.addWorksheet('Security');
  main.mergeCells('A1:F1');
  main.getCell('A1').value = 'Supplier security assessment';
  main.mergeCells('A3:A4');
  main.mergeCells('B3:B4');
  main.mergeCells('C3:E3');
  main.getRow(3).values = ['Ref', 'Question', 'Supplier response', '', '', 'Reviewer'];
  main.getRow(4).values = ['', '', 'Answer', 'Comments', 'Evidence', 'Score'];
  main.mergeCells('A5:F5');
  main.getCell('A5').value = 'Access control';
  main.getCell('A6').value = 'AC-1';
  main.getCell('B6').value = { formula: 'Texts!A1', result: MFA };
  main.getRow(7).values = [
    'AC-2',
    { richText: [{ text: 'Is customer data ' }, { text: 'encrypted at rest?' }] },
  ];
  main.getRow(8).values = ['AC-3', 'Hidden question, asked of others only?'];
  main.getRow(8).hidden = true;
  main.getRow(9).values = ['AC-4', 'Are backups tested?', { formula: 'IF(1=1,"","")', result: '' }];
  for (const row of [6, 7, 8, 9]) {
    main.getCell(row, 3).dataValidation = {
      type: 'list',
      allowBlank: true,
      showErrorMessage: true,
      formulae: ['Lists!$A$1:$A$4'],
    };
  }
  const lists = workbook.addWorksheet('Lists', { state: 'veryHidden' });
  lists.getColumn(1).values = ['Please select', 'Yes', 'No', 'N/A'];
  const texts = workbook.addWorksheet('Texts', { state: 'hidden' });
  texts.getCell('A1').value = MFA;
  const matrix = workbook.addWorksheet('Matrix');
  matrix.getRow(1).values = ['Statement', 'Yes', 'No', 'Not applicable', 'Remarks'];
  matrix.getRow(2).values = ['Data is encrypted at rest.'];
  matrix.getRow(3).values = ['Data is encrypted in transit.'];
  await workbook.xlsx.writeFile(path);
}

it('finds the questions of a workbook that was written and opened', async () => {
  const path = join(folder, 'questionnaire.xlsx');
  await makeWorkbook(path);
  const { questions, sheets } = findQuestions(await openWorkbook(path), { layoutWords, optionWords });
  expect(questions.map((question) => showQuestion(question, 'Security'))).toEqual([
    'B6 > C6 + D6 + E6',
    'B7 > C7 + D7 + E7',
    'B9 > C9 + D9 + E9',
    'Matrix!A2 > B2|C2|D2 + E2',
    'Matrix!A3 > B3|C3|D3 + E3',
  ]);
  expect(questions.map(({ text }) => text).slice(0, 2)).toEqual([MFA, REST]);
  expect(questions[0]?.section).toBe('Access control');
  expect(questions[0]?.answer).toMatchObject({
    accepts: { kind: 'list', options: ['Please select', 'Yes', 'No', 'N/A'] },
  });
  expect(questions[2]?.answer).toMatchObject({ isFormula: true });
  expect(sheets.map(({ skipped }) => skipped)).toEqual([
    undefined,
    'the sheet is hidden',
    'the sheet is hidden',
    undefined,
  ]);
});
