import type { Buffer } from 'node:buffer';
import { editTag, spliceText } from './tag-edit.js';
import { childNamed, isTrue, parseXml } from './xml-tree.js';

/** How the start tag of a formula can look: with a prefix or without, with attributes or without. */
const FORMULA_TAGS = ['<f>', '<f ', '<f\r', '<f\n', '<f\t', ':f>', ':f ', ':f\r', ':f\n', ':f\t'];

/**
 * True if a worksheet part in UTF-8 may hold a formula. A false alarm (`<f>` in a comment) only asks Excel for a
 * calculation that finds nothing to do.
 */
export function mayHaveFormulas(sheet: Buffer): boolean {
  return FORMULA_TAGS.some((tag) => sheet.includes(tag, 0, 'latin1'));
}

/** What comes before the calculation properties in a workbook (ECMA-376 part 1, 18.2.27, in this order). */
const BEFORE_CALC_PR: ReadonlySet<string> = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/**
 * The main part, asking for a full calculation when the workbook is next opened (`fullCalcOnLoad`, 18.2.2), since the
 * cached values of formulas that refer to our answers are out of date. Undefined when it asks for one already.
 */
export function requestRecalculation(text: string, part: string): string | undefined {
  const root = parseXml(text, part);
  const present = childNamed(root, 'calcPr');
  if (present) {
    if (isTrue(present.attributes.get('fullCalcOnLoad'))) return undefined;
    const tag = editTag(text.slice(present.start, present.openEnd), { fullCalcOnLoad: '1' });
    return spliceText(text, [{ start: present.start, end: present.openEnd, text: tag }]);
  }
  const before = root.children.findLast((child) => BEFORE_CALC_PR.has(child.name));
  const at = before?.end ?? root.openEnd;
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  return spliceText(text, [{ start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}

/** True if two versions of the main part differ in nothing but that the second asks for a calculation. */
export function isRecalculationOnly(before: string, after: string, part: string): boolean {
  return isTrue(childNamed(parseXml(after, part), 'calcPr')?.attributes.get('fullCalcOnLoad'))
    ? withoutFlag(before, part) === withoutFlag(after, part)
    : before === after;
}

/** The part without the flag, and without calculation properties that say nothing else. */
function withoutFlag(text: string, part: string): string {
  const properties = childNamed(parseXml(text, part), 'calcPr');
  if (!properties) return text;
  const { start, openEnd, end, attributes, children } = properties;
  const saysMore = children.length > 0 || [...attributes.keys()].some((name) => name !== 'fullCalcOnLoad');
  const tag = saysMore ? editTag(text.slice(start, openEnd), { fullCalcOnLoad: null }) : '';
  return spliceText(text, [{ start, end: saysMore ? openEnd : end, text: tag }]);
}
