import type { Buffer } from 'node:buffer';

/** How the start tag of a formula can look: with a prefix or without, with attributes or without. */
const FORMULA_TAGS = ['<f>', '<f ', '<f\r', '<f\n', '<f\t', ':f>', ':f ', ':f\r', ':f\n', ':f\t'];

/**
 * True if a worksheet part in UTF-8 may hold a formula. A false alarm (`<f>` in a comment) only asks Excel for a
 * calculation that finds nothing to do.
 */
export function mayHaveFormulas(sheet: Buffer): boolean {
  return FORMULA_TAGS.some((tag) => sheet.includes(tag, 0, 'latin1'));
}
