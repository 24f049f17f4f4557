import { type Factsheet, type FactsheetRow, hasNotes } from './factsheet.js';

/** The fact sheet as Markdown: a table per section. */
export function renderFactsheetMarkdown(sheet: Factsheet): string {
  const lines = [`# ${plain(sheet.title)}`, '', plain(sheet.dated)];
  for (const section of sheet.sections) {
    const isNoted = hasNotes(section);
    const head = [...section.columns, ...(isNoted ? [sheet.noteTitle] : [])];
    const cellsOf = ({ cells, note }: FactsheetRow): string[] => [...cells, ...(isNoted ? [note ?? ''] : [])];
    lines.push('', `## ${plain(section.title)}`, '', line(head), line(head.map(() => '---')));
    lines.push(...section.rows.map((row) => line(cellsOf(row))));
  }
  return `${lines.join('\n')}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(plain).join(' | ')} |`;
}

/**
 * Text that Markdown shows as it is, with as few escapes as that takes, since people read the source too: what starts
 * markup, HTML, a link or a new cell, but not the dashes, dots and brackets of plain writing.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\`*_~[\]<>|]/g, (char) => `\\${char}`)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/(?<=https?):(?=\/\/)/g, '\\:')
    .replace(/^(#{1,6}|[-+]|\d+[.)])(?= )/, '\\$1');
}
