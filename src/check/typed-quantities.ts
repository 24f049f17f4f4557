import type { Due } from '../facts/schema.js';
import type { FactValue, TimeUnit } from '../facts/value.js';
import type { Quantities } from './quantities.js';

const SECONDS: Readonly<Partial<Record<TimeUnit, number>>> = {
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 604_800,
};
const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = { months: 1, years: 12 };

/** What a typed value says in numbers; only what it says is there. */
export function typedQuantities(value: FactValue, due?: Due): Partial<Quantities> {
  const quarters = due === undefined ? {} : { quarters: new Set([due.quarter]) };
  switch (value.kind) {
    case 'percentage': {
      const months = value.months === undefined ? {} : { months: new Set([value.months]) };
      return { ...quarters, percents: new Set([value.percent]), ...months };
    }
    case 'duration':
      return { ...quarters, ...span([value.min, value.max], value.unit) };
    case 'frequency':
      return { ...quarters, ...span([value.every], value.unit) };
    case 'retention':
      return { ...quarters, ...span([value.standard, value.maximum], value.unit) };
    default:
      return quarters;
  }
}

function span(amounts: readonly (number | undefined)[], unit: TimeUnit): Partial<Quantities> {
  const given = amounts.filter((amount) => amount !== undefined);
  const seconds = SECONDS[unit];
  if (seconds !== undefined) return { seconds: new Set(given.map((amount) => amount * seconds)) };
  const months = MONTHS[unit] ?? 1;
  return { months: new Set(given.map((amount) => amount * months)) };
}

/** `256 Bit`, `256-bit`; not `256 bits per second`. */
const BITS = /(?<!\d)(\d{2,5})[ -]?bits?(?!\p{L}| (?:per|pro))/giu;

/**
 * Versions or key lengths that a text names for the value: numbers with a decimal point for a protocol, the number right
 * after the name for a cipher, or that of its bits. `typed` is what the value says. Null for values without such numbers.
 */
export function namedNumbers(
  text: string,
  value: FactValue,
): { readonly text: ReadonlySet<string>; readonly typed: ReadonlySet<string> } | null {
  if (value.kind === 'versions') {
    const named = [...text.matchAll(/(?<!\d)\d{1,4}\.\d{1,4}/g)].map(([number]) => number);
    return { text: new Set(named), typed: new Set(value.accepted) };
  }
  if (value.kind === 'algorithm' && value.key_bits !== undefined) {
    const name = value.name.replace(/[^A-Za-z0-9]/g, '\\$&');
    const after = [...text.matchAll(new RegExp(`${name}[ -]?(\\d{2,5})`, 'gi'))];
    const named = (after.length > 0 ? after : [...text.matchAll(BITS)]).map(([, bits = '']) => bits);
    return { text: new Set(named), typed: new Set([String(value.key_bits)]) };
  }
  return null;
}
