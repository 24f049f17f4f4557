import { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';
import type { SheetPlan } from './edit-plan.js';
import { MarkStyles } from './mark-styles.js';
import type { Package } from './package.js';
import { requestRecalculation } from './recalculation.js';
import { spliceSheet } from './sheet-splice.js';
import type { CellStyle } from './styles.js';
import type { WorkbookParts } from './workbook-parts.js';
import { fromUtf8, toUtf8 } from './xml-text.js';

/** What applying a plan gives: the new content of parts by the name of their zip entry. */
export interface AppliedEdits {
  readonly changes: ReadonlyMap<string, Buffer>;
  /** Marks that could not be made, since the workbook has no styles or too many. */
  readonly marksLeftOut: number;
}

/** A workbook as it was opened. */
export interface OpenedPackage {
  readonly source: Package;
  readonly parts: WorkbookParts;
  readonly styles: readonly CellStyle[];
  readonly hasFormulas: boolean;
}

/** Makes the new content of every part that a plan changes. Throws Problem when a part cannot be edited. */
export function applyEdits(plans: readonly SheetPlan[], opened: OpenedPackage): AppliedEdits {
  const { source, parts, styles } = opened;
  const changes = new Map<string, Buffer>();
  const hasMarks = plans.some((plan) => plan.cells.some((cell) => cell.mark !== undefined));
  const stylePart = hasMarks ? parts.styles : undefined;
  const marks = new MarkStyles(stylePart === undefined ? undefined : source.text(stylePart), stylePart ?? '');
  let marksLeftOut = 0;
  const rules = {
    isWrapped: (style: number): boolean => styles[style]?.isWrapped ?? false,
    marked: (style: number, mark: 'review' | 'unanswered'): number => {
      const twin = marks.markedTwin(style, mark);
      if (twin === undefined) marksLeftOut++;
      return twin ?? style;
    },
  };
  for (const { sheet, cells } of plans) {
    edit(sheet.part ?? '', (bytes, part) => spliceSheet(bytes, part, cells, rules));
  }
  const styled = marks.result;
  if (stylePart !== undefined && styled !== undefined) edit(stylePart, () => Buffer.from(styled));
  const writesText = plans.some((plan) => plan.cells.some((cell) => cell.text !== undefined));
  if (writesText && opened.hasFormulas) {
    const asked = requestRecalculation(source.text(parts.main), parts.main);
    if (asked !== undefined) edit(parts.main, () => Buffer.from(asked));
  }
  return { changes, marksLeftOut };

  function edit(part: string, change: (bytes: Buffer, part: string) => Buffer): void {
    const original = source.read(part);
    const { bytes, encoding } = toUtf8(original, part);
    if (encoding === 'other') throw foreignEncoding(part);
    changes.set(source.entry(part).name, fromUtf8(change(bytes, part), encoding, original));
  }
}

function foreignEncoding(part: string): Problem {
  const message = `${part} is neither in UTF-8 nor in UTF-16, so it is not changed; open the workbook in Excel and save it again.`;
  return new Problem('workbook/encoding', message);
}
