import { escapeHtml } from './escape-html.js';
import { type Factsheet, type FactsheetSection, hasNotes } from './factsheet.js';

/** Readable on screen in light and dark, and on one or two printed pages. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1f3864; --line: #8886; --late: #b26a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #9db8e8; --late: #ffb74d; } }
body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; color: var(--ink); } .dated { margin: .25rem 0 1rem; opacity: .75; }
main { columns: 2 26rem; column-gap: 2rem; }
section { break-inside: avoid; margin: 0 0 1.25rem; }
h2 { font-size: .95rem; letter-spacing: .04em; margin: 0 0 .3rem; color: var(--ink); border-bottom: 2px solid; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .4rem; text-align: left; vertical-align: top; }
td:nth-child(2) { font-weight: 600; min-width: 6em; } .wide td:nth-child(2) { font-weight: 400; } .wide td:first-child { font-weight: 600; }
.note { color: var(--late); font-size: .85em; font-weight: 400; }
@page { size: A4; margin: 14mm; }
@media print { body { font-size: 10pt; margin: 0; max-width: none; padding: 0; } }
`;

/** The fact sheet as one HTML page to read or print: no scripts, nothing loaded from elsewhere. */
export function renderFactsheetHtml(sheet: Factsheet): string {
  return [
    '<!doctype html>',
    `<html lang="${sheet.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(sheet.title)}</title>`,
    `<style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(sheet.title)}</h1>`,
    `<p class="dated">${escapeHtml(sheet.dated)}</p>`,
    '<main>',
    ...sheet.sections.map((section) => renderSection(section, sheet.noteTitle)),
    '</main></body></html>\n',
  ].join('\n');
}

function renderSection(section: FactsheetSection, noteTitle: string): string {
  const isNoted = hasNotes(section);
  const titles = [...section.columns, ...(isNoted ? [noteTitle] : [])];
  const head = titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const rows = section.rows.map(({ cells, note }) => {
    const own = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    const mark = isNoted ? `<td class="note">${escapeHtml(note ?? '')}</td>` : '';
    return `<tr>${own}${mark}</tr>`;
  });
  const kind = section.hasColumns ? ' class="wide"' : '';
  return [
    `<section><h2>${escapeHtml(section.title)}</h2>`,
    `<table${kind}><thead><tr>${head}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></section>',
  ].join('\n');
}
