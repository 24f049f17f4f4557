import type { FactBase } from '../../facts/fact-base.js';
import { timeOutside } from '../named-times.js';
import { complaintRule, type Observation } from '../rule.js';

/** A date that is written in several places must be the same in all of them. */
export const roadmapDateMismatch = complaintRule({
  id: 'roadmap/date-mismatch',
  severity: 'error',
  summary: 'a planned fact whose date is another on the roadmap or at the document that is its evidence',
  hint: 'Decide which date holds, and write it in every place.',
  *check({ base }) {
    yield* onRoadmap(base);
    yield* atDocuments(base);
  },
});

function* onRoadmap(base: FactBase): Generator<Observation> {
  for (const { fact, display, due, source } of base.roadmap) {
    if (due === undefined) continue;
    for (const language of ['de', 'en'] as const) {
      const other = timeOutside(display[language], language, due.quarter);
      if (other === null) continue;
      yield {
        at: { kind: 'roadmap', fact, row: source.row },
        path: ['display', language],
        message: `the roadmap says ${other}, but fact ${fact} is planned for ${due.quarter}`,
      };
    }
  }
}

function* atDocuments(base: FactBase): Generator<Observation> {
  for (const { id, status, due, value, evidence } of base.facts.values()) {
    if (status !== 'planned' || due === undefined || value.kind === 'document') continue;
    for (const [index, document] of evidence.entries()) {
      const available = base.documents.get(document)?.available;
      if (available === undefined || available === 'immediately' || available.quarter === due.quarter)
        continue;
      yield {
        at: { kind: 'fact', id },
        path: ['evidence', index],
        message: `fact ${id} is planned for ${due.quarter}, but its document ${document} for ${available.quarter}`,
      };
    }
  }
}
