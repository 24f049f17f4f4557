import type { Complaint } from './complaint.js';
import type { Path, YamlContent } from './read-yaml.js';
import type { FactFile } from './schema.js';

/** A facts file that fits the schema, with the way back into its text. */
export interface ParsedFile {
  readonly data: FactFile;
  readonly content: YamlContent;
}

/** Ids by kind of entry. */
export interface KnownIds {
  readonly facts: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

type Suggest = (word: string, known: readonly string[]) => string;

/** Finds ids that are used twice, within a file or across files. */
export function findDuplicates(files: readonly ParsedFile[]): Complaint[] {
  const complaints: Complaint[] = [];
  const seen = new Map<string, string>();
  for (const { data, content } of files) {
    const check = (kind: string, id: string, path: Path): void => {
      const position = content.locate(path);
      const first = seen.get(`${kind} ${id}`);
      if (first === undefined) seen.set(`${kind} ${id}`, `${position.file}:${position.line}`);
      else {
        const message = `${kind} ${id} is defined twice, first at ${first}`;
        complaints.push({ position, message, rule: 'schema/duplicate-id' });
      }
    };
    check('section', data.section.id, ['section', 'id']);
    data.facts.forEach((fact, index) => {
      check('fact', fact.id, ['facts', index, 'id']);
    });
    data.documents.forEach((document, index) => {
      check('document', document.id, ['documents', index, 'id']);
    });
  }
  return complaints;
}

/** Finds references to entries that do not exist. */
export function findUnknownReferences(
  files: readonly ParsedFile[],
  known: KnownIds,
  suggest: Suggest,
): Complaint[] {
  const complaints: Complaint[] = [];
  for (const { data, content } of files) {
    const check = (kind: 'fact' | 'document' | 'section', id: string, path: Path): void => {
      const ids = known[`${kind}s`];
      if (ids.has(id)) return;
      const message = `found "${id}", expected the id of a ${kind}, ${suggest(id, [...ids].sort())}`;
      complaints.push({ position: content.locate(path), message, rule: `reference/unknown-${kind}` });
    };
    data.facts.forEach((fact, index) => {
      check('section', fact.source.section, ['facts', index, 'source', 'section']);
      fact.evidence.forEach((id, at) => {
        check('document', id, ['facts', index, 'evidence', at]);
      });
      if (fact.value.kind === 'document') {
        check('document', fact.value.document, ['facts', index, 'value', 'document']);
      }
    });
    data.documents.forEach((document, index) => {
      if (document.source)
        check('section', document.source.section, ['documents', index, 'source', 'section']);
    });
    data.roadmap.forEach((row, index) => {
      check('fact', row.fact, ['roadmap', index, 'fact']);
      check('section', row.source.section, ['roadmap', index, 'source', 'section']);
    });
  }
  return complaints;
}

/**
 * Finds facts that contradict the document they speak of: a fact cannot be implemented through a document that is only
 * announced, nor be planned while its document is there.
 */
export function findContradictions(files: readonly ParsedFile[]): Complaint[] {
  const documents = new Map(files.flatMap(({ data }) => data.documents.map((one) => [one.id, one] as const)));
  const complaints: Complaint[] = [];
  for (const { data, content } of files) {
    data.facts.forEach((fact, index) => {
      if (fact.value.kind !== 'document') return;
      const document = documents.get(fact.value.document);
      if (document === undefined) return;
      const isThere = document.available === 'immediately';
      const isConsistent = fact.status === (isThere ? 'implemented' : 'planned');
      if (isConsistent && fact.due === undefined) return;
      const state = isThere ? 'available immediately' : 'only announced';
      complaints.push(
        isConsistent
          ? {
              position: content.locate(['facts', index, 'due']),
              message: `fact ${fact.id}: due: found a date, expected none: the date is that of document ${document.id}`,
              rule: 'roadmap/date-mismatch',
            }
          : {
              position: content.locate(['facts', index, 'status']),
              message: `fact ${fact.id}: status: found "${fact.status}", expected "${isThere ? 'implemented' : 'planned'}", since document ${document.id} is ${state}`,
              // The other way round the document is there, and the fact calls it planned.
              rule: isThere ? 'roadmap/done-but-planned' : 'evidence/not-available',
            },
      );
    });
  }
  return complaints;
}
