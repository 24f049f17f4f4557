import { escapeMarkdown } from './escape-markdown.js';
import type { ReportContext } from './format.js';
import type { ReportedQuestion, RunReport } from './report.js';
import { STATUS_LABELS, STATUS_ORDER } from './status-label.js';

/** The result as Markdown: counts, topics without a fact, then open questions, drafts and answers. */
export function renderMarkdown(report: RunReport, { output, toolVersion }: ReportContext): string {
  const { summary } = report;
  const counts = [...summary.sheets, { ...summary, sheet: 'All sheets' }].map((row) => [
    escapeMarkdown(row.sheet),
    ...[row.questions, row.answered, row.review, row.unanswered].map(String),
  ]);
  const lines = [
    `# Answers to ${escapeMarkdown(report.questionnaire)}`,
    '',
    `As of ${report.asOf}; facts ${report.facts.hash.slice(0, 12)}; security-answers ${toolVersion}.`,
    output === null ? 'Nothing was written.' : `Filled workbook: ${escapeMarkdown(output)}`,
    '',
    ...table(['Sheet', 'Questions', 'Answered', 'Drafts', 'Open'], counts),
  ];
  if (summary.missingTopics.length > 0) {
    lines.push('', '## Asked for, without a fact', '');
    for (const { label, topic, questions, wouldAnswer } of summary.missingTopics) {
      const counts = `asked for by ${questions}, would answer ${wouldAnswer}`;
      lines.push(`- ${escapeMarkdown(label)} (\`${topic}\`): ${counts}`);
    }
  }
  for (const status of STATUS_ORDER) {
    const questions = report.questions.filter((question) => question.status === status);
    if (questions.length === 0) continue;
    lines.push('', `## ${STATUS_LABELS[status]}`, '');
    lines.push(...table(['Cell', 'Question', 'Answer', 'Facts', 'Why'], questions.map(rowOf)));
  }
  return `${lines.join('\n')}\n`;
}

function rowOf(question: ReportedQuestion): string[] {
  return [
    escapeMarkdown(`${question.cell.sheet}!${question.cell.question}`),
    escapeMarkdown(question.question),
    escapeMarkdown(question.answer ?? ''),
    escapeMarkdown(question.facts.join(', ')),
    escapeMarkdown([...question.reasons, ...question.left].join(' ')),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
