import type { Position } from '../facts/fact-base.js';
import type { Places } from '../facts/places.js';
import type { RawFile } from '../facts/read-fact-files.js';
import type { Path } from '../facts/read-yaml.js';
import type { Subject } from './rule.js';

/** Finds entries and lines in the text of the facts. */
export interface Locator {
  /** Position of a value of an entry, or of what encloses it where it is not written out. */
  locate(at: Subject, path: Path): Position;
  /** The line at a position, or null. */
  lineAt(position: Position): string | null;
}

/** Makes the locator for files that were read. */
export function createLocator(places: Places, files: readonly RawFile[]): Locator {
  const lines = new Map<string, readonly string[]>();
  return {
    locate(at, path) {
      const place = places.get(keyOf(at));
      return place?.(path) ?? { file: files[0]?.file ?? '', line: 1, column: 1 };
    },
    lineAt({ file, line }) {
      const known = lines.get(file) ?? linesOf(files.find((one) => one.file === file));
      lines.set(file, known);
      return known[line - 1] ?? null;
    },
  };
}

function keyOf(at: Subject): string {
  return at.kind === 'roadmap' ? `roadmap:${at.fact}:${at.row}` : `${at.kind}:${at.id}`;
}

function linesOf(file: RawFile | undefined): string[] {
  if (file === undefined) return [];
  return new TextDecoder('utf-8').decode(file.bytes).split(/\r\n|\r|\n/);
}
