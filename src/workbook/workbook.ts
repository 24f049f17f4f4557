import { Problem } from '../problem.js';
import { planEdits } from './edit-plan.js';
import { type EditedWorkbook, editPackage } from './edited-workbook.js';
import type { DefinedName, ListContext } from './list-source.js';
import type { CellEdit, Sheet, SheetInfo } from './model.js';
import type { OpenedWorkbook } from './opened-workbook.js';
import type { Package } from './package.js';
import { mayHaveFormulas } from './recalculation.js';
import { readSharedStrings } from './shared-strings.js';
import { type CellStyle, readStyles } from './styles.js';
import type { WorkbookParts } from './workbook-parts.js';
import { type SheetContext, Worksheet } from './worksheet.js';

/** An opened workbook. It is never changed: an edit gives a new one. */
export class Workbook implements OpenedWorkbook {
  readonly sheets: readonly SheetInfo[];
  readonly definedNames: readonly DefinedName[];
  readonly hasMacros: boolean;
  readonly isSigned: boolean;
  private readonly read = new Map<string, Worksheet>();
  private readonly context: SheetContext;
  private strings: readonly string[] | undefined;
  private cellStyles: readonly CellStyle[] | undefined;

  constructor(
    private readonly source: Package,
    private readonly parts: WorkbookParts,
    /** Where it was read from, if it was a file. */
    readonly path?: string,
  ) {
    this.sheets = parts.sheets.map((sheet) => sheet.info);
    this.definedNames = parts.definedNames;
    this.hasMacros = parts.hasMacros;
    this.isSigned = parts.isSigned;
    const lists: ListContext = {
      findSheet: (name) => this.findSheet(name),
      definedNames: parts.definedNames,
      sheetNames: this.sheets.map((sheet) => sheet.name),
    };
    this.context = {
      ...lists,
      package: source,
      styles: () => this.styles,
      sharedStrings: () => this.sharedStrings,
    };
  }

  private get styles(): readonly CellStyle[] {
    const { styles, isDate1904 } = this.parts;
    this.cellStyles ??= readStyles(styles === undefined ? undefined : this.source.tree(styles), isDate1904);
    return this.cellStyles;
  }

  private get sharedStrings(): readonly string[] {
    const part = this.parts.sharedStrings;
    this.strings ??=
      part === undefined ? [] : readSharedStrings(this.source.readXml(part).bytes, part, this.source.budget);
    return this.strings;
  }

  sheet(name: string): Sheet {
    return this.worksheet(name);
  }

  private worksheet(name: string): Worksheet {
    const index = this.indexOf(name);
    const entry = this.parts.sheets[index];
    if (!entry) throw noSheet(name, this.sheets);
    const key = entry.info.name;
    const known = this.read.get(key);
    if (known) return known;
    if (entry.isMissing) throw missingSheet(key);
    const sheet = new Worksheet(entry.info, entry.part, this.context);
    this.read.set(key, sheet);
    return sheet;
  }

  private indexOf(name: string): number {
    const exact = this.sheets.findIndex((sheet) => sheet.name === name);
    if (exact >= 0) return exact;
    const key = name.toLowerCase();
    return this.sheets.findIndex((sheet) => sheet.name.toLowerCase() === key);
  }

  /** For references, which may name sheets that are missing or damaged. */
  private findSheet(name: string): Sheet | undefined {
    return this.indexOf(name) < 0 ? undefined : this.sheet(name);
  }

  edit(edits: readonly CellEdit[], options: { readonly mark?: boolean } = {}): EditedWorkbook {
    const plans = planEdits(edits, options.mark !== false, (name) => this.worksheet(name));
    const { source, parts, styles } = this;
    const hasText = plans.some((plan) => plan.cells.some((cell) => cell.text !== undefined));
    return editPackage({ source, parts, styles, hasFormulas: hasText && this.hasFormulas }, plans, this.path);
  }

  get hasFormulas(): boolean {
    if (this.parts.hasCalcChain) return true;
    return this.parts.sheets.some(({ info, part }) => {
      const sheet = this.read.get(info.name);
      if (sheet) return sheet.hasFormulas;
      return part !== undefined && this.source.has(part) && mayHaveFormulas(this.source.readXml(part).bytes);
    });
  }
}

function noSheet(name: string, sheets: readonly SheetInfo[]): Problem {
  const names = sheets.map((sheet) => `"${sheet.name}"`).join(', ');
  return new Problem(
    'workbook/no-such-sheet',
    `There is no sheet "${name}" in the workbook; it has ${names}.`,
  );
}

function missingSheet(name: string): Problem {
  return new Problem(
    'workbook/damaged',
    `The workbook is damaged: sheet "${name}" leads to no part; open it in Excel, let it repair the file, save and retry.`,
  );
}
