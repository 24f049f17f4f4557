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

/** One thing in which two statements differ: where, and both as JSON; null for what is not there. */
export interface StatementChange {
  /** Such as `status`, `value.max`. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** In what two statements differ, by place; empty where they state the same. Takes any JSON data. */
export function statementChanges(from: unknown, to: unknown, what = ''): StatementChange[] {
  if (isMapping(from) && isMapping(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap((key) =>
      statementChanges(own(from, key), own(to, key), what === '' ? key : `${what}.${key}`),
    );
  }
  const [before, after] = [text(from), text(to)];
  return before === after ? [] : [{ what, from: before, to: after }];
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(mapping: object, key: string): unknown {
  return Object.hasOwn(mapping, key) ? Reflect.get(mapping, key) : undefined;
}

/** JSON with the keys of mappings in order. */
function text(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, inner: unknown) =>
    isMapping(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
