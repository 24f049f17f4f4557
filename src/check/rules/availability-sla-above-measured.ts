import { isInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** An availability that is promised must have been reached. */
export const availabilitySlaAboveMeasured: Rule = {
  id: 'availability/sla-above-measured',
  severity: 'error',
  summary: 'a promised availability above the one that was measured',
  hint: 'Promise no more than was measured, or correct the figure that was measured.',
  *check({ base }) {
    const shares = [...base.facts.values()].flatMap((fact) =>
      fact.id.startsWith('availability.') && isInForce(fact) && fact.value.kind === 'percentage'
        ? [{ id: fact.id, ...fact.value }]
        : [],
    );
    const measured = shares.filter(({ basis }) => basis === 'measured');
    for (const promise of shares.filter(({ basis }) => basis === 'contractual')) {
      const lower = measured.find(({ percent }) => percent < promise.percent);
      if (lower === undefined) continue;
      yield {
        at: { kind: 'fact', id: promise.id },
        path: ['value', 'percent'],
        message: `fact ${promise.id} promises ${promise.percent} %, but ${lower.percent} % was measured (fact ${lower.id})`,
      };
    }
  },
};
