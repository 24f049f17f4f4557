import type { Due, Fact, FactStatus } from './schema.js';
import type { FactValue, Words } from './value.js';

/** What a fact states: all that an answer can rest on, without label, display, evidence and care. */
export interface FactStatement {
  readonly status: FactStatus;
  readonly value: FactValue;
  readonly due?: Due;
  readonly extent?: Words;
}

/** The statement of a fact. */
export function statementOf({ status, value, due, extent }: Fact): FactStatement {
  return { status, value, ...(due && { due }), ...(extent && { extent }) };
}

/** One thing in which two statements differ: where, and both as a facts file would write them; null for what is not there. */
export interface StatementChange {
  /** Such as `status`, `value.max`, `value.parties["AWS EMEA"].purpose.en`. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * In what two statements differ, by place; empty where they state the same. Takes any JSON data. The order of a list states
 * nothing; entries that have names are compared by name.
 */
export function statementChanges(from: unknown, to: unknown, what = ''): StatementChange[] {
  if (isMapping(from) && isMapping(to)) return mappingChanges(from, to, what);
  // Words that come or go do so per language: a customer reads one of them.
  if (isWords(from) && to === undefined) return mappingChanges(from, {}, what);
  if (from === undefined && isWords(to)) return mappingChanges({}, to, what);
  if (Array.isArray(from) && Array.isArray(to)) return listChanges(from, to, what);
  if (canonical(from) === canonical(to)) return [];
  return [{ what, from: shown(from), to: shown(to) }];
}

function mappingChanges(from: object, to: object, what: string): StatementChange[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) =>
    statementChanges(own(from, key), own(to, key), what === '' ? key : `${what}.${key}`),
  );
}

function listChanges(from: readonly unknown[], to: readonly unknown[], what: string): StatementChange[] {
  const [before, after] = [byName(from), byName(to)];
  if (before !== null && after !== null) {
    const names = [...new Set([...before.keys(), ...after.keys()])];
    return names.flatMap((name) =>
      statementChanges(before.get(name), after.get(name), `${what}[${JSON.stringify(name)}]`),
    );
  }
  const asSet = (list: readonly unknown[]): string => [...new Set(list.map(canonical))].sort().join();
  return asSet(from) === asSet(to) ? [] : [{ what, from: shown(from), to: shown(to) }];
}

/** Entries by what tells them apart (the name of a party, the layer of a separation), or null where that does not. */
function byName(list: readonly unknown[]): Map<string, unknown> | null {
  const named = new Map<string, unknown>();
  for (const entry of list) {
    const name = isMapping(entry) ? (own(entry, 'name') ?? own(entry, 'layer')) : undefined;
    if (typeof name !== 'string' || named.has(name)) return null;
    named.set(name, entry);
  }
  return named;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value: unknown): value is object {
  return isMapping(value) && Object.keys(value).sort().join() === 'de,en';
}

function own(mapping: object, key: string): unknown {
  return Object.hasOwn(mapping, key) ? Reflect.get(mapping, key) : undefined;
}

/** JSON with the keys of mappings in order. */
function canonical(value: unknown): string {
  const sorted = JSON.stringify(value, (_, inner: unknown) =>
    isMapping(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
  return sorted ?? '';
}

/** A word that needs no quotes: `implemented`, `1.2`, `by`; not `Q4 2026`. */
const PLAIN = /^[\p{L}\d._-]+$/u;

/** A value as a facts file writes it, on one line: `{ quarter: "Q4 2026", edge: by }`. */
function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (isMapping(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${shown(inner)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' && PLAIN.test(value) ? value : JSON.stringify(value);
}
