import type { TestCase, TestReport } from './test-report.js';

/** The result of `answer test` as JSON: counts, and every case that failed. Same result, same text. */
export function renderTestJson({ cases, ...about }: TestReport): string {
  const failures = cases.filter(({ failure }) => failure !== null).map(flatten);
  return `${JSON.stringify({ ...about, failures }, null, 2)}\n`;
}

function flatten({ failure, decision, ...about }: TestCase): object {
  return { ...about, ...failure, decision };
}
