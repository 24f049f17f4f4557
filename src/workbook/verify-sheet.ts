import type { Buffer } from 'node:buffer';
import { formatCell } from './a1.js';
import type { OpenedPackage } from './apply-edits.js';
import { readValue } from './cell-value.js';
import type { SheetPlan } from './edit-plan.js';
import { readSheetRestStrictly } from './sheet-rest.js';
import { cellKey, digestSheet, type SheetSkeleton, type StoredPlace } from './sheet-skeleton.js';
import type { PlannedCell } from './sheet-splice.js';
import { validationElements } from './validations.js';
import { failed } from './verification-failed.js';
import type { ComparedStyles } from './verify-styles.js';

/** One sheet before and after. */
interface Comparison {
  readonly opened: OpenedPackage;
  readonly plan: SheetPlan;
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
  readonly before: SheetSkeleton;
  readonly after: SheetSkeleton;
  readonly styles: ComparedStyles | undefined;
}

/**
 * Holds a sheet of the output against the input and the plan. `styles` is there when cells were to be marked.
 * Gives the number of its validations, all kept. Throws Problem workbook/verification-failed.
 */
export function verifySheet(
  opened: OpenedPackage,
  plan: SheetPlan,
  newBytes: Buffer,
  styles: ComparedStyles | undefined,
): number {
  const { sheet } = plan;
  const part = sheet.part ?? '';
  const planned = new Set(plan.cells.map((cell) => cellKey(cell.row, cell.column)));
  const oldBytes = opened.source.readXml(part).bytes;
  const before = digestSheet(oldBytes, part, planned);
  const after = readBack(sheet.name, () => digestSheet(newBytes, part, planned, before.rows));
  if (before.digest !== after.digest)
    throw failed(`more than the planned cells changed on sheet "${sheet.name}"`);
  const comparison = { opened, plan, oldBytes, newBytes, before, after, styles };
  for (const cell of plan.cells) verifyCell(cell, comparison);
  const limit = opened.source.limits.tree;
  const rest = readBack(
    sheet.name,
    () => readSheetRestStrictly(newBytes, part, after.data, limit),
    // What the SAX parser does not accept in the original either is the original's fault: that Problem says so.
    () => readSheetRestStrictly(oldBytes, part, before.data, limit),
  );
  const kept = validationElements(rest).length;
  if (kept !== sheet.validations.length) throw failed(`sheet "${sheet.name}" lost a validation`);
  return kept;
}

function readBack<Result>(sheet: string, read: () => Result, readOriginal?: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    readOriginal?.();
    throw failed(`sheet "${sheet}" is not well-formed any more`, cause);
  }
}

function verifyCell(cell: PlannedCell, comparison: Comparison): void {
  const { before, after, plan, styles } = comparison;
  const { row, column, mark } = cell;
  const key = cellKey(row, column);
  const [old, stored] = [before.cells.get(key), after.cells.get(key)];
  const name = `${plan.sheet.name}!${formatCell(row, column)}`;
  if (!stored) throw failed(`${name} is missing`);
  const style = old?.style ?? before.rowStyles.get(row) ?? cell.columnStyle;
  const isTwin = mark !== undefined && styles?.isMarkedTwin(style, stored.style) === true;
  if (stored.style !== style && !isTwin) throw failed(`${name} has another style`);
  const isAsPlanned =
    cell.text === undefined ? hasSameContent(old, stored, comparison) : holds(cell.text, stored, comparison);
  if (!isAsPlanned) throw failed(`${name} does not hold what was planned`);
}

function hasSameContent(
  old: StoredPlace | undefined,
  stored: StoredPlace,
  { oldBytes, newBytes }: Comparison,
): boolean {
  const content = newBytes.subarray(stored.openEnd, stored.end);
  return old === undefined ? content.length === 0 : oldBytes.subarray(old.openEnd, old.end).equals(content);
}

function holds(text: string, stored: StoredPlace, { opened, plan, newBytes }: Comparison): boolean {
  const context = {
    bytes: newBytes,
    part: plan.sheet.part ?? '',
    styles: opened.styles,
    sharedStrings: () => [],
  };
  const value = readValue(stored.scanned, context);
  return value.kind === (text === '' ? 'blank' : 'text') && value.text === text && !stored.scanned.hasFormula;
}
