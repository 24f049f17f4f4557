import { parseRange } from './a1.js';
import type { Table } from './model.js';
import { childNamed, childrenNamed, type XmlElement } from './xml-tree.js';

/** Reads a table part (ECMA-376 part 1, 18.5.1.2); undefined when it has no range. */
export function readTable(root: XmlElement): Table | undefined {
  const { attributes } = root;
  const range = parseRange(attributes.get('ref') ?? '');
  if (!range) return undefined;
  const list = childNamed(root, 'tableColumns');
  return {
    name: attributes.get('displayName') ?? attributes.get('name') ?? '',
    range,
    headerRows: Number(attributes.get('headerRowCount') ?? '1') || 0,
    totalsRows: Number(attributes.get('totalsRowCount') ?? '0') || 0,
    columns: list
      ? childrenNamed(list, 'tableColumn').map((column) => column.attributes.get('name') ?? '')
      : [],
  };
}
