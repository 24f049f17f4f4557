import type { Fact } from '../facts/schema.js';
import { type StatementChange, statementChanges, statementOf } from '../facts/statement.js';
import { statusOn } from '../facts/status.js';
import type { Comparison } from './drift.js';

/** Why facts no longer carry an answer as it was given: what they state has changed, they came or went, or dates passed. */
export function factCauses(comparison: Comparison): string[] {
  const { told, now, before } = comparison;
  const ids = [...new Set([...told.facts, ...now.facts, ...(before?.answer.facts ?? [])])].sort();
  return ids.flatMap((id) => causesOf(id, comparison));
}

function causesOf(id: string, comparison: Comparison): string[] {
  const { run, told, today, before } = comparison;
  const fact = today.base.facts.get(id);
  const known = before?.base.facts.get(id);
  if (fact === undefined) return before && known === undefined ? [] : [`fact ${id} was removed`];
  if (before) {
    if (known === undefined) return [`fact ${id} is new`];
    return [...stated(id, statementOf(known), fact, told.language), ...dated(id, known, fact, comparison)];
  }
  const { used } = run.facts;
  if (used === undefined) return dated(id, fact, fact, comparison);
  if (!Object.hasOwn(used, id)) {
    // The run did not use it: whether it is new is not known, only whether it turns the answer.
    const turns = told.response !== comparison.now.response && !told.facts.includes(id);
    return turns ? [`fact ${id} is part of the answer now`] : [];
  }
  return [...stated(id, used[id], fact, told.language), ...dated(id, fact, fact, comparison)];
}

/** What a fact states differently, in the language that the customer reads. */
function stated(id: string, was: unknown, fact: Fact, language: 'de' | 'en'): string[] {
  const changes = statementChanges(was, statementOf(fact)).filter(({ what }) => isIn(what, language));
  return changes.length === 0 ? [] : [`fact ${id}: ${changes.map(describe).join(', ')}`];
}

/** The last key of words in a language: `extent.de`; not `value.max`. */
const IN_LANGUAGE = /\.(de|en)$/;

function isIn(what: string, language: 'de' | 'en'): boolean {
  const [, written = language] = IN_LANGUAGE.exec(what) ?? [];
  return written === language;
}

function describe({ what, from, to }: StatementChange): string {
  if (from === null) return `${what} added: ${to}`;
  return to === null ? `${what} removed: ${from}` : `${what} from ${from} to ${to}`;
}

/** What passed between the day of the run, or the earlier revision, and now. */
function dated(id: string, known: Fact, fact: Fact, { told, run, today, before }: Comparison): string[] {
  const { isUnconfirmed, lapsed, due } = statusOn(fact, today.day);
  // A plain answer was confirmed on its day, whatever the entry says of that day by now.
  const wasPlain = !before && told.status === 'answered' && told.facts.includes(id);
  const wasUnconfirmed = !wasPlain && statusOn(known, before ? today.day : run.asOf).isUnconfirmed;
  if (isUnconfirmed === wasUnconfirmed) return [];
  if (!isUnconfirmed) return today.day < run.asOf ? [`the date of fact ${id} is still to come`] : [];
  if (lapsed !== undefined) return [`fact ${id} was valid until ${lapsed}`];
  return [`the date of fact ${id} (${due?.quarter ?? ''}) has passed`];
}
