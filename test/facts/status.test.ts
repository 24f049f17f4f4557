import { describe, expect, it } from 'vitest';
import { availabilityOn, statusOn } from '../../src/facts/status.js';
import { otherFact, shippedDocument, shippedFact, shippedFacts } from './shipped-facts.js';

describe('statusOn', () => {
  it('finds exactly vulnerability management and training unconfirmed on 2026-11-23', async () => {
    const { facts } = await shippedFacts();
    const unconfirmed = [...facts.values()].filter((fact) => statusOn(fact, '2026-11-23').isUnconfirmed);
    expect(unconfirmed.map(({ id }) => id)).toEqual(['roadmap.vuln_mgmt', 'roadmap.training']);
  });

  it.each([
    ['access.mfa', '2026-11-23', 'planned', false],
    ['access.mfa', '2026-12-31', 'planned', false],
    ['access.mfa', '2027-01-01', 'planned', true],
    ['roadmap.vuln_mgmt', '2026-09-30', 'planned', false],
    ['roadmap.vuln_mgmt', '2026-10-01', 'planned', true],
    ['roadmap.training', '2026-04-01', 'planned', false],
    ['roadmap.training', '2026-04-02', 'planned', true],
    ['document.iso_certificate', '2026-12-31', 'planned', false],
    ['document.iso_certificate', '2027-01-01', 'planned', true],
    ['availability.sla', '2030-01-01', 'implemented', false],
    ['access.sso', '2030-01-01', 'partial', false],
  ])('%s on %s: %s, unconfirmed is %s', async (id, day, status, isUnconfirmed) => {
    expect(statusOn(await shippedFact(id), day)).toMatchObject({ status, isUnconfirmed });
  });

  it('stays unconfirmed after a review that left the status planned', () => {
    const due = { quarter: 'Q3 2026', edge: 'by' };
    const planned = otherFact({ status: 'planned', due, reviewed: '2026-10-15' });
    expect(statusOn(planned, '2026-11-23')).toEqual({ status: 'planned', isUnconfirmed: true, due });
    const confirmed = otherFact({ status: 'implemented', due, reviewed: '2026-10-15' });
    expect(statusOn(confirmed, '2026-11-23').isUnconfirmed).toBe(false);
  });

  it('is unconfirmed after the last day of validity', () => {
    const fact = otherFact({ valid_until: '2026-06-30' });
    expect(statusOn(fact, '2026-06-30')).toEqual({ status: 'implemented', isUnconfirmed: false });
    expect(statusOn(fact, '2026-07-01')).toEqual({
      status: 'implemented',
      isUnconfirmed: true,
      lapsed: '2026-06-30',
    });
  });
});

describe('availabilityOn', () => {
  const due = { quarter: 'Q4 2026', edge: 'by' };
  it.each([
    ['dpa', '2026-11-23', { isAvailable: true, isUnconfirmed: false }],
    ['factsheet', '2030-01-01', { isAvailable: true, isUnconfirmed: false }],
    ['pentest-report', '2026-11-23', { isAvailable: false, isUnconfirmed: false, due }],
    ['pentest-report', '2026-12-31', { isAvailable: false, isUnconfirmed: false, due }],
    ['pentest-report', '2027-01-01', { isAvailable: false, isUnconfirmed: true, due }],
  ])('%s on %s', async (id, day, expected) => {
    expect(availabilityOn(await shippedDocument(id), day)).toEqual(expected);
  });

  it('withdraws a document whose validity has ended', async () => {
    const document = { ...(await shippedDocument('dpa')), valid_until: '2026-01-31' };
    expect(availabilityOn(document, '2026-01-31').isAvailable).toBe(true);
    expect(availabilityOn(document, '2026-02-01')).toEqual({ isAvailable: false, isUnconfirmed: true });
  });
});
