import { complaintRule } from '../rule.js';

/** Texts that stand where an owner should. `TBD`, `?`; not `Security team`. */
const NOBODY =
  /^(?:[-–_?.*\s]*|tbd|tba|todo|n\/?a|none|nobody|unknown|unassigned|niemand|unbekannt|offen|keiner)$/iu;

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
        if (!NOBODY.test(owner.trim())) continue;
        yield { at: { kind, id }, path: ['owner'], message: `${kind} ${id} has no owner` };
      }
    }
  },
});
