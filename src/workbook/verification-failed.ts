import { Problem } from '../problem.js';

/** The problem of an output that is not what was planned. */
export function failed(what: string, cause?: unknown): Problem {
  return new Problem(
    'workbook/verification-failed',
    `The filled workbook was discarded because it did not pass the check against the original: ${what}. This is a defect of this program; please report it.`,
    { cause },
  );
}
