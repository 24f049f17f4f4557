import { escapeHtml } from './escape-html.js';
import type { ReportContext } from './format.js';
import { HTML_STYLE } from './html-style.js';
import type { ReportedQuestion, RunReport } from './report.js';
import { STATUS_LABELS } from './status-label.js';

/** The result as one HTML page: no scripts, nothing loaded from elsewhere. */
export function renderHtml(report: RunReport, context: ReportContext): string {
  const title = `Answers to ${report.questionnaire}`;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${HTML_STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="about">${escapeHtml(about(report, context))}</p>`,
    renderCounts(report),
    renderMissing(report),
    ...report.summary.sheets.map(({ sheet }) => renderSheet(sheet, report)),
    '</body></html>\n',
  ].join('\n');
}

function about(report: RunReport, { output, toolVersion }: ReportContext): string {
  const filled = output === null ? 'Nothing was written.' : `Filled workbook: ${output}.`;
  return `As of ${report.asOf}. ${filled} Facts ${report.facts.hash.slice(0, 12)}, security-answers ${toolVersion}.`;
}

function renderCounts({ summary }: RunReport): string {
  const rows = [...summary.sheets, { ...summary, sheet: 'All sheets' }].map(
    (row) =>
      `<tr><td>${escapeHtml(row.sheet)}</td><td>${row.questions}</td><td>${row.answered}</td><td>${row.review}</td><td>${row.unanswered}</td></tr>`,
  );
  const head = '<tr><th>Sheet</th><th>Questions</th><th>Answered</th><th>Drafts</th><th>Open</th></tr>';
  return `<table class="counts"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderMissing({ summary }: RunReport): string {
  if (summary.missingTopics.length === 0) return '';
  const items = summary.missingTopics.map(({ label, questions, wouldAnswer, topic }) => {
    const times = ` (asked for by ${questions}, would answer ${wouldAnswer})`;
    return `<li>${escapeHtml(label)} <code>${escapeHtml(topic)}</code>${times}</li>`;
  });
  return `<h2>Asked for, without a fact</h2><ul class="missing">${items.join('')}</ul>`;
}

function renderSheet(sheet: string, report: RunReport): string {
  const rows = report.questions.filter(({ cell }) => cell.sheet === sheet).map(renderQuestion);
  const head = '<tr><th>Cell</th><th>Question</th><th>Status</th><th>Answer</th><th>Why</th></tr>';
  return `<h2>${escapeHtml(sheet)}</h2><table class="questions"><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function renderQuestion(question: ReportedQuestion): string {
  const { status, cell } = question;
  const facts = question.facts.map((id) => `<code>${escapeHtml(id)}</code>`).join(' ');
  const why = [...question.reasons, ...question.left].map(escapeHtml).join('<br>');
  return [
    `<tr class="${status}"><td>${escapeHtml(cell.question)}</td><td>${escapeHtml(question.question)}</td>`,
    `<td><span class="status">${STATUS_LABELS[status]}</span></td>`,
    `<td>${escapeHtml(question.answer ?? '')}</td><td>${facts}${facts && why ? '<br>' : ''}${why}</td></tr>`,
  ].join('');
}
