import type { Workbook, Worksheet } from 'exceljs';
import type { ReportContext } from './format.js';
import type { RunReport } from './report.js';
import { rowHeight } from './row-height.js';
import { writeStableXlsx } from './stable-xlsx.js';
import { STATUS_LABELS } from './status-label.js';

const HEADER = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3864' } } as const;

/** On paper: as wide as a page, as long as it takes. */
const PAGE = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

interface Column {
  readonly header: string;
  readonly width: number;
}

const QUESTION_COLUMNS: readonly Column[] = [
  { header: 'Sheet', width: 18 },
  { header: 'Cell', width: 8 },
  { header: 'Section', width: 22 },
  { header: 'Question', width: 52 },
  { header: 'Status', width: 16 },
  { header: 'Response', width: 12 },
  { header: 'Answer', width: 60 },
  { header: 'Facts', width: 26 },
  { header: 'Evidence', width: 30 },
  { header: 'Why', width: 46 },
];

/** The result as a new workbook: a summary, and every question in a table with filters. Same result, same bytes. */
export async function renderXlsx(report: RunReport, context: ReportContext): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  addSummary(workbook, report, context);
  addQuestions(workbook, report);
  return writeStableXlsx(workbook, 'security-answers');
}

function addSummary(workbook: Workbook, report: RunReport, { output, toolVersion }: ReportContext): void {
  const sheet = workbook.addWorksheet('Summary', { pageSetup: PAGE });
  setColumns(sheet, [40, 12, 12, 12, 12]);
  sheet.addRow([`Answers to ${report.questionnaire}`]).font = { bold: true, size: 14 };
  sheet.addRow([`As of ${report.asOf}, security-answers ${toolVersion}`]);
  sheet.addRow([output === null ? 'Nothing was written.' : `Filled workbook: ${output}`]);
  sheet.addRow([]);
  addHeader(sheet, ['Sheet', 'Questions', 'Answered', 'Drafts', 'Open']);
  for (const row of [...report.summary.sheets, { ...report.summary, sheet: 'All sheets' }]) {
    sheet.addRow([row.sheet, row.questions, row.answered, row.review, row.unanswered]);
  }
  if (report.summary.missingTopics.length === 0) return;
  sheet.addRow([]);
  addHeader(sheet, ['Asked for, without a fact', 'Questions', 'A fact would answer']);
  for (const { label, questions, wouldAnswer } of report.summary.missingTopics) {
    sheet.addRow([label, questions, wouldAnswer]);
  }
}

function addQuestions(workbook: Workbook, report: RunReport): void {
  const sheet = workbook.addWorksheet('Questions', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: PAGE,
  });
  const widths = QUESTION_COLUMNS.map(({ width }) => width);
  setColumns(sheet, widths);
  addHeader(
    sheet,
    QUESTION_COLUMNS.map(({ header }) => header),
  );
  for (const question of report.questions) {
    const texts = [
      question.cell.sheet,
      question.cell.question,
      question.section ?? '',
      question.question,
      STATUS_LABELS[question.status],
      question.response ?? '',
      question.answer ?? '',
      question.facts.join('\n'),
      question.evidence
        .map(({ title, available }) => (available ? title : `${title} (not available yet)`))
        .join('\n'),
      [...question.reasons, ...question.left].join('\n'),
    ];
    const row = sheet.addRow(texts);
    row.height = rowHeight(texts, widths);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: QUESTION_COLUMNS.length } };
}

function setColumns(sheet: Worksheet, widths: readonly number[]): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

function addHeader(sheet: Worksheet, titles: readonly string[]): void {
  const row = sheet.addRow([...titles]);
  row.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = HEADER;
  });
}
