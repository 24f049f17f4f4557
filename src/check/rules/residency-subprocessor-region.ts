import { isInForce } from '../in-force.js';
import { isWithin, regionInName } from '../regions.js';
import type { Rule } from '../rule.js';

/** A promise of where data stays binds sub-processors too (GDPR Art. 28(4)). EMEA is wider than the EU. */
export const residencySubprocessorRegion: Rule = {
  id: 'residency/subprocessor-region',
  severity: 'warning',
  summary: 'a promise such as "EU only" beside a sub-processor whose region is wider',
  hint: 'Find out where this sub-processor really works, and narrow its region, or the promise.',
  *check({ base }) {
    const facts = [...base.facts.values()].filter(isInForce);
    const promises = facts.flatMap(({ id, value }) =>
      value.kind === 'region' && value.exclusive === true && value.area !== undefined
        ? [{ id, area: value.area }]
        : [],
    );
    for (const { id, value } of facts) {
      if (value.kind !== 'parties') continue;
      for (const [index, party] of value.parties.entries()) {
        const note = party.region?.note ?? regionInName(party.name);
        const promise = note === null ? undefined : promises.find(({ area }) => !isWithin(note, area));
        if (promise === undefined) continue;
        const path = ['value', 'parties', index, ...(party.region ? ['region', 'note'] : ['name'])];
        const message = `sub-processor ${party.short} works in ${note}, which is wider than ${promise.area} only (fact ${promise.id})`;
        yield { at: { kind: 'fact', id }, path, message };
      }
    }
  },
};
