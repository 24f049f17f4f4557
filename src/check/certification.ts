import type { Fact } from '../facts/schema.js';

/** Topics about certification that are no certificate themselves. */
const NOT_A_CERTIFICATE: ReadonlySet<string> = new Set([
  'certifications.self_assessment',
  'certifications.security_ratings',
  'certifications.scope',
  'certifications.body',
  'certifications.frameworks',
  'certifications.surveillance_audit',
  'certifications.datacentre',
]);

/** Names of what an auditor certifies or attests. `ISO 27001`, `SOC 2 Type II`, `BSI C5`; not `ISB`, `TLS 1.2`. */
const CERTIFICATE =
  /\b(?:ISO(?:\/IEC)?[ -]?\d{4,5}|SOC[ -]?[123]|C5|TISAX|PCI[ -]DSS|HITRUST|FedRAMP|CSA STAR|Cyber Essentials)\b/i;

/** True for a fact that says: we are certified. A fact on a document is not one. */
export function isCertification({ id, label, value }: Fact): boolean {
  if (value.kind === 'document' || value.kind === 'parties') return false;
  if (id.startsWith('certifications.')) return !NOT_A_CERTIFICATE.has(id);
  return CERTIFICATE.test(label.en) || CERTIFICATE.test(label.de);
}
