import { z } from 'zod';
import type { OptionSpec } from './command.js';

const flag = z.boolean().optional();

/**
 * True for a day that exists, written YYYY-MM-DD (ISO 8601 calendar date): 2026-02-30 and 26-2-1 are refused.
 */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A schema for a value out of a list; the sentence names the list. */
export function oneOf<const T extends readonly [string, ...string[]]>(option: string, values: T) {
  return z.enum(values, {
    error: (issue) => `${option} takes ${values.join(', ')}, not "${String(issue.input)}".`,
  });
}

/** Options that mean the same in every command that has them. */
export const sharedOptions = {
  facts: {
    flags: '--facts <dir>',
    description:
      'folder with your facts (default: ./facts where it holds facts, else the facts shipped with the tool)',
    schema: z.string().optional(),
  },
  lang: {
    flags: '--lang <language>',
    description: 'language of the answers: auto (that of each question), de or en',
    schema: oneOf('--lang', ['auto', 'de', 'en']).default('auto'),
  },
  asOf: {
    flags: '--as-of <date>',
    description: 'day on which the answers must be true, YYYY-MM-DD (default: today)',
    schema: z
      .string()
      .refine(isRealDay, {
        error: (issue) =>
          `--as-of takes a real date as YYYY-MM-DD, such as 2026-11-23, not "${String(issue.input)}".`,
      })
      .optional(),
  },
  sheet: {
    flags: '--sheet <name...>',
    description: 'only these sheets (default: every visible sheet that has questions)',
    schema: z.array(z.string()).optional(),
  },
  columns: {
    flags: '--columns <roles>',
    description: 'which column is what, such as question=B,answer=C,details=D,evidence=E',
    schema: z.string().optional(),
  },
  rows: {
    flags: '--rows <range>',
    description: 'only these rows, such as 5-80',
    schema: z.string().optional(),
  },
  layout: {
    flags: '--layout <file>',
    description:
      'sheets, columns and rows as kept by `answer inspect --save`; options given here go before it',
    schema: z.string().optional(),
  },
  json: { flags: '--json', description: 'print the result as JSON', schema: flag },
  verbose: { flags: '--verbose', description: 'show the stack trace of an unexpected error', schema: flag },
} as const satisfies Record<string, OptionSpec>;

/** When findings turn the exit status to 1: `review` for drafts or open questions, `unanswered` for open questions only. */
export const failOnSchema = oneOf('--fail-on', ['review', 'unanswered']).optional();

/** A switch that is off unless given. */
export const switchSchema = flag;
