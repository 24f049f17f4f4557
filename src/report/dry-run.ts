import type { CellEdit } from '../workbook/model.js';
import { type Paint, printable } from './paint.js';

/** Longest text shown of a cell. */
const MAX_LENGTH = 90;

/** What a run would write, one line per cell: `Sheet!C5  Yes`. Cells that would only be highlighted are named as such. */
export function renderDryRun(edits: readonly CellEdit[], paint: Paint): string {
  const lines = edits.map(({ sheet, cell, text, mark }) => {
    const place = paint.cyan(`${printable(sheet)}!${cell}`);
    const shown = text === undefined ? paint.dim(`(highlighted: ${mark})`) : shorten(printable(text));
    return `${place}  ${shown}`;
  });
  return lines.map((line) => `${line}\n`).join('');
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
