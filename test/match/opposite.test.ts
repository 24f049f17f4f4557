import { beforeAll, describe, expect, test } from 'vitest';
import type { FactBase } from '../../src/facts/fact-base.js';
import { loadFacts } from '../../src/facts/load.js';
import type { FactValue } from '../../src/facts/value.js';
import { createMatcher } from '../../src/match/matcher.js';
import { catalogue, DAY, factsDir } from './catalogue.js';

let shipped: FactBase;
beforeAll(async () => {
  shipped = await loadFacts(factsDir);
});

/** Decides with one fact's value changed. */
function decideWith(id: string, value: object, text: string) {
  const fact = shipped.facts.get(id);
  if (!fact) throw new Error(id);
  const facts = new Map([...shipped.facts, [id, { ...fact, value: value as FactValue }]]);
  const { status, reasons } = createMatcher(catalogue, { ...shipped, facts }, DAY).decide({ text });
  return { status, codes: reasons.map((reason) => reason.code) };
}

describe('how often and how long are different limits', () => {
  const yearly = { kind: 'frequency', every: 1, unit: 'years' };
  const withTests = (text: string) => {
    const pattern = shipped.facts.get('backup.frequency');
    if (!pattern) throw new Error('backup.frequency');
    const fact = { ...pattern, id: 'continuity.restore_test', value: yearly as FactValue };
    const facts = new Map([...shipped.facts, [fact.id, fact]]);
    const { status, response } = createMatcher(catalogue, { ...shipped, facts }, DAY).decide({ text });
    return { status, response };
  };
  test.each([
    ['Are restores tested at least once a year?', 'yes'],
    ['Are restore tests carried out at least annually?', 'yes'],
    ['Are restore tests carried out at least every 12 months?', 'yes'],
    ['Are restore tests carried out at least monthly?', 'no'],
    ['Werden Restore-Tests mindestens einmal jährlich durchgeführt?', 'yes'],
  ])('%s', (text, response) => expect(withTests(text)).toEqual({ status: 'answered', response }));
  test.each([
    ['Can you hold backups for a minimum of 12 months?', 'no'],
    ['Bewahren Sie Backups mindestens 180 Tage auf?', 'no'],
  ])('%s', (text, response) => expect(withTests(text)).toEqual({ status: 'answered', response }));
});

describe('a value that leaves the opposite open gives no yes or no', () => {
  test.each([
    [
      'hosting.residency',
      { kind: 'region', area: 'EU', exclusive: false },
      'Is any of our data stored outside the EU?',
    ],
    [
      'hosting.residency',
      { kind: 'region', area: 'USA', exclusive: true },
      'Does our data remain within the EU?',
    ],
    ['hosting.residency', { kind: 'region', area: 'EU' }, 'Werden Daten außerhalb der EU gespeichert?'],
    [
      'encryption.in_transit',
      { kind: 'versions', protocol: 'TLS', accepted: ['1.2'], plain_http: 'accepted' },
      'Can the service be reached via plain HTTP?',
    ],
    [
      'tenancy.isolation',
      {
        kind: 'separation',
        text: { de: 'logisch getrennt', en: 'logically separated' },
        layers: [{ layer: 'database', by: 'logical' }],
      },
      'Do several customers share one database?',
    ],
    ['backup.frequency', { kind: 'frequency', every: 1, unit: 'days' }, 'Are backups started manually?'],
  ])('%s %o: %s', (id, value, text) => {
    expect(decideWith(id, value, text)).toEqual({ status: 'review', codes: ['opposite_not_stated'] });
  });

  test.each([
    ['hosting.residency', { kind: 'region', area: 'EU', exclusive: false }, 'Data residency'],
    ['hosting.residency', { kind: 'region', area: 'EU', exclusive: false }, 'Is our data stored in the EU?'],
    [
      'hosting.residency',
      { kind: 'region', area: 'Germany', exclusive: true },
      'Is data stored outside the EU?',
    ],
    [
      'hosting.residency',
      { kind: 'region', area: 'Schweden', exclusive: true },
      'Is data stored outside the EU?',
    ],
    [
      'hosting.residency',
      { kind: 'region', area: 'FR', exclusive: true },
      'Does our data remain within the EU?',
    ],
    [
      'encryption.in_transit',
      { kind: 'versions', protocol: 'TLS', accepted: ['1.2'], plain_http: 'accepted' },
      'Is TLS 1.0 accepted?',
    ],
  ])('%s %o still answers: %s', (id, value, text) => {
    expect(decideWith(id, value, text).status).toBe('answered');
  });
});
