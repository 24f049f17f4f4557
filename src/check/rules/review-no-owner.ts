import { isNobody } from '../nobody.js';
import { complaintRule } from '../rule.js';

/** An entry that nobody keeps true becomes untrue. */
export const reviewNoOwner = complaintRule({
  id: 'review/no-owner',
  severity: 'error',
  summary: 'an entry without an owner',
  hint: 'Name the role or team that keeps the entry true.',
  *check({ base }) {
    for (const [kind, entries] of [
      ['fact', base.facts],
      ['document', base.documents],
    ] as const) {
      for (const { id, owner } of entries.values()) {
        if (!isNobody(owner)) continue;
        yield { at: { kind, id }, path: ['owner'], message: `${kind} ${id} has no owner` };
      }
    }
  },
});
