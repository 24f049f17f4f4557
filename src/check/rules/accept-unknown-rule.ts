import { nearestWord } from '../nearest-word.js';
import type { Rule } from '../rule.js';

/** An acceptance of a rule that does not exist accepts nothing. */
export const acceptUnknownRule: Rule = {
  id: 'accept/unknown-rule',
  severity: 'error',
  summary: 'an acceptance of a rule that does not exist',
  hint: 'Write the id of a rule, as the finding shows it.',
  *check({ base, ruleIds }) {
    for (const [kind, entries] of [
      ['fact', base.facts],
      ['document', base.documents],
    ] as const) {
      for (const { id, accept } of entries.values()) {
        for (const [index, { rule }] of accept.entries()) {
          if (ruleIds.has(rule)) continue;
          const nearest = nearestWord(rule, ruleIds);
          const advice = nearest === null ? '' : `; did you mean "${nearest}"?`;
          const message = `${kind} ${id} accepts "${rule}", which is no rule${advice}`;
          yield { at: { kind, id }, path: ['accept', index, 'rule'], message };
        }
      }
    }
  },
};
