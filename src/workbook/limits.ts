import { Problem } from '../problem.js';

/** Bounds on what a workbook may cost before it is refused. Sizes in bytes, unzipped unless said otherwise. */
export interface Limits {
  /** Size of the file itself. */
  readonly file: number;
  /** Number of zip entries. The largest real workbooks have a few thousand. */
  readonly parts: number;
  /** One part. A sheet of a million filled cells has some 60 MB. */
  readonly part: number;
  /** All parts together, by their declared size; no part can inflate to more than it declares. */
  readonly total: number;
  /** A part that is read as a tree (styles, workbook, relationships, a sheet without its cells). */
  readonly tree: number;
  /** Unzipped to zipped size of parts over 16 MB. Deflate ends at 1032; repetitive sheets reach some 50. */
  readonly ratio: number;
  /** Things to be kept in memory, for the whole workbook: cells, strings, hidden rows. */
  readonly items: number;
}

/** The bounds unless a caller sets others. */
export const DEFAULT_LIMITS: Limits = {
  file: 256 * 2 ** 20,
  parts: 10_000,
  part: 512 * 2 ** 20,
  total: 1024 * 2 ** 20,
  tree: 48 * 2 ** 20,
  ratio: 100,
  items: 4_000_000,
};

/** Parts up to this size may have any ratio. */
export const RATIO_FREE_SIZE = 16 * 2 ** 20;

/** Counts what reading a workbook keeps in memory. */
export class ItemBudget {
  private left: number;

  constructor(items: number) {
    this.left = items;
  }

  /** Throws Problem workbook/too-large when the items are used up. */
  spend(): void {
    if (--this.left < 0) {
      throw new Problem(
        'workbook/too-large',
        'The workbook is too large to be read safely: it has millions of cells; delete the sheets that hold no questions.',
      );
    }
  }
}
