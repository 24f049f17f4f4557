import type { ColumnShape } from './describe-columns.js';
import type { ColumnHeader } from './find-headers.js';

/** A column with all that is known about it. */
export interface ColumnFacts {
  readonly column: number;
  readonly header: ColumnHeader | undefined;
  readonly shape: ColumnShape;
}
