import type { PlanNote } from '../answer/plan-edits.js';
import type { Receipt } from '../workbook/model.js';
import { LEFT_BECAUSE } from './note-sentence.js';
import { type Paint, printable } from './paint.js';
import type { RunReport, StatusCounts } from './report.js';

/** What the summary tells besides the result. */
export interface SummaryContext {
  readonly paint: Paint;
  /** The facts as a person would name them. */
  readonly facts: string;
  /** Files of this run, as paths to show. */
  readonly outputs: { readonly workbook: string; readonly answers: string; readonly report: string | null };
  readonly isDryRun: boolean;
  readonly notes: readonly PlanNote[];
}

/** Topics without a fact that are listed; the report has all. */
const MAX_TOPICS = 8;

/** The end of a fill run on the terminal: counts per sheet, topics without a fact, the receipt, where to look next. */
export function renderRunSummary(report: RunReport, context: SummaryContext): string {
  const { paint, outputs, facts, isDryRun } = context;
  const target = isDryRun ? 'nothing written (--dry-run)' : printable(outputs.workbook);
  const lines = [
    `${paint.bold(printable(report.questionnaire))} -> ${paint.bold(target)}`,
    paint.dim(`as of ${report.asOf}, from ${printable(facts)}`),
    '',
    ...renderCounts(report, paint),
    ...renderMissing(report, paint),
    '',
    ...renderReceipt(report, context),
    '',
    ...renderNext(report, context),
  ];
  return `${lines.join('\n')}\n`;
}

function renderCounts({ summary }: RunReport, paint: Paint): string[] {
  const rows: readonly (StatusCounts & { readonly sheet: string })[] = [
    ...summary.sheets,
    { ...summary, sheet: 'All sheets' },
  ];
  const width = Math.max(...rows.map(({ sheet }) => [...printable(sheet)].length));
  const line = (name: string, cells: readonly string[]): string =>
    `${name}${' '.repeat(width - [...name].length)}  ${cells.map((cell) => cell.padStart(9)).join('')}`;
  return [
    paint.dim(line('Sheet', ['questions', 'answered', 'drafts', 'open'])),
    ...rows.map((row, index) => {
      const cells = [row.questions, row.answered, row.review, row.unanswered].map(String);
      const text = line(printable(row.sheet), cells);
      return index === rows.length - 1 ? paint.bold(text) : text;
    }),
  ];
}

function renderMissing({ summary }: RunReport, paint: Paint): string[] {
  const { missingTopics, answerable, review, unanswered } = summary;
  if (missingTopics.length === 0) return [];
  const todo = review + unanswered;
  const shown = missingTopics.slice(0, MAX_TOPICS);
  const more = missingTopics.length - shown.length;
  const width = Math.max(...shown.map(({ topic }) => topic.length));
  return [
    '',
    paint.dim('A fact of that id would answer, of the questions that ask for it'),
    ...shown.map(
      ({ wouldAnswer, questions, label, topic }) =>
        `${String(wouldAnswer).padStart(4)} of ${String(questions).padEnd(3)}  ${topic.padEnd(width)}  ${label}`,
    ),
    ...(more > 0 ? [paint.dim(`            and ${more} more`)] : []),
    `Facts on all of these would answer ${answerable} of the ${todo} drafts and open questions.`,
  ];
}

function renderReceipt({ receipt }: RunReport, { paint, isDryRun, notes }: SummaryContext): string[] {
  const verb = isDryRun ? 'Would write' : 'Wrote';
  const lines = [
    `${verb} ${count(receipt.cellsWritten, 'cell')}, highlighted ${receipt.cellsMarked}.`,
    describeCheck(receipt),
  ];
  const left = new Map<string, number>();
  for (const { code } of notes) {
    const because = LEFT_BECAUSE[code];
    if (because !== null) left.set(because, (left.get(because) ?? 0) + 1);
  }
  for (const [because, cells] of left)
    lines.push(paint.yellow(`Left as they were: ${count(cells, 'cell')} (${because}).`));
  return lines;
}

function describeCheck({ cellsUntouched, ...receipt }: Receipt): string {
  // A CSV file has no parts.
  if (cellsUntouched !== undefined)
    return `Checked: all ${count(cellsUntouched, 'other cell')} are character for character the same, quotation marks and line ends included.`;
  const parts = receipt.partsUntouched + receipt.partsChanged.length;
  return `Checked: ${receipt.partsUntouched} of ${parts} parts of the file are byte for byte the same, ${count(receipt.validationsKept, 'validation')} kept${receipt.recalculates ? ', formulas recalculate on opening' : ''}.`;
}

function renderNext({ summary, receipt }: RunReport, { outputs, isDryRun, paint }: SummaryContext): string[] {
  const explain = 'answer ask --explain "<question>"';
  if (isDryRun) return [`Next: the same command without --dry-run, or ${explain} for a single question.`];
  const todo = summary.review + summary.unanswered;
  const isPlain = receipt.cellsUntouched !== undefined;
  const colours = isPlain
    ? 'drafts say so, open questions are empty'
    : 'drafts are yellow, open questions orange';
  const look = todo === 0 ? 'read the answers once' : colours;
  const report = outputs.report === null ? [] : [`      ${printable(outputs.report)}: the report`];
  return [
    `Next: ${paint.bold(printable(outputs.workbook))}: ${look}`,
    `      ${printable(outputs.answers)}: each answer with its facts, evidence and reasons`,
    ...report,
    `      ${explain}: why a question stays open`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
