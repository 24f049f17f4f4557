import type { Words } from '../../facts/value.js';
import { namedTimes } from '../named-times.js';
import { type CheckedFacts, complaintRule, type Observation } from '../rule.js';

/** Words that say: not yet. `Geplant`, `planned for 2027`; not `geplante Wartung`, `planned downtime`, `as planned`. */
const PLANNED = {
  de: /(?<!(?:wie|nicht) )(?<!\p{L})(?:geplant|in Planung|in Umsetzung|in Vorbereitung|Roadmap|noch nicht)(?!\p{L})/iu,
  en: /(?<!(?:as|not) )(?<!\p{L})(?:planned(?! \p{L})|planned (?:for|by|from|in|to)|in planning|in implementation|in preparation|roadmap|not yet)(?!\p{L})/iu,
} as const;

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
        const left = notYet(display, day);
        if (left === null) continue;
        const message = `fact ${id} is implemented, but its display still says "${left.said}"`;
        yield { at, path: ['display', left.language], message };
      }
    }
  },
});

/** What of a display tells of the future: words, or a time that is still to come. */
function notYet(display: Words, day: string): { language: 'de' | 'en'; said: string } | null {
  for (const language of ['en', 'de'] as const) {
    const text = display[language];
    const coming = namedTimes(text, language).find(({ last }) => last >= day);
    const said = PLANNED[language].exec(text)?.[0] ?? coming?.name;
    if (said !== undefined) return { language, said };
  }
  return null;
}
