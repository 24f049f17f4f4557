import type { Fact } from './schema.js';
import type { FactValue, TimeUnit } from './value.js';

export type Relation = 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'exactly';

/** `duration` in seconds, `percentage` in percent, `tls_version` as a number (1.2), `key_bits` in bits, `count` of things. */
export type Dimension = 'duration' | 'percentage' | 'tls_version' | 'key_bits' | 'count';

export interface Quantity {
  readonly dimension: Dimension;
  readonly value: number;
  /** The longest reading, where the unit has two: a working day is 8 hours, or until the same time on the next day. */
  readonly upTo?: number;
}

/** A limit that a question names: "within 4 hours" is at most 14 400 seconds. */
export interface Bound {
  readonly relation: Relation;
  readonly quantity: Quantity;
}

/**
 * `met`: the fact assures it. `not_met`: the fact rules it out, or assures less. `conditional`: only by special contract,
 * or for a part (some of the versions). `not_comparable`: the value does not decide.
 */
export type Outcome = 'met' | 'not_met' | 'conditional' | 'not_comparable';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Seconds per unit. A month counts 30 days and a year 365, as § 191 BGB counts periods that need not be continuous; twelve
 * months are a year.
 */
const SECONDS: Readonly<Record<TimeUnit, number>> = {
  minutes: 60,
  hours: HOUR,
  days: DAY,
  weeks: 7 * DAY,
  months: 30 * DAY,
  years: 365 * DAY,
};

/** A span of time in seconds. */
export function toSeconds(amount: number, unit: TimeUnit): number {
  if (unit !== 'months') return amount * SECONDS[unit];
  const years = Math.floor(amount / 12);
  return years * SECONDS.years + (amount - years * 12) * SECONDS.months;
}

/**
 * A duration as customers name it. A working day reads as 8 working hours or as until the same time on the next day; a
 * comparison in which the two readings differ is not decided.
 */
export function durationQuantity(amount: number, unit: TimeUnit | 'working_days'): Quantity {
  if (unit !== 'working_days') return { dimension: 'duration', value: toSeconds(amount, unit) };
  return { dimension: 'duration', value: amount * 8 * HOUR, upTo: amount * DAY };
}

/**
 * Compares the typed value of a fact with a limit. Only what is in force counts: a planned value meets nothing and is
 * `not_comparable`.
 *
 * - A duration or an interval is a commitment, "at most so long". Of a range only its upper end is assured. A lower limit
 *   ("at least 8 hours") is decided by an equal value only, since customers also write it for "8 hours or better".
 * - Retention is assured for the standard period, and up to the maximum by contract (`conditional`).
 * - TLS: a relation holds for all accepted versions (`met`), for none (`not_met`) or for some (`conditional`); `exactly`
 *   asks whether that version is accepted.
 * - Everything else compares as a number.
 */
export function compareToBound(fact: Fact, bound: Bound): Outcome {
  if (fact.status !== 'implemented' && fact.status !== 'partial') return 'not_comparable';
  const { relation, quantity } = bound;
  const strict = compareValue(fact.value, relation, quantity.dimension, quantity.value);
  if (quantity.upTo === undefined) return strict;
  return strict === compareValue(fact.value, relation, quantity.dimension, quantity.upTo)
    ? strict
    : 'not_comparable';
}

function compareValue(value: FactValue, relation: Relation, dimension: Dimension, limit: number): Outcome {
  switch (`${value.kind}/${dimension}` as const) {
    case 'duration/duration':
    case 'frequency/duration':
    case 'retention/duration':
      return compareTime(value, relation, limit);
    case 'percentage/percentage':
      return value.kind === 'percentage' ? plain(value.percent, relation, limit) : 'not_comparable';
    case 'algorithm/key_bits':
      return value.kind === 'algorithm' && value.key_bits !== undefined
        ? plain(value.key_bits, relation, limit)
        : 'not_comparable';
    case 'versions/tls_version':
      return value.kind === 'versions' && value.protocol === 'TLS'
        ? compareVersions(value.accepted.map(Number), relation, limit)
        : 'not_comparable';
    case 'parties/count':
      return value.kind === 'parties' ? plain(value.parties.length, relation, limit) : 'not_comparable';
    case 'region/count':
      return value.kind === 'region' && value.multiple === true
        ? compareSeveral(relation, limit)
        : 'not_comparable';
    default:
      return 'not_comparable';
  }
}

function compareTime(value: FactValue, relation: Relation, limit: number): Outcome {
  switch (value.kind) {
    case 'duration': {
      const max = toSeconds(value.max, value.unit);
      const min = value.min === undefined ? max : toSeconds(value.min, value.unit);
      return compareCommitment(min, max, relation, limit);
    }
    case 'frequency': {
      const interval = toSeconds(value.every, value.unit);
      return compareCommitment(interval, interval, relation, limit);
    }
    case 'retention': {
      const standard = toSeconds(value.standard, value.unit);
      const maximum = value.maximum === undefined ? standard : toSeconds(value.maximum, value.unit);
      return compareRetention(standard, maximum, relation, limit);
    }
    default:
      return 'not_comparable';
  }
}

function compareCommitment(min: number, max: number, relation: Relation, limit: number): Outcome {
  switch (relation) {
    case 'at_most':
    case 'less_than':
      return plain(max, relation, limit);
    case 'exactly':
      if (min === max || limit < min || limit > max) return plain(max, 'exactly', limit);
      return 'conditional';
    case 'at_least':
      return min === limit && max === limit ? 'met' : 'not_comparable';
    case 'more_than':
      return 'not_comparable';
  }
}

function compareRetention(standard: number, maximum: number, relation: Relation, limit: number): Outcome {
  if (plain(standard, relation, limit) === 'met') {
    // A limit from above can still be exceeded by contract.
    const isFromAbove = relation === 'at_most' || relation === 'less_than';
    return isFromAbove && plain(maximum, relation, limit) === 'not_met' ? 'conditional' : 'met';
  }
  if (relation === 'exactly') return limit > standard && limit <= maximum ? 'conditional' : 'not_met';
  return plain(maximum, relation, limit) === 'met' ? 'conditional' : 'not_met';
}

function compareVersions(accepted: readonly number[], relation: Relation, limit: number): Outcome {
  const fitting = accepted.filter((version) => plain(version, relation, limit) === 'met').length;
  if (fitting === 0) return 'not_met';
  return relation === 'exactly' || fitting === accepted.length ? 'met' : 'conditional';
}

/** "Several" assures two; how many there are is not known. */
function compareSeveral(relation: Relation, limit: number): Outcome {
  if (relation === 'at_least' || relation === 'more_than') {
    return plain(2, relation, limit) === 'met' ? 'met' : 'not_comparable';
  }
  return plain(2, relation, limit) === 'met' || limit >= 2 ? 'not_comparable' : 'not_met';
}

function plain(value: number, relation: Relation, limit: number): 'met' | 'not_met' {
  const holds = {
    at_least: value >= limit,
    at_most: value <= limit,
    more_than: value > limit,
    less_than: value < limit,
    exactly: value === limit,
  }[relation];
  return holds ? 'met' : 'not_met';
}
