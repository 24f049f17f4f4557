import { monthsBefore } from '../calendar.js';
import type { Rule } from '../rule.js';

/** What nobody has looked at for long is not known to be true. */
export const reviewStale: Rule = {
  id: 'review/stale',
  severity: 'warning',
  summary:
    'an entry that nobody has confirmed for 12 months (`--stale-after` sets another number), or past its validity',
  hint: 'Make sure that it is still true, and set "reviewed" to the day on which you did.',
  *check({ base, day, limits }) {
    const oldest = monthsBefore(day, limits.staleAfterMonths);
    for (const [kind, entries] of [
      ['fact', base.facts],
      ['document', base.documents],
    ] as const) {
      for (const { id, recorded, reviewed, valid_until: last } of entries.values()) {
        const at = { kind, id };
        const confirmed = reviewed !== undefined && reviewed > recorded ? reviewed : recorded;
        // A document past its validity is a finding of its own.
        if (kind === 'fact' && last !== undefined && day > last) {
          yield { at, path: ['valid_until'], message: `fact ${id} was to be reviewed by ${last}` };
        } else if (confirmed < oldest) {
          const path = [confirmed === recorded ? 'recorded' : 'reviewed'];
          const message = `${kind} ${id} was last confirmed on ${confirmed}, more than ${limits.staleAfterMonths} months ago`;
          yield { at, path, message };
        }
      }
    }
  },
};
