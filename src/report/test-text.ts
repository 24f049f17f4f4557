import { type Paint, printable } from './paint.js';
import type { KindCount, TestCase, TestReport } from './test-report.js';

const KIND_NAMES = { example: 'example', near_miss: 'near miss', expectation: 'expectation' } as const;

/** The result of `answer test` for a terminal: every failure with its place, then the counts. */
export function renderTestText({ cases, summary, asOf }: TestReport, paint: Paint): string {
  const failures = cases.flatMap((one) => (one.failure === null ? [] : renderFailure(one, paint)));
  const total = summary.example.failed + summary.near_miss.failed + summary.expectation.failed;
  const drafts =
    summary.drafts === 0 ? '' : `; ${summary.drafts} would be a draft only, even with a fact on file`;
  const lines = [
    ...failures,
    line('examples', summary.example, 'reach their topic', drafts),
    line('near misses', summary.near_miss, 'are not answered by it', ''),
    line('expectations', summary.expectation, 'hold', ` as of ${asOf}`),
    total === 0
      ? paint.green('All as expected.')
      : `${paint.red(`${total} failed.`)} Why: answer ask --explain "<question>"`,
  ];
  return `${lines.join('\n')}\n`;
}

function line(name: string, { tried, failed }: KindCount, what: string, more: string): string {
  if (tried === 0) return `${name.padEnd(12)}  none`;
  return `${name.padEnd(12)}  ${tried - failed} of ${tried} ${what}${more}`;
}

function renderFailure(
  { kind, topic, question, file, line, column, failure }: TestCase,
  paint: Paint,
): string[] {
  const of = topic === null ? '' : ` of ${topic}`;
  return [
    `${paint.bold(`${printable(file)}:${line}:${column}`)}: ${KIND_NAMES[kind]}${of}`,
    `  "${printable(question)}"`,
    `  ${paint.red(printable(failure?.message ?? ''))}`,
    ...(failure?.because ?? []).map((reason) => paint.dim(`  ${printable(reason)}`)),
    '',
  ];
}
