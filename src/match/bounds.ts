import {
  type Bound,
  compareToBound,
  durationQuantity,
  type Outcome,
  type Relation,
} from '../facts/compare.js';
import type { Fact } from '../facts/schema.js';
import type { Figure } from '../text/quantity.js';
import type { Clause } from './clause.js';

/** A limit of the question compared with a fact's value. */
export interface BoundResult {
  readonly text: string;
  readonly outcome: Outcome;
  /** A limit from below, which is wanted: "TLS 1.2 or later". */
  readonly isLeast?: boolean;
}

/** Kinds of values with which each unit can be compared. */
const TIME_KINDS = new Set(['duration', 'retention', 'frequency']);

const UNIT_NAMES = {
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  working_day: 'working_days',
  week: 'weeks',
  month: 'months',
  year: 'years',
} as const;

/** Days from which a least time is one of keeping, not the time between two backups. */
const LONG = 8;

function isLong({ amount, unit, isInterval }: Figure): boolean {
  if (isInterval) return false;
  return (
    unit === 'month' ||
    unit === 'year' ||
    (unit === 'day' && amount >= LONG) ||
    (unit === 'week' && amount > 1)
  );
}

/** Whether a figure is of a kind that the fact's value can be compared with. */
export function isComparable(fact: Fact, figure: Figure): boolean {
  if (figure.unit === 'percent') return fact.value.kind === 'percentage';
  if (figure.unit === 'bit') return fact.value.kind === 'algorithm';
  // "Can you hold backups for at least 12 months?" does not speak of the interval between them.
  if (fact.value.kind === 'frequency' && figure.relation === 'at_least' && isLong(figure)) return false;
  return TIME_KINDS.has(fact.value.kind);
}

/** Compares a figure with the fact's value; null when they are of different kinds. */
export function compareFigure(fact: Fact, figure: Figure, clause: Clause): Outcome | null {
  const bound = toBound(fact, figure, clause);
  if (!bound) return null;
  const isInterval = fact.value.kind === 'duration' || fact.value.kind === 'frequency';
  if (fact.value.kind === 'duration' && clause.isWorstCase && figure.relation === 'exactly') {
    const isShorter = compareToBound(fact, { ...bound, relation: 'less_than' });
    if (isShorter === 'not_comparable') return isShorter;
    return isShorter === 'met' ? 'not_met' : 'met';
  }
  if (!isInterval || bound.relation !== 'more_than') return compareToBound(fact, bound);
  // "Can it take more than 24 hours?" is the opposite of "at most 24 hours", which a commitment decides.
  const opposite = compareToBound(fact, { ...bound, relation: 'at_most' });
  if (opposite === 'met') return 'not_met';
  return opposite === 'not_met' ? 'met' : 'not_comparable';
}

function toBound(fact: Fact, figure: Figure, clause: Clause): Bound | null {
  if (!isComparable(fact, figure) || figure.unit === 'second') return null;
  const amount = figure.to ?? figure.amount;
  if (figure.unit === 'percent')
    return {
      relation: relationFor(figure, 'at_least'),
      quantity: { dimension: 'percentage', value: amount },
    };
  if (figure.unit === 'bit')
    return { relation: relationFor(figure, 'at_least'), quantity: { dimension: 'key_bits', value: amount } };
  const favourable = fact.value.kind === 'retention' ? 'at_least' : 'at_most';
  return {
    relation: timeRelation(fact, figure, favourable, clause),
    quantity: durationQuantity(amount, UNIT_NAMES[figure.unit]),
  };
}

/** "An RPO of 4 hours" and "4 hours or better" want what favours the customer. */
function relationFor(figure: Figure, favourable: Relation): Relation {
  return figure.relation === 'exactly' || figure.relation === 'better' ? favourable : figure.relation;
}

/** "At least daily" and "at least every 24 hours" are limits from above for an interval. */
function timeRelation(fact: Fact, figure: Figure, favourable: Relation, clause: Clause): Relation {
  // "Only weekly" and "deleted after a week" name the value itself, not the least that would do.
  const isItself =
    fact.value.kind === 'frequency'
      ? clause.isExclusive
      : fact.value.kind === 'retention' && clause.isAboutDeletion;
  if (isItself && figure.relation === 'exactly') return 'exactly';
  if (fact.value.kind === 'frequency' && (figure.relation === 'at_least' || figure.relation === 'at_most'))
    return 'at_most';
  return relationFor(figure, favourable);
}

/** A TLS version or key length that the question names, as a limit: "TLS 1.2 or higher", "AES-256", "older than TLS 1.2". */
export function namedVersion(fact: Fact, text: string, isExclusive: boolean): BoundResult | null {
  if (fact.value.kind === 'versions') return versionBound(fact, text, isExclusive);
  if (fact.value.kind !== 'algorithm') return null;
  const groups = AES_KEY.exec(text)?.groups;
  if (!groups?.bits) return null;
  const outcome = compareToBound(fact, {
    relation: groups.below ? 'less_than' : 'at_least',
    quantity: { dimension: 'key_bits', value: Number(groups.bits) },
  });
  return { text: `AES-${groups.bits}`, outcome };
}

/** `AES-256`, `weaker than AES 128`; not `AES-GCM`. */
const AES_KEY =
  /(?<below>(?:weaker|less|shorter|schwächer\p{L}*|weniger|kürzer\p{L}*) (?:than|als)\s+)?\baes[\s-]?(?<bits>128|192|256)\b/iu;

/** `TLS 1.2 or higher`, `mindestens TLS 1.3`, `only TLS 1.3`, `TLS versions below 1.2`; not `ISO 1.2`. */
const TLS_VERSION =
  /(?<least>at least|minimum|min\.?|mindestens)?\s*(?<only>only|ausschließlich|nur)?\s*(?<older>(?:older|lower|earlier|älter\p{L}*|niedriger\p{L}*) (?:than|als)\s+|(?:below|prior to|unter|unterhalb von|vor)\s+)?\btls[\s-]*(?:versions?|versionen)?\s*(?<below>(?:(?:older|lower|earlier|less|älter|kleiner|niedriger) (?:than|als)|below|under|prior to|before|unter|unterhalb(?: von)?|vor|<)\s*(?:tls\s*)?)?v?(?<version>1\.\d)(?:\s*(?:\/|or|oder|and|und|,)\s*(?:tls\s*)?v?(?<second>1\.\d))?(?<after>\s*(?:or|oder|and|und)\s*(?:higher|above|later|newer|höher|neuer|better|besser|up)|\s*\+)?(?<lower>\s*(?:or|oder|and|und)\s*(?:lower|below|older|earlier|niedriger|älter|darunter))?/iu;

function versionBound(fact: Fact, text: string, isExclusive: boolean): BoundResult | null {
  const groups = TLS_VERSION.exec(text)?.groups;
  if (!groups?.version) return null;
  const relation = versionRelation(groups, isExclusive);
  const outcome = compareToBound(fact, {
    relation,
    quantity: { dimension: 'tls_version', value: Number(groups.version) },
  });
  // "Only TLS 1.3" is untrue where others are accepted as well.
  const isOthersToo = outcome === 'conditional' && (isExclusive || Boolean(groups.only));
  return {
    text: `TLS ${groups.version}`,
    outcome: isOthersToo ? 'not_met' : outcome,
    isLeast: relation === 'at_least',
  };
}

function versionRelation(
  groups: Readonly<Record<string, string | undefined>>,
  isExclusive: boolean,
): Relation {
  if (groups.older ?? groups.below) return 'less_than';
  if (groups.lower) return 'at_most';
  return ((isExclusive || groups.least) ?? groups.after ?? groups.only) ? 'at_least' : 'exactly';
}
