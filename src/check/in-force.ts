import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import type { FactValue } from '../facts/value.js';

/** True for what customers are told to be in place, in full or in part. */
export function isInForce({ status }: Pick<Fact, 'status'>): boolean {
  return status === 'implemented' || status === 'partial';
}

/** A fact in force with a value of the kind, or undefined. */
export function valueInForce<K extends FactValue['kind']>(
  base: FactBase,
  id: string,
  kind: K,
): Extract<FactValue, { kind: K }> | undefined {
  const fact = base.facts.get(id);
  if (fact === undefined || !isInForce(fact) || fact.value.kind !== kind) return undefined;
  return fact.value as Extract<FactValue, { kind: K }>;
}
