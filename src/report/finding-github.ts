import type { Finding, FindingReport } from '../check/finding.js';
import { escapeGithubData, escapeGithubProperty } from './escape-github.js';

/** Findings as workflow commands, which GitHub shows beside the changed lines. */
export function renderFindingGithub(report: FindingReport): string {
  return report.findings.map((finding) => `${renderFinding(finding)}\n`).join('');
}

function renderFinding({ severity, file, line, column, rule, cell, message, hint, details = [] }: Finding) {
  const title = cell === undefined ? rule : `${rule} ${cell}`;
  const properties = [
    ['file', file],
    ['line', String(line)],
    ['col', String(column)],
    ['title', title],
  ].map(([name, value = '']) => `${name}=${escapeGithubProperty(value)}`);
  const more = details.map(({ label, text }) => `${label}: ${text}`);
  // A message may end in a question: `did you mean "hours"?`
  const end = /[.?!]$/.test(message) ? '' : '.';
  const text = [`${message}${end} ${hint}`.trim(), ...more].join('\n');
  return `::${severity} ${properties.join(',')}::${escapeGithubData(text)}`;
}
