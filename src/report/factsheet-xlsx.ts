import type { Worksheet } from 'exceljs';
import { type Factsheet, type FactsheetSection, hasNotes } from './factsheet.js';
import { rowHeight } from './row-height.js';
import { writeStableXlsx } from './stable-xlsx.js';

const INK = 'FF1F3864';
const LATE = 'FFB26A00';
const HEADER = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } } as const;
const WIDTHS = [34, 44, 34, 46];

/** The fact sheet as a workbook with one sheet, ready to print. Same facts and day, same bytes. */
export async function renderFactsheetXlsx(sheet: Factsheet): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = sheet.title;
  const target = workbook.addWorksheet(sheet.title.slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  WIDTHS.forEach((width, index) => {
    target.getColumn(index + 1).width = width;
  });
  target.addRow([sheet.title]).font = { bold: true, size: 16, color: { argb: INK } };
  target.addRow([sheet.dated]).font = { italic: true };
  for (const section of sheet.sections) addSection(target, section, sheet.noteTitle);
  return writeStableXlsx(workbook, 'security-answers');
}

function addSection(target: Worksheet, section: FactsheetSection, noteTitle: string): void {
  const isNoted = hasNotes(section);
  target.addRow([]);
  target.addRow([section.title]).font = { bold: true, size: 12, color: { argb: INK } };
  const head = target.addRow([...section.columns, ...(isNoted ? [noteTitle] : [])]);
  head.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = HEADER;
  });
  for (const { cells, note } of section.rows) {
    const texts = [...cells, ...(isNoted ? [note ?? ''] : [])];
    const row = target.addRow(texts);
    row.height = rowHeight(texts, WIDTHS);
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(section.hasColumns ? 1 : 2).font = { bold: true };
    if (note !== null) row.getCell(texts.length).font = { color: { argb: LATE } };
  }
}
