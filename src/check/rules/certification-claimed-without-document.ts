import { availabilityOn } from '../../facts/status.js';
import { isCertification } from '../certification.js';
import { isInForce } from '../in-force.js';
import type { Rule } from '../rule.js';

/** A certificate is claimed only with the certificate at hand; our own fact sheet shows nothing. */
export const certificationClaimedWithoutDocument: Rule = {
  id: 'certification/claimed-without-document',
  severity: 'error',
  summary: 'a certification in force without a certificate that customers can have',
  hint: 'Name the certificate as evidence once it can be had; until then the certification is planned.',
  *check({ base, day }) {
    for (const fact of base.facts.values()) {
      if (!isInForce(fact) || !isCertification(fact)) continue;
      const documents = fact.evidence.flatMap((id) => base.documents.get(id) ?? []);
      const isShown = documents.some(
        (document) => !document.self_declaration && availabilityOn(document, day).isAvailable,
      );
      if (isShown) continue;
      yield {
        at: { kind: 'fact', id: fact.id },
        path: ['status'],
        message: `fact ${fact.id} claims a certification, but no certificate can be had on ${day}`,
      };
    }
  },
};
