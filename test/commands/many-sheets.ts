import type { Buffer } from 'node:buffer';
import { columnLetters } from '../../src/workbook/a1.js';
import { escapeXml } from '../../src/workbook/xml-text.js';
import { buildWorkbook, type TestSheet } from '../workbook/build-package.js';

/** Sheets with questions, and questions on each; the first of them are on every sheet. */
export const DOMAINS = [
  'Governance',
  'Access',
  'Data',
  'Cloud',
  'Backup',
  'Incidents',
  'People',
  'Suppliers',
  'Privacy',
  'Service',
];
export const PER_SHEET = 40;
const REPEATED = 8;

/** Cells that the workbook has, filled and blank ones. */
export const CELLS = 165_000;

const MS = 'http://schemas.microsoft.com/office';
const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
const quoted = (ref: string, formula: string, value: string): string =>
  `<c r="${ref}" t="str"><f>${formula}</f><v>${escapeXml(value)}</v></c>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** Blank cells with a style of their own, as long tables have them. */
function blanks(number: number, from: number, to: number): string {
  let cells = '';
  for (let column = from; column <= to; column++) cells += `<c r="${columnLetters(column)}${number}" s="5"/>`;
  return cells;
}

/** Options stand on a hidden sheet, and the drop-downs that take them in the extension list. */
const AFTER = `<sheetProtection sheet="1" objects="1" formatCells="0"/><protectedRanges><protectedRange sqref="C4:D60" name="Answers"/></protectedRanges><dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="N1:XFD1048576"><formula1>"a,b"</formula1></dataValidation><dataValidation type="textLength" operator="lessThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="F18:F1048576"><formula1>500</formula1></dataValidation></dataValidations><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="${MS}/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$2:$A$6</xm:f></x14:formula1><xm:sqref>C4:C60</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;

const THREAD = `<ThreadedComments xmlns="${MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B5" dT="2026-01-01T00:00:00.00" personId="{1}" id="{2}"><text>please check</text></threadedComment></ThreadedComments>`;

function domainSheet(name: string, at: number, questions: readonly string[]): TestSheet {
  const head = ['No.', 'Question', 'Answer', 'Additional Information', 'Guidance'];
  const rows = [
    row(1, quoted('A1', 'Texts!A1', `Section ${at + 1}: ${name}`)),
    row(3, head.map((title, i) => text(`${columnLetters(i + 1)}3`, title)).join('')),
  ];
  for (let i = 0; i < PER_SHEET; i++) {
    const number = i + 4;
    const place = (i < REPEATED ? i : REPEATED + at * PER_SHEET + i) % questions.length;
    const cells = [
      text(`A${number}`, `${at + 1}.${i + 1}`),
      quoted(`B${number}`, `Texts!B${place + 1}`, questions[place] ?? ''),
      `<c r="C${number}" s="5"/><c r="D${number}" s="5"/>`,
      text(`E${number}`, 'Answer for the service in scope. Attach what shows it.'),
    ];
    rows.push(row(number, cells.join('') + blanks(number, 6, 24)));
  }
  const related = [
    {
      type: `${MS}/2017/10/relationships/threadedComment`,
      path: `threadedComments/threadedComment${at}.xml`,
      data: THREAD,
    },
  ];
  return { name, rows: rows.join(''), after: AFTER, related };
}

/** A reference sheet that fills the workbook up to the number of its cells. */
function mappingSheet(cells: number): TestSheet {
  const columns = 12;
  const rows = [row(1, text('A1', 'Control mapping'))];
  for (let i = 0; i < cells / columns; i++) {
    const number = i + 3;
    let line = '';
    for (let column = 1; column <= columns; column++) {
      const ref = `${columnLetters(column)}${number}`;
      line += column < 4 ? text(ref, `C-${i}.${column}`) : `<c r="${ref}"><v>${i * column}</v></c>`;
    }
    rows.push(row(number, line));
  }
  return { name: 'Mapping', rows: rows.join('') };
}

/**
 * A questionnaire like the large ones of customers: 15 sheets, three of them hidden; questions and instructions that are
 * formulas; drop-downs only in extension lists, whose options stand on a hidden sheet; validations over whole columns;
 * threaded comments, protected ranges, the same questions on several sheets.
 */
export function buildManySheets(questions: readonly string[]): Buffer {
  const instructions = [
    'Please answer every question.',
    'Use the drop-down lists.',
    'Do not change the layout.',
  ];
  const domains = DOMAINS.map((name, at) => domainSheet(name, at, questions));
  const options = ['Options', 'Yes', 'No', 'Partially', 'Planned', 'N/A'];
  const perDomain = PER_SHEET * 24;
  return buildWorkbook({
    sheets: [
      {
        name: 'Instructions',
        rows: instructions
          .map((line, i) => row(i + 1, quoted(`A${i + 1}`, `Texts!C${i + 1}`, line)))
          .join(''),
      },
      ...domains,
      mappingSheet(CELLS - DOMAINS.length * perDomain),
      {
        name: 'Lists',
        state: 'hidden',
        rows: options.map((option, i) => row(i + 1, text(`A${i + 1}`, option))).join(''),
      },
      {
        name: 'Texts',
        state: 'hidden',
        rows: questions
          .map((question, i) =>
            row(
              i + 1,
              text(`B${i + 1}`, question) +
                (instructions[i] === undefined ? '' : text(`C${i + 1}`, instructions[i])),
            ),
          )
          .join(''),
      },
      {
        name: 'Scoring',
        state: 'veryHidden',
        rows: row(1, '<c r="A1"><f>COUNTIF(Access!C4:C43,"Yes")</f><v>0</v></c>'),
      },
    ],
    after: '<definedNames><definedName name="Options">Lists!$A$2:$A$6</definedName></definedNames>',
  });
}
