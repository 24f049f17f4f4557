import path from 'node:path';
import type { ParsedFile } from './cross-check.js';
import type { Position } from './fact-base.js';
import type { Path, YamlContent } from './read-yaml.js';

/**
 * Where the values of each entry stand, by `fact:ID`, `document:ID`, `section:ID` and `roadmap:FACT:ROW`: a way from the
 * entry to one of its values gives the value's position, or that of what encloses it where it is not written out.
 */
export type Places = ReadonlyMap<string, (path: Path) => Position>;

/** The same as plain data: file name, and line and column by the way to the value, its steps joined by spaces. */
export type CompiledPlaces = Readonly<
  Record<string, { readonly file: string; readonly at: Readonly<Record<string, readonly [number, number]>> }>
>;

interface Entry {
  readonly key: string;
  readonly content: YamlContent;
  readonly path: Path;
  readonly data: unknown;
}

/** Places in files that were just read. */
export function placesOf(parsed: readonly ParsedFile[]): Places {
  return new Map(
    entriesOf(parsed).map(({ key, content, path: way }) => [
      key,
      (more: Path) => content.locate([...way, ...more]),
    ]),
  );
}

/** Places as plain data, for the build. */
export function compilePlaces(parsed: readonly ParsedFile[]): CompiledPlaces {
  return Object.fromEntries(
    entriesOf(parsed).map(({ key, content, path: way, data }) => {
      const at = waysInto(data).map((more) => {
        const { line, column } = content.locate([...way, ...more]);
        return [more.join(' '), [line, column]] as const;
      });
      return [key, { file: path.basename(content.locate(way).file), at: Object.fromEntries(at) }];
    }),
  );
}

/** Places from plain data, with the files in a folder. */
export function placesFrom(compiled: CompiledPlaces, dir: string): Places {
  return new Map(
    Object.entries(compiled).map(([key, { file, at }]) => [
      key,
      (way: Path): Position => {
        for (let length = way.length; length >= 0; length -= 1) {
          const found = at[way.slice(0, length).join(' ')];
          if (found !== undefined) return { file: path.join(dir, file), line: found[0], column: found[1] };
        }
        return { file: path.join(dir, file), line: 1, column: 1 };
      },
    ]),
  );
}

function entriesOf(parsed: readonly ParsedFile[]): Entry[] {
  return parsed.flatMap(({ data, content }): Entry[] => [
    { key: `section:${data.section.id}`, content, path: ['section'], data: data.section },
    ...data.facts.map((fact, index) => ({
      key: `fact:${fact.id}`,
      content,
      path: ['facts', index],
      data: fact,
    })),
    ...data.documents.map((document, index) => ({
      key: `document:${document.id}`,
      content,
      path: ['documents', index],
      data: document,
    })),
    ...data.roadmap.map((row, index) => ({
      key: `roadmap:${row.fact}:${row.source.row}`,
      content,
      path: ['roadmap', index],
      data: row,
    })),
  ]);
}

/** Ways to every value, the whole included. */
function waysInto(data: unknown): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [[]];
  const isList = Array.isArray(data);
  const inner = Object.entries(data).flatMap(([key, value]) =>
    waysInto(value).map((way) => [isList ? Number(key) : key, ...way]),
  );
  return [[], ...inner];
}
