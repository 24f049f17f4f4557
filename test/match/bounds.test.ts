import { beforeAll, describe, expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import type { Fact } from '../../src/facts/schema.js';
import { namedVersion } from '../../src/match/bounds.js';
import { factsDir } from './catalogue.js';

let facts: ReadonlyMap<string, Fact>;
beforeAll(async () => {
  ({ facts } = await loadFacts(factsDir));
});
const compare = (id: string, text: string) => {
  const fact = facts.get(id);
  if (!fact) throw new Error(id);
  return namedVersion(fact, text, false);
};

// The facts: TLS 1.2 and 1.3 are accepted, data at rest is encrypted with AES-256.
describe('versions and key lengths that a question names', () => {
  test.each([
    ['TLS 1.2', 'met'],
    ['TLS 1.1', 'not_met'],
    ['at least TLS 1.2', 'met'],
    ['mindestens TLS 1.3', 'conditional'],
    ['TLS 1.2 or higher', 'met'],
    ['TLS v1.2+', 'met'],
    ['only TLS 1.3', 'not_met'],
    ['TLS versions below 1.2', 'not_met'],
    ['older than TLS 1.2', 'not_met'],
    ['TLS 1.1 or lower', 'not_met'],
    ['TLS-Versionen unter 1.2', 'not_met'],
  ])('%s: %s', (text, outcome) => expect(compare('encryption.in_transit', text)?.outcome).toBe(outcome));

  test.each([
    ['AES-256', 'met'],
    ['AES 128', 'met'],
    ['weaker than AES-256', 'not_met'],
    ['schwächer als AES-128', 'not_met'],
  ])('%s: %s', (text, outcome) => expect(compare('encryption.at_rest', text)?.outcome).toBe(outcome));

  test.each(['ISO 1.2', 'TLS', 'version 1.2', 'AES-GCM', 'AES-512'])('none in %s', (text) => {
    expect(compare('encryption.in_transit', text)).toBeNull();
    expect(compare('encryption.at_rest', text)).toBeNull();
  });
});
