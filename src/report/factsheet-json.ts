import type { Factsheet } from './factsheet.js';

/** The fact sheet as JSON, two spaces deep, with a line end. */
export function renderFactsheetJson(sheet: Factsheet): string {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}
