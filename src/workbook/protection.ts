import { parseRanges } from './a1.js';
import { RangeIndex } from './range-index.js';
import { childNamed, descendants, isTrue, type XmlElement } from './xml-tree.js';

/** Protection of a sheet (ECMA-376 part 1, 18.3.1.85), and the ranges that stay open to everybody (18.3.1.69). */
export class Protection {
  readonly isOn: boolean;
  private readonly open = new RangeIndex<true>();

  /** `root` is the worksheet without its cells. */
  constructor(root: XmlElement) {
    this.isOn = isTrue(childNamed(root, 'sheetProtection')?.attributes.get('sheet'));
    for (const { attributes, children } of descendants(root, 'protectedRange')) {
      const isGuarded = ['password', 'hashValue', 'securityDescriptor'].some((name) => attributes.has(name));
      if (isGuarded || children.some((child) => child.name === 'securityDescriptor')) continue;
      for (const range of parseRanges(attributes.get('sqref') ?? '')) this.open.add(range, true);
    }
  }

  /** True if the cell cannot be edited by a person; `isLockedStyle` is what its style says. */
  isLocked(row: number, column: number, isLockedStyle: boolean): boolean {
    return this.isOn && isLockedStyle && !this.open.find(row, column);
  }
}
