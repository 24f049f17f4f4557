import type { Buffer } from 'node:buffer';
import { applyEdits, type OpenedPackage } from './apply-edits.js';
import type { SheetPlan } from './edit-plan.js';
import type { Receipt } from './model.js';
import { saveFile } from './save.js';
import { verifyEdit } from './verify.js';
import { replaceEntries } from './zip-write.js';

/** A workbook with edits applied and verified, in memory until it is saved. */
export class EditedWorkbook {
  constructor(
    private readonly output: Buffer,
    /** What changed, as found by reading the output back. */
    readonly receipt: Receipt,
    private readonly inputPath: string | undefined,
  ) {}

  /** The file, as a copy. */
  bytes(): Uint8Array {
    return new Uint8Array(this.output);
  }

  /**
   * Writes the file, whole or not at all, and gives the receipt. Throws Problem when the path is the input, exists and
   * `force` is not given, or cannot be written.
   */
  async save(path: string, options: { readonly force?: boolean } = {}): Promise<Receipt> {
    await saveFile(path, this.output, { ...options, keep: this.inputPath });
    return this.receipt;
  }
}

/** Makes the file from the new content of its parts; tests put a broken one in its place. */
export type WriteArchive = typeof replaceEntries;

/**
 * Applies a plan and verifies the outcome. A plan without cells gives the input, byte for byte.
 * Throws Problem when a part cannot be edited, or workbook/verification-failed.
 */
export function editPackage(
  opened: OpenedPackage,
  plans: readonly SheetPlan[],
  inputPath: string | undefined,
  write: WriteArchive = replaceEntries,
): EditedWorkbook {
  const { output, marksLeftOut } = writeEdits(opened, plans, write);
  const verified = verifyEdit(opened, plans, output);
  const cells = plans.flatMap((plan) => plan.cells);
  const receipt: Receipt = {
    ...verified,
    cellsWritten: cells.filter((cell) => cell.text !== undefined).length,
    cellsMarked: cells.filter((cell) => cell.mark !== undefined).length - marksLeftOut,
    warnings: warningsOf(opened, plans, marksLeftOut),
  };
  return new EditedWorkbook(output, receipt, inputPath);
}

/** A function of its own so that the new parts, which may be large, are free to go before the verification. */
function writeEdits(
  opened: OpenedPackage,
  plans: readonly SheetPlan[],
  write: WriteArchive,
): { output: Buffer; marksLeftOut: number } {
  const { changes, marksLeftOut } = applyEdits(plans, opened);
  return { output: write(opened.source.archive, changes), marksLeftOut };
}

function warningsOf(opened: OpenedPackage, plans: readonly SheetPlan[], marksLeftOut: number): string[] {
  const warnings: string[] = [];
  if (opened.parts.isSigned && plans.length > 0) {
    warnings.push('The workbook was digitally signed; the signature does not hold for the filled workbook.');
  }
  for (const { sheet, lockedCells } of plans) {
    if (lockedCells.length === 0) continue;
    const [first = ''] = lockedCells;
    const others = lockedCells.length > 1 ? ` and ${lockedCells.length - 1} more` : '';
    warnings.push(
      `Sheet "${sheet.name}" is protected, and ${first}${others} on it locked: filled all the same.`,
    );
  }
  if (marksLeftOut > 0) {
    warnings.push(
      `Not highlighted: ${marksLeftOut} of the cells, since the workbook has no styles, or too many.`,
    );
  }
  return warnings;
}
