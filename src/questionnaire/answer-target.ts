import { formatCell } from '../workbook/a1.js';
import type { Sheet, Validation } from '../workbook/model.js';
import type { Accepts, TargetCell } from './questionnaire.js';
import { isPlaceholder } from './read-option.js';
import type { Vocabulary } from './vocabulary.js';

/** Most characters of a cell (Excel specifications and limits: total number of characters that a cell can contain). */
export const MAX_CELL_LENGTH = 32_767;

/** A formula that is nothing but a number: `500`. Not `$A$1`, `LEN(B2)`. */
const NUMBER = /^\s*=?\s*(\d{1,9}(?:\.\d+)?)\s*$/;

function numberIn(formula: string): number | undefined {
  const match = NUMBER.exec(formula);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** Text length limits of a validation (ECMA-376 part 1, 18.18.20, ST_DataValidationOperator; `between` is the default). */
function textLimits({ operator, formula1, formula2 }: Validation): { min: number; max: number } | undefined {
  const first = numberIn(formula1);
  const second = numberIn(formula2);
  if (first === undefined) return undefined;
  switch (operator) {
    case 'lessThan':
      return { min: 0, max: first - 1 };
    case 'lessThanOrEqual':
      return { min: 0, max: first };
    case 'greaterThan':
      return { min: first + 1, max: MAX_CELL_LENGTH };
    case 'greaterThanOrEqual':
      return { min: first, max: MAX_CELL_LENGTH };
    case 'equal':
      return { min: first, max: first };
    case 'notEqual':
    case 'notBetween':
      return undefined;
    default:
      return second === undefined ? undefined : { min: first, max: second };
  }
}

/** What a cell under this validation takes. */
export function acceptedBy(validation: Validation | undefined): Accepts {
  const anyText: Accepts = { kind: 'text', minLength: 0, maxLength: MAX_CELL_LENGTH };
  if (validation === undefined || validation.type === 'none') return anyText;
  if (validation.type === 'list') {
    if (validation.options === null) return { kind: 'other', validation: 'list' };
    return { kind: 'list', options: validation.options, isStrict: validation.isStrict };
  }
  if (!validation.isStrict) return anyText;
  const limits = validation.type === 'textLength' ? textLimits(validation) : undefined;
  if (limits === undefined) return { kind: 'other', validation: validation.type };
  return { kind: 'text', minLength: limits.min, maxLength: Math.min(limits.max, MAX_CELL_LENGTH) };
}

/** The cell at this place, or the top left cell of the merged range over it, as something to write to. */
export function targetAt(sheet: Sheet, row: number, column: number, words: Vocabulary): TargetCell {
  const merge = sheet.mergeAt(row, column);
  const top = merge?.top ?? row;
  const left = merge?.left ?? column;
  const cell = sheet.cell(top, left);
  const content = cell?.text.trim() ?? '';
  const isFormula = cell?.isFormula === true || sheet.isFormulaAt?.(top, left) === true;
  return {
    cell: formatCell(top, left),
    accepts: acceptedBy(sheet.validationAt(top, left)),
    content,
    isPlaceholder: content !== '' && !isFormula && isPlaceholder(content, words.options),
    isFormula,
    isLocked: sheet.isLocked(top, left),
    isHidden: sheet.isRowHidden(top) || sheet.isColumnHidden(left),
  };
}
