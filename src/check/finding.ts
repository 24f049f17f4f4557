import type { Position } from '../facts/fact-base.js';

/** `error`: not true or not usable. `warning`: somebody must look. `notice`: good to know. */
export type Severity = 'error' | 'warning' | 'notice';

/** Something that a person should look at, and where. Lines and columns count from 1. */
export interface Finding extends Position {
  /** Id of the rule, such as `roadmap/overdue`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, as a clause without a full stop. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly hint: string;
  /** The line of the file, for a code frame; null where it is not known. */
  readonly source: string | null;
  /** Cell of a customer's workbook, such as `2 Security!D5`. */
  readonly cell?: string;
  /** More to know, such as what was told and what would be told today. */
  readonly details?: readonly { readonly label: string; readonly text: string }[];
}

/** The result of a check as data: what every format renders. */
export interface FindingReport {
  /** Version of this format. */
  readonly version: 1;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly notices: number;
    /** Findings left out because the facts accept them. */
    readonly accepted: number;
  };
  readonly findings: readonly Finding[];
  /** What the findings were looked for in, where that is answers of earlier runs. */
  readonly compared?: { readonly answers: number; readonly files: number };
}

/** Puts findings in order of file, line, column, rule, cell and message, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const keyed = new Map(findings.map((finding) => [JSON.stringify(keyOf(finding)), finding]));
  return [...keyed.values()].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function keyOf({ file, line, column, rule, cell, message }: Finding): (string | number)[] {
  return [file, line, column, rule, cell ?? '', message];
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** The report of findings that are already in order. */
export function reportFindings(findings: readonly Finding[], asOf: string, accepted = 0): FindingReport {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const summary = {
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    accepted,
  };
  return { version: 1, asOf, summary, findings };
}
