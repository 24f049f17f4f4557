import type { Worksheet } from 'exceljs';
import { type Factsheet, type FactsheetSection, hasNotes } from './factsheet.js';
import { rowHeight } from './row-height.js';
import { writeStableXlsx } from './stable-xlsx.js';

const INK = 'FF1F3864';
const LATE = 'FFB26A00';
const LINE = { bottom: { style: 'hair', color: { argb: 'FFBFBFBF' } } } as const;
const HEADER = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } } as const;
/** In characters; a fourth column only where a section of three has notes. */
const WIDTHS = [40, 46, 36, 46];
/** Every font in full: a program that misses the name takes one of its own. */
const FONT = { name: 'Calibri', family: 2, size: 11 } as const;

/** The fact sheet as a workbook with one sheet, ready to print. Same facts and day, same bytes. */
export async function renderFactsheetXlsx(sheet: Factsheet): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = sheet.title;
  const target = workbook.addWorksheet(sheet.title.slice(0, 31), {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  WIDTHS.forEach((width, index) => {
    target.getColumn(index + 1).width = width;
  });
  target.addRow([sheet.title]).font = { ...FONT, bold: true, size: 16, color: { argb: INK } };
  target.addRow([sheet.dated]).font = { ...FONT, italic: true };
  for (const section of sheet.sections) addSection(target, section, sheet.noteTitle);
  return writeStableXlsx(workbook, 'security-answers');
}

function addSection(target: Worksheet, section: FactsheetSection, noteTitle: string): void {
  const isNoted = hasNotes(section);
  target.addRow([]);
  target.addRow([section.title]).font = { ...FONT, bold: true, size: 12, color: { argb: INK } };
  const head = target.addRow([...section.columns, ...(isNoted ? [noteTitle] : [])]);
  head.eachCell((cell) => {
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = HEADER;
  });
  for (const { cells, note } of section.rows) {
    const texts = [...cells, ...(isNoted ? [note ?? ''] : [])];
    const row = target.addRow(texts);
    row.height = rowHeight(texts, WIDTHS);
    row.font = FONT;
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(section.hasColumns ? 1 : 2).font = { ...FONT, bold: true };
    if (note !== null) row.getCell(texts.length).font = { ...FONT, color: { argb: LATE } };
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (column <= texts.length) cell.border = LINE;
    });
  }
}
