import { parseRanges, parseReference } from './a1.js';
import { type ListContext, resolveList, splitQuotedList } from './list-source.js';
import type { CellRange, Validation, ValidationType } from './model.js';
import { RangeIndex } from './range-index.js';
import { childNamed, descendants, isTrue, type XmlElement } from './xml-tree.js';

const TYPES: ReadonlySet<string> = new Set([
  'none',
  'whole',
  'decimal',
  'list',
  'date',
  'time',
  'textLength',
  'custom',
] satisfies ValidationType[]);

const isType = (word: string): word is ValidationType => TYPES.has(word);

interface ValidationFields extends Omit<Validation, 'options' | 'source'> {
  /** `formula1` is a list of quoted options, no formula. */
  readonly isQuotedList: boolean;
}

/** A data validation (ECMA-376 part 1, 18.3.1.32; x14: MS-XLSX 2.3.3), its list resolved when first asked for. */
class SheetValidation implements Validation {
  private resolved: readonly string[] | null | undefined;

  constructor(
    private readonly fields: ValidationFields,
    private readonly resolve: (validation: SheetValidation) => readonly string[] | null,
    readonly down = 0,
    readonly right = 0,
  ) {}

  get type(): ValidationType {
    return this.fields.type;
  }
  get ranges(): readonly CellRange[] {
    return this.fields.ranges;
  }
  get operator(): string {
    return this.fields.operator;
  }
  get formula1(): string {
    return this.fields.formula1;
  }
  get formula2(): string {
    return this.fields.formula2;
  }
  get allowBlank(): boolean {
    return this.fields.allowBlank;
  }
  get isStrict(): boolean {
    return this.fields.isStrict;
  }
  get origin(): 'classic' | 'x14' {
    return this.fields.origin;
  }
  get source(): string {
    return this.type === 'list' ? this.formula1 : '';
  }
  get options(): readonly string[] | null {
    if (this.type !== 'list') return null;
    if (this.resolved === undefined) {
      this.resolved = this.fields.isQuotedList ? splitQuotedList(this.formula1) : this.resolve(this);
    }
    return this.resolved;
  }

  /** The validation as one of its cells sees it: relative references move with the cell. */
  at(row: number, column: number): SheetValidation {
    const [anchor] = this.ranges;
    if (this.type !== 'list' || !anchor || !isRelative(this.formula1)) return this;
    const down = row - anchor.top;
    const right = column - anchor.left;
    return down === 0 && right === 0 ? this : new SheetValidation(this.fields, this.resolve, down, right);
  }
}

/** The sheet of a reference, with or without quotes: `Lists!`, `'My sheet'!`. */
const SHEET_PREFIX = /^(?:'(?:[^']|'')+'|[^'!]+)!/;

/** A cell within `INDIRECT(...)`, dollar signs included: the last one of `INDIRECT(SUBSTITUTE(Lists!$B7," ",""))`. */
const INDIRECT_ARGUMENT =
  /^=?INDIRECT\((?:\s*SUBSTITUTE\()?\s*((?:(?:'(?:[^']|'')+'|[^'![\]()",]+)!)?[$A-Z0-9]+)\s*[,)]/i;

function isRelative(formula: string): boolean {
  const source = INDIRECT_ARGUMENT.exec(formula)?.[1] ?? formula;
  const reference = parseReference(source.replace(SHEET_PREFIX, ''));
  if (!reference) return false;
  return [reference.from, reference.to].some((corner) => !corner.fixedRow || !corner.fixedColumn);
}

/** The validations of one sheet, classic ones first, found by cell without expanding their ranges. */
export class Validations {
  readonly all: readonly SheetValidation[];
  private readonly index = new RangeIndex<SheetValidation>();

  /** `root` is the worksheet without its cells. */
  constructor(root: XmlElement, sheet: string, context: ListContext) {
    const resolve = ({ formula1, down, right }: SheetValidation): readonly string[] | null =>
      resolveList(formula1, { sheet, down, right }, context);
    const all = validationElements(root).map((element) => new SheetValidation(readFields(element), resolve));
    this.all = all.toSorted((a, b) => Number(a.origin === 'x14') - Number(b.origin === 'x14'));
    for (const validation of this.all) {
      for (const range of validation.ranges) this.index.add(range, validation);
    }
  }

  at(row: number, column: number): Validation | undefined {
    return this.index.find(row, column)?.at(row, column);
  }
}

/** The elements of all validations of a sheet, classic ones and those of the extension list. */
export function validationElements(root: XmlElement): XmlElement[] {
  return [...descendants(root, 'dataValidations')].flatMap((list) => [
    ...descendants(list, 'dataValidation'),
  ]);
}

/**
 * An inline list whose options hold commas: Excel writes them quoted in an `x12ac:list` (MS-XLSX 2.3.1), and beside it,
 * for older programs, a `formula1` that tears them apart.
 */
function quotedList(element: XmlElement): string | undefined {
  const [list] = descendants(element, 'list');
  return list?.text.trim();
}

function readFields(element: XmlElement): ValidationFields {
  const { attributes } = element;
  const type = attributes.get('type') ?? 'none';
  // In x14 the cells are the content of xm:sqref, and a formula's text is the content of xm:f.
  const cells = childNamed(element, 'sqref');
  const formula = (name: string): string => {
    const [holder] = descendants(element, name);
    return ((holder && childNamed(holder, 'f')) ?? holder)?.text.trim() ?? '';
  };
  return {
    type: isType(type) ? type : 'none',
    ranges: parseRanges(cells?.text ?? attributes.get('sqref') ?? ''),
    operator: attributes.get('operator') ?? 'between',
    formula1: quotedList(element) ?? formula('formula1'),
    isQuotedList: quotedList(element) !== undefined,
    formula2: formula('formula2'),
    allowBlank: isTrue(attributes.get('allowBlank')),
    isStrict:
      isTrue(attributes.get('showErrorMessage')) && (attributes.get('errorStyle') ?? 'stop') === 'stop',
    origin: cells ? 'x14' : 'classic',
  };
}
