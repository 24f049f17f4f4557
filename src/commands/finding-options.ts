import { z } from 'zod';
import type { Severity } from '../check/finding.js';
import { findingFormats } from '../report/finding-formats.js';
import type { OptionSpec } from './command.js';

const FORMATS = findingFormats.map(({ name }) => name);

/** A whole number of days or months. */
function wholeNumber(option: string, most: number) {
  return z
    .string()
    .regex(/^\d{1,4}$/, { error: (issue) => `${option} takes a whole number, not "${String(issue.input)}".` })
    .transform(Number)
    .refine((value) => value <= most, { error: `${option} takes a number up to ${most}.` })
    .optional();
}

/** Options of commands that report findings. */
export const findingOptions = {
  format: {
    flags: '--format <name>',
    description: `how to show findings: ${FORMATS.join(', ')} (default: text)`,
    schema: z
      .string()
      .refine((name) => FORMATS.includes(name), {
        error: (issue) => `--format takes ${FORMATS.join(', ')}, not "${String(issue.input)}".`,
      })
      .optional(),
  },
  failOn: {
    flags: '--fail-on <severity>',
    description: 'exit with 1 on errors (error, the default), on warnings too (warning), or never (never)',
    schema: z
      .enum(['error', 'warning', 'never'], {
        error: (issue) => `--fail-on takes error, warning, never, not "${String(issue.input)}".`,
      })
      .default('error'),
  },
  rule: {
    flags: '--rule <id=level...>',
    description: 'switch a rule off, or set its level: id=off, id=warning or id=error',
    schema: z.array(z.string()).default([]),
  },
  dueWithin: {
    flags: '--due-within <days>',
    description: 'days before a date at which it counts as due soon (default: 45)',
    schema: wholeNumber('--due-within', 3660),
  },
  staleAfter: {
    flags: '--stale-after <months>',
    description: 'months after which an entry that nobody confirmed counts as stale (default: 12)',
    schema: wholeNumber('--stale-after', 1200),
  },
} as const satisfies Record<string, OptionSpec>;

/** The severities that make a run fail. */
export function failingSeverities(failOn: 'error' | 'warning' | 'never'): ReadonlySet<Severity> {
  const failing = { error: ['error'], warning: ['error', 'warning'], never: [] } as const;
  return new Set<Severity>(failing[failOn]);
}
