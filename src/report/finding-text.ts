import type { Finding, FindingReport, Severity } from '../check/finding.js';
import { countFindings, type FindingContext } from './finding-format.js';
import { type Paint, printable } from './paint.js';

/** Findings for the terminal: place, rule, what is wrong, the line with a caret, what to do. */
export function renderFindingText(report: FindingReport, { paint }: FindingContext): string {
  const blocks = report.findings.map((finding) => renderFinding(finding, paint).join('\n'));
  const { accepted } = report.summary;
  const also = accepted === 0 ? '' : ` (${accepted} accepted)`;
  return `${[...blocks, `${countFindings(report)} as of ${report.asOf}${also}`].join('\n\n')}\n`;
}

function renderFinding(finding: Finding, paint: Paint): string[] {
  const { file, line, column, rule, severity, message, hint, cell, details = [] } = finding;
  const place = cell === undefined ? '' : `  ${paint.bold(printable(cell))}`;
  return [
    `${paint.cyan(`${printable(file)}:${line}:${column}`)}${place}  ${paintSeverity(severity, paint)}  ${paint.dim(rule)}`,
    `  ${printable(message)}`,
    ...details.map(({ label, text }) => `  ${label}: ${printable(text)}`),
    ...(cell === undefined ? codeFrame(finding, paint) : []),
    ...(hint === '' ? [] : [paint.dim(`  ${printable(hint)}`)]),
  ];
}

function paintSeverity(severity: Severity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red(severity);
    case 'warning':
      return paint.yellow(severity);
    case 'notice':
      return paint.blue(severity);
  }
}

/** Longest piece of a line that is shown. */
const WIDTH = 100;
/** Characters shown before the caret where the line is cut. */
const LEAD = 60;

/** The line of a finding with a caret under its column; nothing where the line is not known. */
function codeFrame({ source, line, column }: Finding, paint: Paint): string[] {
  if (source === null) return [];
  const start = source.length > WIDTH ? Math.max(0, Math.min(column - 1 - LEAD, source.length - WIDTH)) : 0;
  // Tabs and control characters become one character each, so that the caret stays in place.
  const shown = source.slice(start, start + WIDTH).replace(/[\t\r\n]/g, ' ');
  const gutter = String(line);
  const caret = `${' '.repeat(Math.max(0, column - 1 - start))}^`;
  return [
    `  ${paint.dim(`${gutter} |`)} ${printable(shown)}`,
    `  ${paint.dim(`${' '.repeat(gutter.length)} |`)} ${paint.red(caret)}`,
  ];
}
