import { MAX_COLUMN } from './a1.js';
import { childNamed, childrenNamed, isTrue, type XmlElement } from './xml-tree.js';

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly isHidden: boolean;
  readonly style: number;
  readonly width: number | undefined;
}

/** Characters of the default font that fit a column nobody has sized (ECMA-376 part 1, 18.3.1.81). */
const DEFAULT_WIDTH = 8.43;

/** What a sheet says of its columns (ECMA-376 part 1, 18.3.1.13), found by number at once. */
export class Columns {
  private readonly runs: readonly ColumnRun[];
  /** For each column, 1 plus the index of its run. */
  private readonly runOf = new Uint16Array(MAX_COLUMN + 1);
  private readonly defaultWidth: number;

  /** `root` is the worksheet without its cells. */
  constructor(root: XmlElement) {
    this.runs = childrenNamed(root, 'cols')
      .flatMap((list) => childrenNamed(list, 'col'))
      // No sheet has more runs than columns.
      .slice(0, MAX_COLUMN)
      .map(readRun);
    // Backwards, so that the first of two runs over one column counts.
    for (let i = this.runs.length - 1; i >= 0; i--) {
      const run = this.runs[i];
      if (run && run.first >= 1) this.runOf.fill(i + 1, run.first, run.last + 1);
    }
    const width = Number(childNamed(root, 'sheetFormatPr')?.attributes.get('defaultColWidth') ?? 'NaN');
    this.defaultWidth = width > 0 ? width : DEFAULT_WIDTH;
  }

  private find(column: number): ColumnRun | undefined {
    return this.runs[(this.runOf[column] ?? 0) - 1];
  }

  isHidden(column: number): boolean {
    return this.find(column)?.isHidden ?? false;
  }

  /** Index of the style that a cell of the column has when it is typed into for the first time. */
  style(column: number): number {
    return this.find(column)?.style ?? 0;
  }

  /** In characters of the default font. */
  width(column: number): number {
    return this.find(column)?.width ?? this.defaultWidth;
  }
}

function readRun({ attributes }: XmlElement): ColumnRun {
  const width = Number(attributes.get('width') ?? 'NaN');
  return {
    first: Number(attributes.get('min') ?? '0') || 0,
    last: Number(attributes.get('max') ?? '0') || 0,
    isHidden: isTrue(attributes.get('hidden')),
    style: Number(attributes.get('style') ?? '0') || 0,
    width: Number.isFinite(width) ? width : undefined,
  };
}
