/** Height of a line of the default font (Calibri 11), in points. */
const LINE = 15;
/** Largest height of a row (Excel's specification), in points. */
const MAX_HEIGHT = 409;

/**
 * Height in points at which wrapped texts fit their columns. Excel would find it by itself on opening, but not every
 * program does.
 * @param texts of the row's cells
 * @param widths of their columns, in characters
 * @param leastLines room that is left in any case
 */
export function rowHeight(texts: readonly string[], widths: readonly number[], leastLines = 1): number {
  const lines = texts.map((text, index) => countLines(text, widths[index] ?? 10));
  return Math.min(MAX_HEIGHT, LINE * Math.max(leastLines, ...lines));
}

/** Words are wider in places than the average of a column's unit. */
const USABLE = 0.92;

function countLines(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width * USABLE));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
