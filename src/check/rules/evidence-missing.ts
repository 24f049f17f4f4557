import type { Rule } from '../rule.js';

/** Customers ask for evidence; a claim without any is an opinion. */
export const evidenceMissing: Rule = {
  id: 'evidence/missing',
  severity: 'warning',
  summary: 'an implemented fact without evidence',
  hint: 'Name a document under "evidence"; where there is no better one, the fact sheet.',
  *check({ base }) {
    for (const { id, status, evidence } of base.facts.values()) {
      if (status !== 'implemented' || evidence.length > 0) continue;
      yield {
        at: { kind: 'fact', id },
        path: ['evidence'],
        message: `fact ${id} is implemented, but names no evidence`,
      };
    }
  },
};
