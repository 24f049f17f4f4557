import type { Factsheet } from './factsheet.js';

/** A way to write the fact sheet. */
export interface FactsheetFormat {
  /** As `--format` takes it, and the ending of the file without its dot. */
  readonly name: string;
  readonly description: string;
  load(): Promise<(sheet: Factsheet) => string | Uint8Array | Promise<Uint8Array>>;
}

/** Every way to write the fact sheet. `--format`, its help and the README derive from this list. */
export const factsheetFormats: readonly FactsheetFormat[] = [
  {
    name: 'md',
    description: 'Markdown',
    load: async () => (await import('./factsheet-markdown.js')).renderFactsheetMarkdown,
  },
  {
    name: 'html',
    description: 'one page to read or print, without scripts',
    load: async () => (await import('./factsheet-html.js')).renderFactsheetHtml,
  },
  {
    name: 'xlsx',
    description: 'a workbook',
    load: async () => (await import('./factsheet-xlsx.js')).renderFactsheetXlsx,
  },
  {
    name: 'json',
    description: 'for programs',
    load: async () => (await import('./factsheet-json.js')).renderFactsheetJson,
  },
];
