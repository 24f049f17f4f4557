import { type CompiledFacts, compileFactBase, readCompiled } from './compiled.js';
import { type Complaint, complaintsProblem } from './complaint.js';
import { contentHash } from './content-hash.js';
import {
  findContradictions,
  findDuplicates,
  findUnknownReferences,
  type KnownIds,
  type ParsedFile,
} from './cross-check.js';
import type { FactBase, Position } from './fact-base.js';
import { type Places, placesOf } from './places.js';
import { type RawFile, readFactFiles } from './read-fact-files.js';
import { readYaml, type YamlContent } from './read-yaml.js';
import type { Document, Fact, RoadmapRow, Section } from './schema.js';

/** Written by the build; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/facts.json', import.meta.url);

/**
 * Loads the facts of a folder: every `.yaml` file in it except `expectations.yaml`; sub-folders are left alone.
 * Files from which the build has compiled facts (`compiled`) are not parsed again.
 * Throws Problem `facts/missing` (no folder, no files) or `facts/invalid` with everything that is wrong, one line each.
 */
export async function loadFacts(dir: string, compiled: URL = COMPILED): Promise<FactBase> {
  const { files, complaints } = await readFactFiles(dir);
  const ready = complaints.length === 0 ? await readCompiled(compiled, dir, files) : null;
  return ready?.base ?? useFacts(await readAll(dir, files, complaints)).base;
}

/** The compiled form of a folder's facts, for the build. Throws as `loadFacts` does. */
export async function compileFacts(dir: string): Promise<CompiledFacts> {
  const { files, complaints } = await readFactFiles(dir);
  const { base, parsed } = useFacts(await readAll(dir, files, complaints));
  return compileFactBase(base, files, parsed);
}

/** Facts as `answer check` wants them: what can be used, and everything that is wrong, instead of one Problem. */
export interface FactsReading {
  /** Null where a file cannot be read or does not fit the schema; else the facts, even if references are wrong. */
  readonly base: FactBase | null;
  /** Where the entries of the files that fit the schema stand. */
  readonly places: Places;
  readonly files: readonly RawFile[];
  /** What keeps files from being read at all: no YAML, hostile YAML, no text. */
  readonly unreadable: readonly Complaint[];
  /** What is wrong in files that could be read. */
  readonly complaints: readonly Complaint[];
}

/** Reads the facts of a folder without giving up on mistakes. Throws Problem `facts/missing`. */
export async function readFacts(dir: string, compiled: URL = COMPILED): Promise<FactsReading> {
  const { files, complaints } = await readFactFiles(dir);
  const ready = complaints.length === 0 ? await readCompiled(compiled, dir, files) : null;
  if (ready !== null) return { ...ready, files, unreadable: [], complaints: [] };
  const { parsed, ...reading } = await readAll(dir, files, complaints);
  return { ...reading, places: placesOf(parsed) };
}

type ParsedFacts = Omit<FactsReading, 'places'> & { readonly parsed: readonly ParsedFile[] };

function useFacts(read: ParsedFacts): ParsedFacts & { readonly base: FactBase } {
  const { base, unreadable, complaints } = read;
  const all = unreadable.concat(complaints);
  if (base === null || all.length > 0) throw complaintsProblem(all);
  return { ...read, base };
}

async function readAll(
  dir: string,
  files: readonly RawFile[],
  unread: readonly Complaint[],
): Promise<ParsedFacts> {
  let unreadable = unread;
  let complaints: readonly Complaint[] = [];
  const [yaml, { FactFile }] = await Promise.all([import('yaml'), import('./schema.js')]);
  const parsed: ParsedFile[] = [];
  const contents: YamlContent[] = [];
  for (const { file, bytes } of files) {
    const content = readYaml(yaml, file, bytes);
    if (Array.isArray(content)) {
      unreadable = unreadable.concat(content);
      continue;
    }
    contents.push(content);
    const result = FactFile.safeParse(content.data);
    if (result.success) {
      parsed.push({ data: result.data, content });
    } else {
      const { explainIssues } = await import('./explain-issue.js');
      complaints = complaints.concat(explainIssues(result.error.issues, FactFile, content));
    }
  }
  // With a file that could not be read at all, a reference into it would look like a mistake.
  const areAllReadable = contents.length === files.length;
  complaints = complaints.concat(await crossCheck(parsed, areAllReadable ? knownIds(contents) : null));
  const isWhole = unread.length === 0 && parsed.length === files.length;
  return { base: isWhole ? buildFactBase(dir, parsed) : null, parsed, files, unreadable, complaints };
}

async function crossCheck(parsed: readonly ParsedFile[], known: KnownIds | null): Promise<Complaint[]> {
  const complaints = [...findDuplicates(parsed), ...findContradictions(parsed)];
  if (known === null) return complaints;
  const hasUnknown = findUnknownReferences(parsed, known, () => '').length > 0;
  if (!hasUnknown) return complaints;
  const { suggest } = await import('./explain-issue.js');
  return [...complaints, ...findUnknownReferences(parsed, known, suggest)];
}

/** Ids of all entries, also of those that have other mistakes. */
function knownIds(contents: readonly YamlContent[]): KnownIds {
  const ids = (key: string): string[] => contents.flatMap(({ data }) => idsIn(member(data, key)));
  return {
    facts: new Set(ids('facts')),
    documents: new Set(ids('documents')),
    sections: new Set(ids('section')),
  };
}

function idsIn(entries: unknown): string[] {
  const list = Array.isArray(entries) ? entries : [entries];
  return list.map((entry) => member(entry, 'id')).filter((id) => typeof id === 'string');
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function buildFactBase(dir: string, parsed: readonly ParsedFile[]): FactBase {
  const sections = parsed
    .map(({ data }) => data.section)
    .sort((a, b) => a.order - b.order || compare(a.id, b.id));
  const inOrder = sheetOrder(sections);
  const documents = parsed.flatMap(({ data }) => data.documents).sort(inOrder);
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const facts = parsed
    .flatMap(({ data }) => data.facts)
    .map((fact) => withDocumentDue(fact, documentById))
    .sort(inOrder);
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  const roadmap = parsed
    .flatMap(({ data }) => data.roadmap)
    .map((row): RoadmapRow & { due?: Fact['due'] } => ({ ...row, due: factById.get(row.fact)?.due }))
    .sort((a, b) => inOrder({ ...a, id: a.fact }, { ...b, id: b.fact }))
    .map(({ due, ...row }) => (due === undefined ? row : { ...row, due }));
  return {
    dir,
    facts: factById,
    documents: documentById,
    roadmap,
    sections,
    hash: contentHash({ sections, facts, documents, roadmap }),
    positions: positionsOf(parsed),
  };
}

/** The date of a document is written once, at the document. */
function withDocumentDue(fact: Fact, documents: ReadonlyMap<string, Document>): Fact {
  if (fact.value.kind !== 'document') return fact;
  const available = documents.get(fact.value.document)?.available;
  return available === undefined || available === 'immediately' ? fact : { ...fact, due: available };
}

type Placed = { readonly id: string; readonly source?: { section: string; row: number } | undefined };

/** By section and row of the fact sheet; what stands on no sheet comes last. */
function sheetOrder(sections: readonly Section[]): (a: Placed, b: Placed) => number {
  const rank = new Map(sections.map((section, index) => [section.id, index]));
  const of = (entry: Placed): number => (entry.source && rank.get(entry.source.section)) ?? sections.length;
  return (a, b) => of(a) - of(b) || (a.source?.row ?? 0) - (b.source?.row ?? 0) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function positionsOf(parsed: readonly ParsedFile[]): Map<string, Position> {
  const positions = new Map<string, Position>();
  for (const { data, content } of parsed) {
    positions.set(`section:${data.section.id}`, content.locate(['section']));
    data.facts.forEach((fact, index) => {
      positions.set(`fact:${fact.id}`, content.locate(['facts', index]));
    });
    data.documents.forEach((document, index) => {
      positions.set(`document:${document.id}`, content.locate(['documents', index]));
    });
  }
  return positions;
}
