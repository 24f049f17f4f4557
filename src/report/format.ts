import type { RunReport } from './report.js';

/** What a report may say besides the result itself. */
export interface ReportContext {
  /** Version of the tool. */
  readonly toolVersion: string;
  /** File name of the filled workbook; null when nothing was written. */
  readonly output: string | null;
}

/** A report file format; its renderer is pure. */
export interface ReportFormat {
  /** Ending of the file name that asks for it, such as `.html`. */
  readonly ending: string;
  readonly description: string;
  /** Loads the renderer: heavy ones only when asked for. */
  load(): Promise<ReportRenderer>;
}

export type ReportRenderer = (
  report: RunReport,
  context: ReportContext,
) => RenderedReport | Promise<RenderedReport>;

export type RenderedReport = string | Uint8Array;
