import type { Finding, FindingReport } from '../check/finding.js';
import { escapeMarkdown } from './escape-markdown.js';
import { countFindings, type FindingContext } from './finding-format.js';

/** Findings as Markdown: a table per file, for a pull request. */
export function renderFindingMarkdown(report: FindingReport, context: FindingContext): string {
  const { findings, asOf, summary } = report;
  const also = summary.accepted === 0 ? '' : `, ${summary.accepted} accepted`;
  const counted = countFindings(report);
  const lines = [
    `## ${escapeMarkdown(context.title)}`,
    '',
    `${counted.charAt(0).toUpperCase()}${counted.slice(1)} as of ${asOf}${also}.`,
  ];
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const own = findings.filter((finding) => finding.file === file);
    lines.push(
      '',
      `### ${escapeMarkdown(file)}`,
      '',
      '| Where | | What | What to do |',
      '| --- | --- | --- | --- |',
    );
    lines.push(...own.map(rowOf));
  }
  return `${lines.join('\n')}\n`;
}

function rowOf({ line, column, cell, severity, rule, message, hint, details = [] }: Finding): string {
  const where = cell === undefined ? `${line}:${column}` : escapeMarkdown(cell);
  const more = details.map(({ label, text }) => `<br>${escapeMarkdown(label)}: ${escapeMarkdown(text)}`);
  const what = `${escapeMarkdown(message)} (\`${rule}\`)${more.join('')}`;
  return `| ${where} | ${severity} | ${what} | ${escapeMarkdown(hint)} |`;
}
