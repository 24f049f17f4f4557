import type { Rule } from '../rule.js';

/** An acceptance ends on a day, so that somebody looks at the finding again. */
export const acceptExpired: Rule = {
  id: 'accept/expired',
  severity: 'warning',
  summary: 'a finding that was accepted until a day that has passed',
  hint: 'Mend what was accepted, or accept it again with a reason and a new day.',
  *check({ base, day }) {
    for (const [kind, entries] of [
      ['fact', base.facts],
      ['document', base.documents],
    ] as const) {
      for (const { id, accept } of entries.values()) {
        for (const [index, { rule, until }] of accept.entries()) {
          if (day <= until) continue;
          const message = `${kind} ${id}: ${rule} was accepted until ${until}`;
          yield { at: { kind, id }, path: ['accept', index, 'until'], message };
        }
      }
    }
  },
};
