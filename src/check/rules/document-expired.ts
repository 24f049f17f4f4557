import type { Rule } from '../rule.js';

/** An expired document is not cited as evidence any more; answers that leaned on it change. */
export const documentExpired: Rule = {
  id: 'document/expired',
  severity: 'error',
  summary: 'a document past its last day of validity',
  hint: 'Put the new document in its place and set "valid_until", or announce when it will be there.',
  *check({ base, day }) {
    for (const { id, valid_until: last } of base.documents.values()) {
      if (last === undefined || day <= last) continue;
      const message = `document ${id} was valid until ${last}`;
      yield { at: { kind: 'document', id }, path: ['valid_until'], message };
    }
  },
};
