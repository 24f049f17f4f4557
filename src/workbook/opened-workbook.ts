import type { EditedWorkbook } from './edited-workbook.js';
import type { DefinedName } from './list-source.js';
import type { CellEdit, Sheet, SheetInfo } from './model.js';

/** An opened workbook, or a CSV file as a workbook of one sheet. It is never changed: an edit gives a new one. */
export interface OpenedWorkbook {
  /** Where it was read from, if it was a file. */
  readonly path?: string | undefined;
  /** All sheets in tab order, hidden ones and chart sheets included. */
  readonly sheets: readonly SheetInfo[];
  readonly definedNames: readonly DefinedName[];
  /** Macros stay in the workbook as they are; they are never run. */
  readonly hasMacros: boolean;
  /** A digital signature of the package does not survive any change. */
  readonly isSigned: boolean;
  /** True if any cell holds a formula. */
  readonly hasFormulas: boolean;
  /**
   * The sheet of that name (in any case, as in formulas), read on first use. A chart sheet is a sheet without cells.
   * @throws Problem when there is no such sheet, or when it is damaged
   */
  sheet(name: string): Sheet;
  /**
   * Applies edits and verifies the outcome; nothing is written until `save`. `mark: false` leaves out all highlighting.
   * @throws Problem when an edit is refused (a formula, a filled cell without `overwrite`, a cell covered by a merged
   *   range, a text that its validation rejects, no such sheet or cell, a text that is too long), when a part cannot be
   *   edited, or when the outcome does not pass the check (workbook/verification-failed)
   */
  edit(edits: readonly CellEdit[], options?: { readonly mark?: boolean }): EditedWorkbook;
}
