import { isInside, parseReference, resolveReference } from './a1.js';
import type { Cell, CellRange, Sheet } from './model.js';

/** A defined name (ECMA-376 part 1, 18.2.5). */
export interface DefinedName {
  readonly name: string;
  /** The sheet that the name is valid on; absent for the whole workbook. */
  readonly scope?: string;
  /** What it stands for, without an equals sign: `Lists!$A$1:$A$5`. */
  readonly formula: string;
  readonly isHidden: boolean;
}

/** What a list's source may refer to. */
export interface ListContext {
  /** Undefined when there is no such worksheet. */
  findSheet(name: string): Sheet | undefined;
  readonly definedNames: readonly DefinedName[];
  /** Sheets whose tables may be named by a structured reference. */
  readonly sheetNames: readonly string[];
}

/** A cell, and how far it is from the cell for which the source was written. */
export interface ListPlace {
  readonly sheet: string;
  readonly down: number;
  readonly right: number;
}

/** Names may lead to names; more steps than this are a circle. */
const MAX_STEPS = 8;

/**
 * The options of a list validation, as a person sees them in the drop-down: an inline list in quotes, or the filled
 * cells of a range, a defined name, or a table's column; also a name or reference that another cell holds (INDIRECT).
 * Null when the source is computed in another way (OFFSET), in another workbook, or broken.
 */
export function resolveList(source: string, place: ListPlace, context: ListContext): string[] | null {
  const formula = source.trim().replace(/^=/, '');
  const inline = INLINE_LIST.exec(formula);
  if (inline) return splitInlineList((inline[1] ?? '').replaceAll('""', '"'));
  const range = resolveRange(formula, place, context, 0);
  return range && readOptions(range.sheet, range.range);
}

/** A text constant: `"Yes,No"`, `"say ""no"""`; not `"a"&"b"`. */
const INLINE_LIST = /^"((?:[^"]|"")*)"$/;

/** Options are parted by commas whatever the language; Excel shows them without blanks around. */
function splitInlineList(list: string): string[] {
  return list
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '');
}

/** One option of a list in which options may be quoted: `"a, b"` or `c`; a comma is none. */
const QUOTED_OPTION = /"((?:[^"]|"")*)"|[^,"]+/g;

/** The options of a list like `"Yes, fully",No`. */
export function splitQuotedList(list: string): string[] {
  return [...list.matchAll(QUOTED_OPTION)]
    .map(([whole, quoted]) => (quoted?.replaceAll('""', '"') ?? whole).trim())
    .filter((option) => option !== '');
}

interface SheetRange {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

/** A reference on a sheet: `Lists!$A$1:$A$3`, `'My sheet'!A1`; `[1]Lists!A1` is in another workbook. */
const SHEET_REFERENCE = /^(?:'((?:[^']|'')+)'|([^'![\]()]+))!([^!]+)$/;
/** A reference given as text: `INDIRECT("Table1[Name]")`; not `INDIRECT(A1)`. */
const INDIRECT_TEXT = /^INDIRECT\(\s*"((?:[^"]|"")*)"\s*\)$/i;
/** A reference that another cell names, as in dependent lists: `INDIRECT(A2)`, `INDIRECT(SUBSTITUTE($B7," ","_"))`. */
const INDIRECT_CELL =
  /^INDIRECT\(\s*(?:(SUBSTITUTE)\(\s*)?((?:(?:'(?:[^']|'')+'|[^'![\]()",]+)!)?\$?[A-Z]{1,3}\$?\d{1,7})\s*(?:,\s*"((?:[^"]|"")*)"\s*,\s*"((?:[^"]|"")*)"\s*\)\s*)?\)$/i;
/** A column of a table, or the table's rows: `Table1[Answer]`, `Table1[[#Data],[Answer]]`, `Table1`. */
const STRUCTURED = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(?:\[#Data\],)?\[?([^[\]#]*)\]?\])?$/u;

function resolveRange(
  formula: string,
  place: ListPlace,
  context: ListContext,
  steps: number,
): SheetRange | null {
  if (steps > MAX_STEPS) return null;
  const text = INDIRECT_TEXT.exec(formula)?.[1];
  if (text !== undefined) return resolveRange(text.replaceAll('""', '"'), place, context, steps + 1);
  const named = nameInCell(formula, place, context, steps);
  if (named !== undefined) return named === null ? null : resolveRange(named, place, context, steps + 1);
  const qualified = SHEET_REFERENCE.exec(formula);
  const sheetName = qualified ? (qualified[1]?.replaceAll("''", "'") ?? qualified[2] ?? '') : place.sheet;
  const rest = qualified?.[3] ?? formula;
  const reference = parseReference(rest);
  if (reference) {
    const sheet = context.findSheet(sheetName);
    return sheet ? { sheet, range: resolveReference(reference, place.down, place.right) } : null;
  }
  const name = findName(rest, sheetName, context);
  // A name's relative references are written as seen from A1, which names in lists hardly ever use: only fixed ones.
  if (name) return resolveRange(name.formula, { sheet: sheetName, down: 0, right: 0 }, context, steps + 1);
  return resolveTable(rest, context);
}

/**
 * What the cell of a dependent list says: the name of a range or of a table. Undefined when the formula is no such one,
 * null when the cell is blank or holds a formula, whose value may change once the questionnaire is filled.
 */
function nameInCell(
  formula: string,
  place: ListPlace,
  context: ListContext,
  steps: number,
): string | null | undefined {
  const match = INDIRECT_CELL.exec(formula);
  if (!match) return undefined;
  const [, substitute, source = '', from = '', to = ''] = match;
  // Both or neither: INDIRECT(A1,"x","y") is no formula of Excel.
  if ((substitute === undefined) !== (match[3] === undefined)) return null;
  const found = resolveRange(source, place, context, steps + 1);
  const cell = found?.sheet.cell(found.range.top, found.range.left);
  if (cell === undefined || cell.isFormula || cell.text === '') return null;
  const unquote = (text: string): string => text.replaceAll('""', '"');
  return from === '' ? cell.text : cell.text.replaceAll(unquote(from), unquote(to));
}

function findName(name: string, sheet: string, context: ListContext): DefinedName | undefined {
  const key = name.toLowerCase();
  const same = context.definedNames.filter((candidate) => candidate.name.toLowerCase() === key);
  return (
    same.find((candidate) => candidate.scope === sheet) ??
    same.find((candidate) => candidate.scope === undefined)
  );
}

function resolveTable(formula: string, context: ListContext): SheetRange | null {
  const match = STRUCTURED.exec(formula);
  if (!match) return null;
  const [, name = '', column = ''] = match;
  for (const sheetName of context.sheetNames) {
    const sheet = context.findSheet(sheetName);
    const table = sheet?.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!sheet || !table) continue;
    const body = {
      ...table.range,
      top: table.range.top + table.headerRows,
      bottom: table.range.bottom - table.totalsRows,
    };
    if (column === '') return { sheet, range: body };
    const index = table.columns.findIndex((candidate) => candidate.toLowerCase() === column.toLowerCase());
    const left = body.left + index;
    return index < 0 ? null : { sheet, range: { ...body, left, right: left } };
  }
  return null;
}

/** Ranges of up to this many cells are looked up cell by cell, larger ones among the rows that are stored. */
const FEW_CELLS = 2_000;

/** The filled cells of a range in reading order, each option once. */
function readOptions(sheet: Sheet, range: CellRange): string[] {
  const options = new Set<string>();
  const add = (cell: Cell | undefined): void => {
    if (cell && cell.text.trim() !== '') options.add(cell.text);
  };
  const { top, left, bottom, right } = range;
  if ((bottom - top + 1) * (right - left + 1) <= FEW_CELLS) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) add(sheet.cell(row, column));
    }
    return [...options];
  }
  for (const { row, cells } of sheet.rows) {
    if (row < top) continue;
    if (row > bottom) break;
    for (const cell of cells) if (isInside(range, cell.row, cell.column)) add(cell);
  }
  return [...options];
}
