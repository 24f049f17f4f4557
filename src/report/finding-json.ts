import type { FindingReport } from '../check/finding.js';

/** Findings as JSON, two spaces deep, with a line end; without the source lines, which the files have. */
export function renderFindingJson(report: FindingReport): string {
  const findings = report.findings.map(({ source: _, ...finding }) => finding);
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`;
}
