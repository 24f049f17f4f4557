import type { TimeUnit } from '../facts/value.js';

/** `1 hour`, `24 hours` */
export function describeAmount(amount: number, unit: TimeUnit): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** `every day`, `every 2 days` */
export function describeInterval(every: number, unit: TimeUnit): string {
  return `every ${every === 1 ? unit.slice(0, -1) : describeAmount(every, unit)}`;
}
