import { datedItems, describeDue } from '../dated-items.js';
import type { Rule } from '../rule.js';

/** Until somebody confirms it, something overdue is only a draft in answers. */
export const roadmapOverdue: Rule = {
  id: 'roadmap/overdue',
  severity: 'warning',
  summary: 'something planned whose date has passed and that nobody has confirmed',
  hint: 'If it is in place, change the status (of a document: "available"); if not, set a new date.',
  *check({ base, day }) {
    for (const { at, path, name, due, day: last } of datedItems(base)) {
      if (day <= last) continue;
      const what = at.kind === 'document' ? 'announced' : 'planned';
      yield { at, path, message: `${name} was ${what} ${describeDue(due)}; that day (${last}) has passed` };
    }
  },
};
