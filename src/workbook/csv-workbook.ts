import type { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';
import { formatCell } from './a1.js';
import { type CsvChange, editCsv, inertText, type OpenedCsv, verifyCsv } from './csv-edit.js';
import { decodeCsv } from './csv-encoding.js';
import { splitCsv } from './csv-fields.js';
import { CsvSheet } from './csv-sheet.js';
import { planEdits } from './edit-plan.js';
import { EditedWorkbook } from './edited-workbook.js';
import { ItemBudget, type Limits } from './limits.js';
import type { CellEdit, Receipt, SheetInfo } from './model.js';
import type { OpenedWorkbook } from './opened-workbook.js';

/** The one sheet of a CSV file: a name that stays the same from file to file, so that a saved layout fits the next. */
const SHEET = 'CSV';

/** A CSV or TSV file as a workbook of one sheet. It is never changed: an edit gives a new one. */
export class CsvWorkbook implements OpenedWorkbook {
  readonly sheets: readonly SheetInfo[];
  readonly definedNames: readonly never[] = [];
  readonly hasMacros = false;
  readonly isSigned = false;
  readonly hasFormulas = false;
  private readonly opened: OpenedCsv;
  private readonly only: CsvSheet;

  /**
   * @param name of the file
   * @throws Problem when the bytes are no text, a quotation mark is never closed, or the file is beyond the limits
   */
  constructor(
    bytes: Buffer,
    name: string,
    limits: Limits,
    readonly path?: string,
  ) {
    if (bytes.length > limits.tree) {
      throw new Problem(
        'workbook/too-large',
        `${name} is too large to be read safely; keep the rows that hold questions.`,
      );
    }
    const { text, encoding } = decodeCsv(bytes, name);
    const isTsv = !/\.csv$/i.test(name);
    const table = splitCsv(text, isTsv, new ItemBudget(limits.items));
    if (table.isUnclosed) {
      const row = table.records.length;
      throw new Problem(
        'workbook/damaged',
        `${name} has a quotation mark in row ${row} that is never closed; close it, or save the file again as CSV from Excel.`,
      );
    }
    this.opened = { name, text, encoding, table };
    this.only = new CsvSheet(SHEET, table);
    this.sheets = [{ name: this.only.name, state: 'visible' }];
  }

  sheet(name: string): CsvSheet {
    if (name.toLowerCase() === this.only.name.toLowerCase()) return this.only;
    throw new Problem(
      'workbook/no-such-sheet',
      `There is no sheet "${name}" in ${this.opened.name}; a CSV file has one, "${this.only.name}".`,
    );
  }

  edit(edits: readonly CellEdit[], options: { readonly mark?: boolean } = {}): EditedWorkbook {
    const plans = planEdits(edits, options.mark !== false, (name) => this.sheet(name));
    const cells = plans.flatMap((plan) => plan.cells);
    const changes = cells.flatMap(({ row, column, text }) =>
      text === undefined ? [] : [{ row, column, text }],
    );
    const output = editCsv(this.opened, changes);
    const cellsUntouched = verifyCsv(this.opened, changes, output);
    const receipt: Receipt = {
      cellsWritten: changes.length,
      cellsMarked: 0,
      cellsUntouched,
      partsUntouched: 0,
      partsChanged: changes.length > 0 ? [this.opened.name] : [],
      validationsKept: 0,
      recalculates: false,
      warnings: this.warnings(changes, cells.length),
    };
    return new EditedWorkbook(output, receipt, this.path);
  }

  private warnings(changes: readonly CsvChange[], planned: number): string[] {
    const { name, encoding, text } = this.opened;
    const warnings: string[] = [];
    const guarded = changes.filter((change) => inertText(change.text) !== change.text);
    if (guarded.length > 0) {
      const cells = guarded.map(({ row, column }) => formatCell(row, column)).join(', ');
      warnings.push(
        `${cells}: an apostrophe goes before a text that a spreadsheet program would take for a formula.`,
      );
    }
    const isForeign = changes.some((change) => /[^\0-\x7f]/.test(change.text));
    if (isForeign && encoding === 'utf-8' && !text.startsWith('\ufeff')) {
      warnings.push(
        `${name} is UTF-8 without a byte order mark, and stays so: open it in Excel with Data > From Text/CSV.`,
      );
    }
    if (planned > changes.length) {
      warnings.push('CSV has no colours: drafts begin with a word that says so, open questions stay empty.');
    }
    return warnings;
  }
}
