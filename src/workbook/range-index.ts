import { isInside } from './a1.js';
import type { CellRange } from './model.js';

/** Rows per bucket; ranges over more than `TALL` rows are kept aside. */
const BUCKET = 256;
const TALL = 4096;

/**
 * Finds what covers a cell without ever expanding a range: a range over whole columns costs one entry, and a sheet
 * with tens of thousands of small ranges is not searched from end to end for each cell.
 */
export class RangeIndex<Item> {
  private readonly buckets = new Map<number, { range: CellRange; item: Item; order: number }[]>();
  private readonly tall: { range: CellRange; item: Item; order: number }[] = [];
  private size = 0;

  add(range: CellRange, item: Item): void {
    const entry = { range, item, order: this.size++ };
    if (range.bottom - range.top >= TALL) {
      this.tall.push(entry);
      return;
    }
    for (let bucket = bucketOf(range.top); bucket <= bucketOf(range.bottom); bucket++) {
      const entries = this.buckets.get(bucket);
      if (entries) entries.push(entry);
      else this.buckets.set(bucket, [entry]);
    }
  }

  /** The item added first among those that cover the cell. */
  find(row: number, column: number): Item | undefined {
    const near = this.buckets.get(bucketOf(row))?.find((entry) => isInside(entry.range, row, column));
    const tall = this.tall.find((entry) => isInside(entry.range, row, column));
    if (!near || !tall) return (near ?? tall)?.item;
    return near.order < tall.order ? near.item : tall.item;
  }
}

const bucketOf = (row: number): number => Math.floor(row / BUCKET);
