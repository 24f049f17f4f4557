import type { RunReport } from './report.js';

/** The result as JSON, two spaces deep, with a line end. Same result, same text. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
