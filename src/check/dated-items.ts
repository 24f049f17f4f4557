import { dueDay } from '../facts/day.js';
import type { FactBase } from '../facts/fact-base.js';
import type { Due } from '../facts/schema.js';
import type { Subject } from './rule.js';

/** Something with a date that is still to come about, by the entry that holds the date. */
export interface DatedItem {
  readonly at: Subject;
  /** `fact access.mfa`, `document pentest-report` */
  readonly name: string;
  readonly due: Due;
  /** Way from the entry to the date. */
  readonly path: readonly string[];
  /** The day that decides, YYYY-MM-DD. */
  readonly day: string;
}

/** Planned facts and announced documents. The date of a fact on a document stands with the document, and is given once. */
export function datedItems(base: FactBase): DatedItem[] {
  const items: DatedItem[] = [];
  for (const { id, status, due, value } of base.facts.values()) {
    if (status !== 'planned' || due === undefined || value.kind === 'document') continue;
    items.push({
      at: { kind: 'fact', id },
      name: `fact ${id}`,
      due,
      path: ['due', 'quarter'],
      day: dueDay(due),
    });
  }
  for (const { id, available } of base.documents.values()) {
    if (available === 'immediately') continue;
    items.push({
      at: { kind: 'document', id },
      name: `document ${id}`,
      due: available,
      path: ['available', 'quarter'],
      day: dueDay(available),
    });
  }
  return items;
}

/** `by Q4 2026`, `from Q2 2026` */
export function describeDue({ quarter, edge }: Due): string {
  return `${edge} ${quarter}`;
}
