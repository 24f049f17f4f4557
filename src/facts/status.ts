import { hasPassed } from './day.js';
import type { Document, Due, Fact, FactStatus } from './schema.js';

/** What may be said of a fact on a day. */
export interface StatusOnDay {
  readonly status: FactStatus;
  /** The planned date has passed, or the entry is past its `valid_until`: never more than a draft. */
  readonly isUnconfirmed: boolean;
  /** The planned date. */
  readonly due?: Due;
  /** The last day of validity, where that is what has passed. */
  readonly lapsed?: string;
}

/**
 * Status of a fact on a day (`YYYY-MM-DD`). A planned fact whose date has passed is unconfirmed whatever its review
 * date: a review that confirms it changes the status or the date.
 */
export function statusOn(fact: Fact, day: string): StatusOnDay {
  const isOverdue = fact.status === 'planned' && fact.due !== undefined && hasPassed(fact.due, day);
  const isLapsed = fact.valid_until !== undefined && day > fact.valid_until;
  return {
    status: fact.status,
    isUnconfirmed: isOverdue || isLapsed,
    ...(fact.due && { due: fact.due }),
    ...(isLapsed && fact.valid_until !== undefined && { lapsed: fact.valid_until }),
  };
}

/** What may be said of a document on a day. */
export interface AvailabilityOnDay {
  /** Only then may it be cited as evidence. */
  readonly isAvailable: boolean;
  /** The date announced. */
  readonly due?: Due;
  /** The announced date has passed and nobody has confirmed that the document exists, or the entry has lapsed. */
  readonly isUnconfirmed: boolean;
}

/** Availability of a document on a day (`YYYY-MM-DD`). An announced document is never available by itself. */
export function availabilityOn(
  document: Pick<Document, 'available' | 'valid_until'>,
  day: string,
): AvailabilityOnDay {
  const isLapsed = document.valid_until !== undefined && day > document.valid_until;
  if (document.available === 'immediately') return { isAvailable: !isLapsed, isUnconfirmed: isLapsed };
  const due = document.available;
  return { isAvailable: false, due, isUnconfirmed: isLapsed || hasPassed(due, day) };
}
