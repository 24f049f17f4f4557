import { quarterDays } from '../../facts/day.js';
import { readQuantities } from '../quantities.js';
import { type CheckedFacts, complaintRule, type Observation } from '../rule.js';

/** What is done must not stand on the roadmap any more, and the other way round. */
export const roadmapDoneButPlanned = complaintRule({
  id: 'roadmap/done-but-planned',
  severity: 'error',
  summary: 'a fact that is implemented and still has a date, a roadmap row, or words that call it planned',
  hint: 'If it is done, remove the date and the roadmap row and reword the display; if not, set the status to planned.',
  *check({ base, day }: CheckedFacts): Generator<Observation> {
    const rows = new Map(base.roadmap.map((row) => [row.fact, row]));
    for (const { id, status, due, value, display } of base.facts.values()) {
      if (status !== 'implemented' || value.kind === 'document') continue;
      const row = rows.get(id);
      const at = { kind: 'fact', id } as const;
      if (row !== undefined) {
        yield {
          at: { kind: 'roadmap', fact: id, row: row.source.row },
          path: ['fact'],
          message: `fact ${id} is implemented, but still stands on the roadmap`,
        };
      } else if (due !== undefined) {
        yield {
          at,
          path: ['due'],
          message: `fact ${id} is implemented, but still has a date (${due.quarter})`,
        };
      } else {
        const coming = [...readQuantities(display.en, 'en').quarters].find(
          (quarter) => quarterDays(quarter).last >= day,
        );
        if (coming === undefined) continue;
        const message = `fact ${id} is implemented, but its display still names ${coming}`;
        yield { at, path: ['display', 'en'], message };
      }
    }
  },
});
