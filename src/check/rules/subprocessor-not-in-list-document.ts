import type { FactBase } from '../../facts/fact-base.js';
import type { Document, Fact } from '../../facts/schema.js';
import type { Party } from '../../facts/value.js';
import { isInForce } from '../in-force.js';
import type { Observation, Rule } from '../rule.js';

/** Customers agree to the sub-processors on the list they were given (GDPR Art. 28(2)): the list must be whole. */
export const subprocessorNotInListDocument: Rule = {
  id: 'subprocessor/not-in-list-document',
  severity: 'error',
  summary: 'a sub-processor or hosting provider that the list of sub-processors does not name',
  hint: 'Add the company to the list, its document ("lists") and its display, or remove it where it is not used.',
  *check({ base }) {
    for (const fact of base.facts.values()) {
      if (fact.value.kind !== 'parties' || !isInForce(fact)) continue;
      yield* unlistedParties(fact, fact.value.parties, base);
      yield* unlistedProviders(fact.id, fact.value.parties, base);
    }
  },
};

function* unlistedParties(fact: Fact, parties: readonly Party[], base: FactBase): Generator<Observation> {
  const at = { kind: 'fact', id: fact.id } as const;
  const documents = fact.evidence
    .flatMap((id) => base.documents.get(id) ?? [])
    .filter((document) => !document.self_declaration);
  if (documents.length === 0) {
    yield {
      at,
      path: ['evidence'],
      message: `fact ${fact.id} names no document with the list as its evidence`,
    };
  }
  for (const [index, party] of parties.entries()) {
    const missing = placeWithout(party, fact, documents);
    if (missing === null) continue;
    const message = `sub-processor ${party.short} is missing in ${missing}`;
    yield { at, path: ['value', 'parties', index, 'name'], message };
  }
}

function placeWithout(
  { short }: Party,
  { id, display }: Fact,
  documents: readonly Document[],
): string | null {
  const document = documents.find(
    ({ lists }) => lists !== undefined && !lists.some((one) => one.includes(short)),
  );
  if (document !== undefined) return `the list of document ${document.id}`;
  const isShown = display.de.includes(short) && display.en.includes(short);
  return isShown ? null : `the display of fact ${id}`;
}

function* unlistedProviders(list: string, parties: readonly Party[], base: FactBase): Generator<Observation> {
  for (const { id, status, value } of base.facts.values()) {
    if (value.kind !== 'region' || value.provider === undefined || !isInForce({ status })) continue;
    const { provider } = value;
    if (parties.some(({ name, short }) => name.includes(provider) || provider.includes(short))) continue;
    yield {
      at: { kind: 'fact', id },
      path: ['value', 'provider'],
      message: `fact ${id} names ${provider}, which the list of sub-processors (fact ${list}) does not`,
    };
  }
}
