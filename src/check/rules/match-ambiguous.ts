import type { Fact } from '../../facts/schema.js';
import type { Observation, Rule } from '../rule.js';

/** Where two facts answer the same question equally well, what a customer reads is a matter of chance. */
export const matchAmbiguous: Rule = {
  id: 'match/ambiguous',
  severity: 'warning',
  summary: 'two facts that the same question reaches equally',
  hint: 'Keep one of the two, or word the topics so that each has phrases of its own.',
  *check({ base, ties }) {
    for (const { facts, question } of ties) {
      const [id, other] = facts;
      const message = `fact ${id} and fact ${other} answer the same question equally: "${question}"`;
      yield { at: { kind: 'fact', id }, path: ['id'], message };
    }
    yield* sameLabels([...base.facts.values()]);
  },
};

/** Facts on a document share their label with the measure that the document shows. */
function* sameLabels(facts: readonly Fact[]): Generator<Observation> {
  for (const language of ['de', 'en'] as const) {
    const seen = new Map<string, string>();
    for (const { id, label, value } of facts) {
      if (value.kind === 'document') continue;
      const key = label[language].trim().toLowerCase();
      const first = seen.get(key);
      seen.set(key, first ?? id);
      if (first === undefined) continue;
      const message = `fact ${id} and fact ${first} have the same label, "${label[language]}"`;
      yield { at: { kind: 'fact', id }, path: ['label', language], message };
    }
  }
}
