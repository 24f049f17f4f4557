import { daysBetween } from '../calendar.js';
import { datedItems, describeDue } from '../dated-items.js';
import type { Rule } from '../rule.js';

/** Early notice, so that a date is confirmed or moved before customers read it as missed. */
export const roadmapDueSoon: Rule = {
  id: 'roadmap/due-soon',
  severity: 'warning',
  summary: 'something planned whose date is near (45 days; `--due-within` sets another number)',
  hint: 'See to it that it is done by then, and confirm it in the facts; or move the date in time.',
  *check({ base, day, limits }) {
    for (const { at, path, name, due, day: last } of datedItems(base)) {
      const days = daysBetween(day, last);
      if (days < 0 || days > limits.dueWithinDays) continue;
      const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
      const what = at.kind === 'document' ? 'announced' : 'planned';
      yield { at, path, message: `${name} is ${what} ${describeDue(due)}: due ${left} (${last})` };
    }
  },
};
