import { columnLetters, formatCell, isInside, parseRange, parseRanges } from '../../src/workbook/a1.js';
import type { Cell, CellRange, Sheet, SheetRow, SheetState, Validation } from '../../src/workbook/model.js';

/** What a sheet looks like: rows of cell contents, and what else matters. References are in A1 notation. */
export interface SheetPlan {
  readonly name?: string;
  readonly state?: SheetState;
  /** The first entry is row 1; '' and missing entries are empty cells. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly merges?: readonly string[];
  /** Drop-downs: options by cells; null for a list whose source cannot be read. */
  readonly lists?: Readonly<Record<string, readonly string[] | null>>;
  /** Other validations by cells. */
  readonly validations?: Readonly<Record<string, Partial<Validation>>>;
  readonly hiddenRows?: readonly number[];
  /** Letters. */
  readonly hiddenColumns?: readonly string[];
  readonly formulas?: readonly string[];
  /** Present: the sheet is protected, and only these cells are unlocked. */
  readonly unlocked?: string;
  /** Style of cells, 0 when not given. */
  readonly styles?: Readonly<Record<string, number>>;
}

const NO_VALIDATION: Validation = {
  type: 'none',
  ranges: [],
  options: null,
  source: '',
  operator: 'between',
  formula1: '',
  formula2: '',
  allowBlank: true,
  isStrict: true,
  origin: 'classic',
};

function rangeOf(reference: string): CellRange {
  const range = parseRange(reference);
  if (range === undefined) throw new Error(`No range: ${reference}`);
  return range;
}

function validationsOf(plan: SheetPlan): Validation[] {
  const lists = Object.entries(plan.lists ?? {}).map(
    ([cells, options]): Validation => ({
      ...NO_VALIDATION,
      type: 'list',
      options,
      ranges: parseRanges(cells),
    }),
  );
  const others = Object.entries(plan.validations ?? {}).map(
    ([cells, validation]): Validation => ({ ...NO_VALIDATION, ...validation, ranges: parseRanges(cells) }),
  );
  return [...lists, ...others];
}

function cellsOf(plan: SheetPlan): SheetRow[] {
  return plan.rows.flatMap((contents, at): SheetRow[] => {
    const row = at + 1;
    const cells = contents.flatMap((content, index): Cell[] => {
      if (content === '') return [];
      const column = index + 1;
      const ref = formatCell(row, column);
      const kind = typeof content === 'number' ? 'number' : 'text';
      const isFormula = plan.formulas?.includes(ref) ?? false;
      return [{ row, column, ref, kind, text: String(content), isFormula, style: plan.styles?.[ref] ?? 0 }];
    });
    return cells.length === 0 ? [] : [{ row, cells }];
  });
}

/** A sheet in memory, as the workbook layer would read it. */
export function fakeSheet(plan: SheetPlan): Sheet {
  const rows = cellsOf(plan);
  const byRef = new Map(rows.flatMap(({ cells }) => cells.map((cell) => [cell.ref, cell])));
  const merges = (plan.merges ?? []).map(rangeOf);
  const validations = validationsOf(plan);
  const unlocked = plan.unlocked === undefined ? [] : parseRanges(plan.unlocked);
  return {
    name: plan.name ?? 'Sheet1',
    state: plan.state ?? 'visible',
    rows,
    cell: (row, column) => byRef.get(formatCell(row, column)),
    merges,
    mergeAt: (row, column) => merges.find((range) => isInside(range, row, column)),
    isRowHidden: (row) => plan.hiddenRows?.includes(row) ?? false,
    isColumnHidden: (column) => plan.hiddenColumns?.includes(columnLetters(column)) ?? false,
    validations,
    validationAt: (row, column) =>
      validations.find(({ ranges }) => ranges.some((range) => isInside(range, row, column))),
    tables: [],
    isProtected: plan.unlocked !== undefined,
    isLocked: (row, column) =>
      plan.unlocked !== undefined && !unlocked.some((range) => isInside(range, row, column)),
  };
}

/** A workbook in memory. */
export function fakeWorkbook(plans: readonly SheetPlan[]) {
  const sheets = plans.map((plan, at) => fakeSheet({ name: `Sheet${at + 1}`, ...plan }));
  return {
    sheets: sheets.map(({ name, state }) => ({ name, state })),
    sheet: (name: string): Sheet => {
      const sheet = sheets.find((candidate) => candidate.name === name);
      if (sheet === undefined) throw new Error(`No sheet ${name}`);
      return sheet;
    },
  };
}
