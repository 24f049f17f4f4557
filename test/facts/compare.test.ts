import { describe, expect, it } from 'vitest';
import {
  type Bound,
  compareToBound,
  durationQuantity,
  type Quantity,
  type Relation,
} from '../../src/facts/compare.js';
import { otherFact, shippedFact } from './shipped-facts.js';

const hours = (amount: number): Quantity => durationQuantity(amount, 'hours');
const days = (amount: number): Quantity => durationQuantity(amount, 'days');
const percent = (value: number): Quantity => ({ dimension: 'percentage', value });
const tls = (value: number): Quantity => ({ dimension: 'tls_version', value });
const bits = (value: number): Quantity => ({ dimension: 'key_bits', value });
const count = (value: number): Quantity => ({ dimension: 'count', value });
const workingDays = (amount: number): Quantity => durationQuantity(amount, 'working_days');

describe('compareToBound', () => {
  it.each<[string, Relation, Quantity, string]>([
    // RTO 4 to 8 hours: only the upper end is assured.
    ['continuity.rto', 'at_most', hours(8), 'met'],
    ['continuity.rto', 'at_most', hours(6), 'not_met'],
    ['continuity.rto', 'less_than', hours(8), 'not_met'],
    ['continuity.rto', 'less_than', hours(4), 'not_met'],
    ['continuity.rto', 'at_most', hours(4), 'not_met'],
    ['continuity.rto', 'at_most', days(1), 'met'],
    ['continuity.rto', 'at_most', workingDays(1), 'met'],
    ['continuity.rto', 'exactly', hours(4), 'conditional'],
    ['continuity.rto', 'exactly', hours(12), 'not_met'],
    ['continuity.rto', 'at_least', hours(4), 'not_comparable'],
    // RPO 24 hours
    ['continuity.rpo', 'at_most', hours(4), 'not_met'],
    ['continuity.rpo', 'at_most', hours(24), 'met'],
    ['continuity.rpo', 'at_most', days(1), 'met'],
    ['continuity.rpo', 'less_than', hours(24), 'not_met'],
    ['continuity.rpo', 'exactly', hours(24), 'met'],
    ['continuity.rpo', 'exactly', hours(12), 'not_met'],
    ['continuity.rpo', 'at_least', hours(24), 'met'],
    ['continuity.rpo', 'at_least', hours(12), 'not_comparable'],
    ['continuity.rpo', 'more_than', hours(12), 'not_comparable'],
    // Commitments
    ['incident.p1_response', 'at_most', hours(12), 'met'],
    ['incident.p1_response', 'at_most', hours(4), 'not_met'],
    ['incident.p1_response', 'at_most', durationQuantity(30, 'minutes'), 'not_met'],
    ['incident.customer_notice', 'at_most', hours(24), 'met'],
    ['incident.customer_notice', 'at_most', hours(72), 'met'],
    ['incident.customer_notice', 'at_most', hours(12), 'not_met'],
    ['incident.customer_notice', 'at_most', workingDays(1), 'not_comparable'],
    ['incident.customer_notice', 'at_most', workingDays(3), 'met'],
    ['incident.gdpr_notice', 'at_most', hours(72), 'met'],
    ['incident.gdpr_notice', 'less_than', hours(72), 'not_met'],
    ['incident.gdpr_notice', 'at_most', workingDays(2), 'not_met'],
    // Availability
    ['availability.sla', 'at_least', percent(99.9), 'not_met'],
    ['availability.sla', 'at_least', percent(99.5), 'met'],
    ['availability.sla', 'more_than', percent(99.5), 'not_met'],
    ['availability.sla', 'at_least', percent(99), 'met'],
    ['availability.sla', 'less_than', percent(99), 'not_met'],
    ['availability.sla', 'exactly', percent(99.5), 'met'],
    ['availability.actual', 'at_least', percent(99.9), 'met'],
    ['availability.sla', 'at_most', hours(4), 'not_comparable'],
    // Backups: daily; kept 30 days, up to 90 by contract
    ['backup.frequency', 'at_most', days(1), 'met'],
    ['backup.frequency', 'at_most', durationQuantity(1, 'weeks'), 'met'],
    ['backup.frequency', 'at_most', hours(1), 'not_met'],
    ['backup.frequency', 'less_than', days(1), 'not_met'],
    ['backup.retention', 'at_least', days(30), 'met'],
    ['backup.retention', 'at_least', durationQuantity(1, 'months'), 'met'],
    ['backup.retention', 'at_least', durationQuantity(2, 'weeks'), 'met'],
    ['backup.retention', 'more_than', days(30), 'conditional'],
    ['backup.retention', 'at_least', days(60), 'conditional'],
    ['backup.retention', 'at_least', days(90), 'conditional'],
    ['backup.retention', 'at_least', durationQuantity(3, 'months'), 'conditional'],
    ['backup.retention', 'at_least', durationQuantity(12, 'months'), 'not_met'],
    ['backup.retention', 'more_than', days(90), 'not_met'],
    ['backup.retention', 'at_least', days(91), 'not_met'],
    ['backup.retention', 'at_least', durationQuantity(1, 'years'), 'not_met'],
    ['backup.retention', 'at_most', days(90), 'met'],
    ['backup.retention', 'at_most', days(60), 'conditional'],
    ['backup.retention', 'at_most', days(14), 'not_met'],
    ['backup.retention', 'exactly', days(30), 'met'],
    ['backup.retention', 'exactly', days(90), 'conditional'],
    ['backup.retention', 'exactly', days(7), 'not_met'],
    // TLS 1.2 and 1.3
    ['encryption.in_transit', 'at_least', tls(1.2), 'met'],
    ['encryption.in_transit', 'at_least', tls(1.3), 'conditional'],
    ['encryption.in_transit', 'at_least', tls(1.4), 'not_met'],
    ['encryption.in_transit', 'exactly', tls(1.3), 'met'],
    ['encryption.in_transit', 'exactly', tls(1.0), 'not_met'],
    ['encryption.in_transit', 'at_most', tls(1.1), 'not_met'],
    ['encryption.in_transit', 'less_than', tls(1.2), 'not_met'],
    ['encryption.in_transit', 'less_than', tls(1.3), 'conditional'],
    // Keys and counts
    ['encryption.at_rest', 'at_least', bits(256), 'met'],
    ['encryption.at_rest', 'at_least', bits(128), 'met'],
    ['encryption.at_rest', 'at_least', bits(512), 'not_met'],
    ['backup.encryption', 'exactly', bits(256), 'met'],
    ['encryption.at_rest', 'at_least', percent(100), 'not_comparable'],
    ['subprocessors', 'exactly', count(5), 'met'],
    ['subprocessors', 'at_most', count(3), 'not_met'],
    ['backup.geo_redundancy', 'at_least', count(2), 'met'],
    ['backup.geo_redundancy', 'more_than', count(1), 'met'],
    ['backup.geo_redundancy', 'at_least', count(3), 'not_comparable'],
    ['backup.geo_redundancy', 'at_most', count(1), 'not_met'],
    ['backup.geo_redundancy', 'exactly', count(2), 'not_comparable'],
    ['hosting.provider', 'at_least', count(2), 'not_comparable'],
    // A plan meets nothing.
    ['access.mfa', 'at_most', days(1), 'not_comparable'],
  ])('%s %s %o: %s', async (id, relation, quantity, outcome) => {
    const bound: Bound = { relation, quantity };
    expect(compareToBound(await shippedFact(id), bound)).toBe(outcome);
  });

  it.each([
    ['a planned value', { status: 'planned', value: { kind: 'duration', max: 1, unit: 'hours' } }],
    [
      'a value not in force',
      { status: 'not_implemented', value: { kind: 'duration', max: 1, unit: 'hours' } },
    ],
    ['versions of another protocol', { value: { kind: 'versions', protocol: 'SSH', accepted: ['2'] } }],
    ['an algorithm without a key length', { value: { kind: 'algorithm', name: 'ChaCha20' } }],
    ['no value', {}],
  ])('does not compare %s', (_, fields) => {
    const fact = otherFact(fields);
    for (const quantity of [hours(24), tls(1), bits(1), percent(1), count(1)]) {
      expect(compareToBound(fact, { relation: 'at_most', quantity })).toBe('not_comparable');
    }
  });
});
