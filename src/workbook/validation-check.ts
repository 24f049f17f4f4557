import type { Validation } from './model.js';

/** A formula that is nothing but a number: `500`; not `$A$1`, `LEN(B2)`. */
const NUMBER = /^=?\s*(\d+(?:\.\d+)?)$/;

function limit(formula: string): number {
  return Number(NUMBER.exec(formula.trim())?.[1] ?? Number.NaN);
}

/** True when the length fits for certain; comparisons with a limit that is no number are false. */
function fitsLength(length: number, { operator, formula1, formula2 }: Validation): boolean {
  const [first, second] = [limit(formula1), limit(formula2)];
  switch (operator) {
    case 'equal':
      return length === first;
    case 'notEqual':
      return length < first || length > first;
    case 'lessThan':
      return length < first;
    case 'lessThanOrEqual':
      return length <= first;
    case 'greaterThan':
      return length > first;
    case 'greaterThanOrEqual':
      return length >= first;
    case 'notBetween':
      return length < first || length > second;
    default:
      return length >= first && length <= second;
  }
}

/**
 * Why a validation that rejects input (ECMA-376 part 1, 18.3.1.32: `showErrorMessage` with the style `stop`) does not, or
 * not for certain, let a person type this text; undefined when it does. Asked again for each text before it is written,
 * apart from whoever planned it: what Excel would refuse is never written.
 */
export function rejection(validation: Validation | undefined, text: string): string | undefined {
  if (validation === undefined || !validation.isStrict || validation.type === 'none') return undefined;
  if (validation.type === 'list') {
    if (validation.options === null) return 'takes the options of a list that cannot be read; leave it out';
    return validation.options.includes(text) ? undefined : 'takes only the options of its drop-down list';
  }
  if (validation.type === 'textLength') {
    return fitsLength(text.length, validation)
      ? undefined
      : `takes a text of another length than ${text.length} characters`;
  }
  return `takes only what its validation (${validation.type}) accepts, not this text`;
}
