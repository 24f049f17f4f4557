import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { readArchive, readEntry } from '../../src/workbook/zip-archive.js';
import { buildZip } from './build-package.js';
import { FEATURES, type Feature } from './fidelity-packages.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const TEXT = 'Yes, it is';

async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = await readArchive(Buffer.from(bytes), DEFAULT_LIMITS);
  return new Map(archive.entries.map((entry) => [entry.name, readEntry(archive, entry)]));
}

/** The bytes before and after the place where two parts differ. */
function difference(before: Buffer, after: Buffer): { readonly removed: string; readonly added: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    removed: before.toString('utf8', start, before.length - end),
    added: after.toString('utf8', start, after.length - end),
  };
}

async function edit({ entries, cell = 'B2' }: Feature, mark: boolean) {
  const input = buildZip(entries);
  const book = await openWorkbook(input);
  const sheet = book.sheets[0]?.name ?? '';
  const one = { sheet, cell, text: TEXT, ...(mark ? { mark: 'review' as const } : {}) };
  const edited = book.edit([one]);
  const [before, after] = [await partsOf(input), await partsOf(edited.bytes())];
  const changed = [...after].filter(([name, data]) => !before.get(name)?.equals(data)).map(([name]) => name);
  return { before, after, changed, edited, sheet, cell };
}

describe.each(FEATURES.map((feature) => [feature.name, feature] as const))('%s', (_, feature) => {
  it('stay byte for byte when a cell is written', async () => {
    const { before, after, changed, edited, sheet, cell } = await edit(feature, false);
    expect([...after.keys()]).toEqual([...before.keys()]);
    // A workbook with formulas is asked to recalculate.
    expect(changed.filter((name) => name !== 'xl/workbook.xml')).toEqual([SHEET]);
    expect(edited.receipt.partsUntouched).toBe(before.size - changed.length);
    const [old, now] = [before.get(SHEET) ?? Buffer.alloc(0), after.get(SHEET) ?? Buffer.alloc(0)];
    const { removed, added } = difference(old, now);
    expect(added).toContain(TEXT);
    // All that goes is the empty cell, and at most the tag of its row.
    expect(removed.length).toBeLessThan(60);
    for (const piece of feature.keeps ?? []) expect(now.toString('utf8')).toContain(piece);
    const [row, column] = [Number(/\d+/.exec(cell)?.[0]), cell.replace(/\d+/, '')];
    const found = (await openWorkbook(edited.bytes())).sheet(sheet).rows.find((one) => one.row === row);
    expect(found?.cells.find(({ ref }) => ref === `${column}${row}`)?.text).toBe(TEXT);
  });

  it('stay when the cell is highlighted, too', async () => {
    const { changed } = await edit(feature, true);
    const allowed = new Set([SHEET, 'xl/styles.xml', 'xl/workbook.xml']);
    expect(changed.filter((name) => !allowed.has(name))).toEqual([]);
  });
});
