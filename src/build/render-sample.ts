import type { Borders, Workbook, Worksheet } from 'exceljs';
import { rowHeight } from '../report/row-height.js';
import { writeStableXlsx } from '../report/stable-xlsx.js';
import type { NotesSheet, QuestionSheet, Sample } from './sample.js';

const INK = 'FF1F3864';
const HEADER = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } } as const;
const SECTION = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E2F3' } } as const;
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const WIDTH = { id: 9, question: 58, option: 10, answer: 18, text: 66, details: 50, evidence: 30 };

/** Room for the answer, in lines. */
const LINES_FOR_ANSWER = { text: 3, 'drop-down': 4, options: 3 } as const;

interface Column {
  readonly role: 'id' | 'question' | 'option' | 'answer' | 'details' | 'evidence';
  readonly title: string;
  readonly width: number;
}

/** Makes the blank questionnaire that the description stands for, as the bytes of an .xlsx file. */
export async function renderSample(sample: Sample): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = sample.title;
  for (const sheet of sample.sheets) {
    if (sheet.kind === 'notes') addNotes(workbook, sheet);
    else addQuestions(workbook, sheet);
  }
  for (const sheet of sample.sheets) {
    if (sheet.kind !== 'notes' && sheet.optionsFrom !== undefined)
      addOptions(workbook, sheet.optionsFrom, sheet.options);
  }
  return writeStableXlsx(workbook, 'security-answers');
}

function addNotes(workbook: Workbook, sheet: NotesSheet): void {
  const target = workbook.addWorksheet(sheet.name);
  target.getColumn(1).width = 22;
  target.getColumn(2).width = 90;
  addTitle(target, sheet.title, 2);
  let row = 3;
  for (const [name, value] of sheet.facts) {
    target.getCell(row, 1).value = name;
    target.getCell(row, 1).font = { bold: true };
    target.getCell(row, 2).value = value;
    row += 1;
  }
  row += 1;
  for (const line of sheet.lines) {
    target.mergeCells(row, 1, row, 2);
    target.getCell(row, 1).value = line;
    target.getCell(row, 1).alignment = { wrapText: true, vertical: 'top' };
    row += 1;
  }
}

function addTitle(target: Worksheet, title: string, width: number): void {
  target.mergeCells(1, 1, 1, width);
  target.getCell(1, 1).value = title;
  target.getCell(1, 1).font = { bold: true, size: 14, color: { argb: INK } };
  target.getRow(1).height = 24;
}

function addQuestions(workbook: Workbook, sheet: QuestionSheet): void {
  const columns = columnsOf(sheet);
  const headerRow = sheet.note === undefined ? 3 : 4;
  const target = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  addTitle(target, sheet.title, columns.length);
  if (sheet.note !== undefined) {
    target.mergeCells(2, 1, 2, columns.length);
    target.getCell(2, 1).value = sheet.note;
    target.getCell(2, 1).font = { italic: true };
  }
  addHeader(target, columns, headerRow);
  let row = headerRow + 1;
  for (const section of sheet.sections) {
    if (section.title !== '') {
      addSection(target, section.title, row, columns.length);
      row += 1;
    }
    for (const question of section.questions) {
      addQuestion(target, columns, row, question);
      const lines = question.lines ?? LINES_FOR_ANSWER[sheet.kind];
      target.getRow(row).height = rowHeight([question.text], [WIDTH.question], lines);
      if (sheet.kind === 'drop-down') addDropDown(target, columns, row, sheet);
      row += 1;
    }
  }
}

function columnsOf(sheet: QuestionSheet): Column[] {
  const { id, question, answer, details, evidence } = sheet.columns;
  const columns: Column[] = [
    { role: 'id', title: id, width: WIDTH.id },
    { role: 'question', title: question, width: WIDTH.question },
  ];
  if (sheet.kind === 'options') {
    for (const title of sheet.options) columns.push({ role: 'option', title, width: WIDTH.option });
  }
  const answerWidth = sheet.kind === 'text' ? WIDTH.text : WIDTH.answer;
  if (answer !== undefined) columns.push({ role: 'answer', title: answer, width: answerWidth });
  if (details !== undefined) columns.push({ role: 'details', title: details, width: WIDTH.details });
  if (evidence !== undefined) columns.push({ role: 'evidence', title: evidence, width: WIDTH.evidence });
  return columns;
}

function addHeader(target: Worksheet, columns: readonly Column[], row: number): void {
  columns.forEach((column, index) => {
    target.getColumn(index + 1).width = column.width;
    const cell = target.getCell(row, index + 1);
    cell.value = column.title;
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = HEADER;
    cell.border = BOX;
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
}

function addSection(target: Worksheet, title: string, row: number, width: number): void {
  target.mergeCells(row, 1, row, width);
  const cell = target.getCell(row, 1);
  cell.value = title;
  cell.font = { bold: true };
  cell.fill = SECTION;
}

function addQuestion(
  target: Worksheet,
  columns: readonly Column[],
  row: number,
  question: { readonly id: string; readonly text: string },
): void {
  columns.forEach((column, index) => {
    const cell = target.getCell(row, index + 1);
    if (column.role === 'id') cell.value = question.id;
    if (column.role === 'question') cell.value = question.text;
    cell.border = BOX;
    cell.alignment = {
      wrapText: true,
      vertical: 'top',
      horizontal: column.role === 'option' ? 'center' : 'left',
    };
  });
}

function addDropDown(target: Worksheet, columns: readonly Column[], row: number, sheet: QuestionSheet): void {
  const inline = `"${sheet.options.join(',')}"`;
  const range = `'${sheet.optionsFrom ?? ''}'!$A$1:$A$${sheet.options.length}`;
  target.getCell(row, columns.findIndex((column) => column.role === 'answer') + 1).dataValidation = {
    type: 'list',
    allowBlank: true,
    showErrorMessage: true,
    formulae: [sheet.optionsFrom === undefined ? inline : range],
  };
}

function addOptions(workbook: Workbook, name: string, options: readonly string[]): void {
  const target = workbook.addWorksheet(name, { state: 'hidden' });
  options.forEach((option, index) => {
    target.getCell(index + 1, 1).value = option;
  });
}
