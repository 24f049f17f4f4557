import type { FactBase } from '../facts/fact-base.js';
import type { Document } from '../facts/schema.js';
import { availabilityOn } from '../facts/status.js';
import type { Comparison } from './drift.js';

type Care = Pick<Document, 'available' | 'valid_until'>;

/** What a customer can be told of a document on a day, with the quarter or the last day that belongs to it. */
interface Availability {
  readonly kind: 'absent' | 'available' | 'announced' | 'overdue' | 'expired';
  readonly date?: string;
}

/** Why the evidence that an answer named would read differently: documents that came, went, expired or are put off. */
export function documentCauses({ told, run, today, before }: Comparison): string[] {
  const { answer, evidence } = before?.answer ?? told;
  // What the text does not name cannot have become untrue: an announced document beside one that is there.
  const named = evidence.filter(({ title }) => answer?.includes(title) === true);
  return named.flatMap(({ document: id, available }) => {
    const is = availabilityAt(today.base.documents.get(id), today.day);
    const was = before
      ? availabilityAt(before.base.documents.get(id), today.day)
      : available
        ? ({ kind: 'available' } as const)
        : announcedThen(id, run, today.base);
    return causeOf(id, was, is);
  });
}

function availabilityAt(document: Care | undefined, day: string): Availability {
  if (document === undefined) return { kind: 'absent' };
  const { isAvailable, isUnconfirmed, due } = availabilityOn(document, day);
  if (isAvailable) return { kind: 'available' };
  const { valid_until: last } = document;
  if (last !== undefined && day > last) return { kind: 'expired', date: last };
  return { kind: isUnconfirmed ? 'overdue' : 'announced', ...(due && { date: due.quarter }) };
}

/** A document that was not available on the day of a run, as recorded there, else as far as it can still be told. */
function announcedThen(id: string, { facts, asOf }: Comparison['run'], base: FactBase): Availability {
  const recorded = facts.documents?.[id];
  const then = availabilityAt(recorded ?? base.documents.get(id), asOf);
  return then.kind === 'available' || then.kind === 'absent' ? { kind: 'announced' } : then;
}

function causeOf(id: string, was: Availability, is: Availability): string[] {
  if (was.kind === is.kind && (was.date === is.date || was.date === undefined)) return [];
  switch (is.kind) {
    case 'absent':
      return [`document ${id} was removed`];
    case 'available':
      return [`document ${id} is available now`];
    case 'expired':
      return [`document ${id} expired on ${is.date}`];
    case 'announced':
    case 'overdue': {
      if (was.kind === 'available' || was.kind === 'absent') return [`document ${id} is only announced now`];
      const isMoved = was.date !== undefined && was.date !== is.date;
      const moved = isMoved ? [`document ${id}: available from ${was.date} to ${is.date}`] : [];
      const isLate = is.kind === 'overdue' && was.kind !== 'overdue';
      return [...moved, ...(isLate ? [`the date of document ${id} (${is.date}) has passed`] : [])];
    }
  }
}
