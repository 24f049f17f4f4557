import type { ReportFormat } from './format.js';

/** Every report format, by ending. `--report`, its help and the README derive from this list. */
export const reportFormats: readonly ReportFormat[] = [
  {
    ending: '.html',
    description: 'one page to read or print, without scripts',
    load: async () => (await import('./html.js')).renderHtml,
  },
  {
    ending: '.json',
    description: 'the content of answers.json',
    load: async () => (await import('./json.js')).renderJson,
  },
  {
    ending: '.md',
    description: 'Markdown, for a ticket or a pull request',
    load: async () => (await import('./markdown.js')).renderMarkdown,
  },
  {
    ending: '.xlsx',
    description: 'a workbook with filters, for working through drafts and open questions',
    load: async () => (await import('./xlsx.js')).renderXlsx,
  },
];

/** The format for a file name, by its ending in either case; undefined when there is none. */
export function reportFormatFor(path: string): ReportFormat | undefined {
  const name = path.toLowerCase();
  return reportFormats.find((format) => name.endsWith(format.ending));
}
