import type { FactBase } from '../facts/fact-base.js';
import { statementOf } from '../facts/statement.js';
import type { ReportedQuestion, RunReport } from '../report/report.js';

/** What a run keeps of the facts: what those behind the answers stated, and when the documents could be had, by id in order. */
export function recordFacts(questions: readonly ReportedQuestion[], base: FactBase): RunReport['facts'] {
  const used = entries(
    questions.flatMap(({ facts }) => facts),
    (id) => {
      const fact = base.facts.get(id);
      return fact && statementOf(fact);
    },
  );
  const documents = entries(
    questions.flatMap(({ evidence }) => evidence.map(({ document }) => document)),
    (id) => {
      const { available, valid_until: until } = base.documents.get(id) ?? {};
      return available && { available, ...(until !== undefined && { valid_until: until }) };
    },
  );
  return { hash: base.hash, used, documents };
}

function entries<T>(ids: readonly string[], make: (id: string) => T | undefined): Record<string, T> {
  const made = [...new Set(ids)].sort().map((id) => [id, make(id)] as const);
  return Object.fromEntries(made.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));
}
