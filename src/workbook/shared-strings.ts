import type { Buffer } from 'node:buffer';
import type { ItemBudget } from './limits.js';
import { readStringItem } from './string-item.js';
import { XmlScanner } from './xml-scanner.js';

/** Reads the shared strings (ECMA-376 part 1, 18.4.9) from their part in UTF-8: the plain text of each item. */
export function readSharedStrings(bytes: Buffer, part: string, budget: ItemBudget): string[] {
  const scanner = new XmlScanner(bytes, part);
  const strings: string[] = [];
  let start = -1;
  let counted = 0;
  while (scanner.next()) {
    if (strings.length > counted) {
      counted++;
      budget.spend();
    }
    if (scanner.kind === 'empty' && scanner.depth === 1 && scanner.isNamed('si')) strings.push('');
    else if (scanner.kind === 'open' && scanner.depth === 2 && scanner.isNamed('si')) start = scanner.tagEnd;
    else if (scanner.kind === 'close' && scanner.depth === 1 && start >= 0) {
      strings.push(readStringItem(bytes, part, start, scanner.tagStart));
      start = -1;
    }
  }
  return strings;
}
