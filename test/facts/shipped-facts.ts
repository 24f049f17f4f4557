import { fileURLToPath } from 'node:url';
import type { FactBase } from '../../src/facts/fact-base.js';
import { loadFacts } from '../../src/facts/load.js';
import { type Document, type Fact, FactSchema } from '../../src/facts/schema.js';

/** The facts folder of the package. */
export const SHIPPED = fileURLToPath(new URL('../../facts', import.meta.url));

let loaded: Promise<FactBase> | undefined;

/** The shipped facts, loaded once per test file. */
export function shippedFacts(): Promise<FactBase> {
  loaded ??= loadFacts(SHIPPED);
  return loaded;
}

/** A shipped fact that must be there. */
export async function shippedFact(id: string): Promise<Fact> {
  const fact = (await shippedFacts()).facts.get(id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact;
}

/** A shipped document that must be there. */
export async function shippedDocument(id: string): Promise<Document> {
  const document = (await shippedFacts()).documents.get(id);
  if (document === undefined) throw new Error(`no document ${id}`);
  return document;
}

/** A fact of some other company; what a test does not care about is filled in. */
export function otherFact(fields: Record<string, unknown>): Fact {
  return FactSchema.parse({
    id: 'other.fact',
    status: 'implemented',
    label: { de: 'Etwas', en: 'Something' },
    display: { de: 'Anzeige', en: 'Display' },
    source: { section: 'other', row: 1 },
    owner: 'Somebody',
    recorded: '2026-01-01',
    ...fields,
  });
}
