import type { Document, Due, Fact, RoadmapRow, Section } from './schema.js';

/** Where an entry stands in its file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A row of the roadmap with the date of its fact. */
export interface RoadmapEntry extends RoadmapRow {
  readonly due?: Due;
}

/** Everything that is known about the company. Maps are in order of section, row and id. */
export interface FactBase {
  /** The folder, as given. */
  readonly dir: string;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly roadmap: readonly RoadmapEntry[];
  readonly sections: readonly Section[];
  /** sha256 (hex) of the content; independent of file names, order, comments and line endings. */
  readonly hash: string;
  /** Position of each entry, by `fact:ID`, `document:ID` and `section:ID`. */
  readonly positions: ReadonlyMap<string, Position>;
}
