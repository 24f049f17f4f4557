import type { FindingReport, Severity } from '../check/finding.js';
import type { Paint } from './paint.js';

/** A rule as reports list it. */
export interface ReportedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly hint: string;
}

/** What a rendering of findings may say besides the findings. */
export interface FindingContext {
  readonly toolVersion: string;
  /** What was done, such as `answer check`. */
  readonly title: string;
  /** Every rule that could have found something. */
  readonly rules: readonly ReportedRule[];
  /** Findings of these severities make the run fail. */
  readonly failing: ReadonlySet<Severity>;
  readonly paint: Paint;
}

export type FindingRenderer = (report: FindingReport, context: FindingContext) => string;

/** A way to show findings. */
export interface FindingFormat {
  /** As `--format` takes it. */
  readonly name: string;
  readonly description: string;
  load(): Promise<FindingRenderer>;
}

/**
 * `2 errors, 1 warning`, without what there is none of; `nothing found` for nothing. Of answers that were compared also
 * `in 70 answers of 2 files`.
 */
export function countFindings({ summary, compared }: FindingReport): string {
  const parts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    plural(summary.notices, 'notice'),
  ].filter((part) => !part.startsWith('0 '));
  const counted = parts.length === 0 ? 'nothing found' : parts.join(', ');
  if (compared === undefined) return counted;
  return `${counted} in ${plural(compared.answers, 'answer')} of ${plural(compared.files, 'file')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
