import { isCertification } from '../certification.js';
import { describeDue } from '../dated-items.js';
import { isInForce } from '../in-force.js';
import { complaintRule } from '../rule.js';

/** What is in place cannot be shown by a document that is only announced. */
export const evidenceNotAvailable = complaintRule({
  id: 'evidence/not-available',
  severity: 'error',
  summary: 'evidence for something in place that is not there yet on the day',
  hint: 'Remove the document from the evidence until it is there, or make it available.',
  *check({ base }) {
    for (const fact of base.facts.values()) {
      // A certification without its certificate is a finding of its own.
      if (!isInForce(fact) || isCertification(fact)) continue;
      for (const [index, id] of fact.evidence.entries()) {
        const available = base.documents.get(id)?.available;
        if (available === undefined || available === 'immediately') continue;
        if (fact.value.kind === 'document' && fact.value.document === id) continue;
        yield {
          at: { kind: 'fact', id: fact.id },
          path: ['evidence', index],
          message: `fact ${fact.id} is ${fact.status}, but its evidence ${id} is only announced (${describeDue(available)})`,
        };
      }
    }
  },
});
