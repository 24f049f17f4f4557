import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ParsedFile } from './cross-check.js';
import type { FactBase, Position, RoadmapEntry } from './fact-base.js';
import { type CompiledPlaces, compilePlaces, type Places, placesFrom } from './places.js';
import type { RawFile } from './read-fact-files.js';
import type { Document, Fact, Section } from './schema.js';

/** Facts as the build leaves them beside the compiled code, so that a run needs neither the YAML parser nor the schema. */
export interface CompiledFacts {
  /** sha256 (hex) of each facts file by name: what was compiled counts only while these are the files of the folder. */
  readonly sources: Readonly<Record<string, string>>;
  readonly facts: readonly Fact[];
  readonly documents: readonly Document[];
  readonly roadmap: readonly RoadmapEntry[];
  readonly sections: readonly Section[];
  readonly hash: string;
  /** Files by name, without the folder. */
  readonly positions: readonly (readonly [string, Position])[];
  readonly places: CompiledPlaces;
}

/** Facts and where they stand. */
export interface PlacedFacts {
  readonly base: FactBase;
  readonly places: Places;
}

/** Makes the compiled form of loaded facts; JSON-serialisable. */
export function compileFactBase(
  base: FactBase,
  files: readonly RawFile[],
  parsed: readonly ParsedFile[],
): CompiledFacts {
  return {
    sources: sourcesOf(files),
    facts: [...base.facts.values()],
    documents: [...base.documents.values()],
    roadmap: base.roadmap,
    sections: base.sections,
    hash: base.hash,
    positions: [...base.positions].map(([key, at]) => [key, { ...at, file: path.basename(at.file) }]),
    places: compilePlaces(parsed),
  };
}

/** The compiled facts at the URL, if there are any and they were made from exactly these files; else null. */
export async function readCompiled(
  url: URL,
  dir: string,
  files: readonly RawFile[],
): Promise<PlacedFacts | null> {
  let text: string;
  try {
    text = await readFile(url, 'utf8');
  } catch {
    return null;
  }
  const compiled = JSON.parse(text) as CompiledFacts;
  if (!isSame(compiled.sources, sourcesOf(files))) return null;
  const base: FactBase = {
    dir,
    facts: new Map(compiled.facts.map((fact) => [fact.id, fact])),
    documents: new Map(compiled.documents.map((document) => [document.id, document])),
    roadmap: compiled.roadmap,
    sections: compiled.sections,
    hash: compiled.hash,
    positions: new Map(
      compiled.positions.map(([key, at]) => [key, { ...at, file: path.join(dir, at.file) }]),
    ),
  };
  return { base, places: placesFrom(compiled.places, dir) };
}

function sourcesOf(files: readonly RawFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ file, bytes }) => [path.basename(file), createHash('sha256').update(bytes).digest('hex')]),
  );
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
