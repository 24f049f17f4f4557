import type { Rule } from './rule.js';
import { acceptExpired } from './rules/accept-expired.js';
import { acceptUnknownRule } from './rules/accept-unknown-rule.js';
import { availabilitySlaAboveMeasured } from './rules/availability-sla-above-measured.js';
import { certificationClaimedWithoutDocument } from './rules/certification-claimed-without-document.js';
import { continuityRpoBelowBackupInterval } from './rules/continuity-rpo-below-backup-interval.js';
import { continuityRtoRange } from './rules/continuity-rto-range.js';
import { documentExpired } from './rules/document-expired.js';
import { encryptionWeak } from './rules/encryption-weak.js';
import { evidenceMissing } from './rules/evidence-missing.js';
import { evidenceNotAvailable } from './rules/evidence-not-available.js';
import { matchAmbiguous } from './rules/match-ambiguous.js';
import { privacyCustomerNoticeAfterAuthority } from './rules/privacy-customer-notice-after-authority.js';
import { privacyNoticeOver72h } from './rules/privacy-notice-over-72h.js';
import { referenceUnknownDocument } from './rules/reference-unknown-document.js';
import { referenceUnknownFact } from './rules/reference-unknown-fact.js';
import { referenceUnknownSection } from './rules/reference-unknown-section.js';
import { referenceUnknownTopic } from './rules/reference-unknown-topic.js';
import { residencySubprocessorRegion } from './rules/residency-subprocessor-region.js';
import { reviewNoOwner } from './rules/review-no-owner.js';
import { reviewStale } from './rules/review-stale.js';
import { roadmapDateMismatch } from './rules/roadmap-date-mismatch.js';
import { roadmapDoneButPlanned } from './rules/roadmap-done-but-planned.js';
import { roadmapDueSoon } from './rules/roadmap-due-soon.js';
import { roadmapOverdue } from './rules/roadmap-overdue.js';
import { schemaDuplicateId } from './rules/schema-duplicate-id.js';
import { schemaInvalid } from './rules/schema-invalid.js';
import { schemaUnknownKey } from './rules/schema-unknown-key.js';
import { schemaWrongUnit } from './rules/schema-wrong-unit.js';
import { subprocessorNoCertificate } from './rules/subprocessor-no-certificate.js';
import { subprocessorNotInListDocument } from './rules/subprocessor-not-in-list-document.js';
import { wordingMissingLanguage } from './rules/wording-missing-language.js';
import { wordingOverclaim } from './rules/wording-overclaim.js';
import { wordingPlaceholder } from './rules/wording-placeholder.js';
import { wordingValueParity } from './rules/wording-value-parity.js';

/** Every rule, by id. `--rule`, its help, the reports and the README derive from this list. */
export const rules: readonly Rule[] = [
  acceptExpired,
  acceptUnknownRule,
  availabilitySlaAboveMeasured,
  certificationClaimedWithoutDocument,
  continuityRpoBelowBackupInterval,
  continuityRtoRange,
  documentExpired,
  encryptionWeak,
  evidenceMissing,
  evidenceNotAvailable,
  matchAmbiguous,
  privacyCustomerNoticeAfterAuthority,
  privacyNoticeOver72h,
  referenceUnknownDocument,
  referenceUnknownFact,
  referenceUnknownSection,
  referenceUnknownTopic,
  residencySubprocessorRegion,
  reviewNoOwner,
  reviewStale,
  roadmapDateMismatch,
  roadmapDoneButPlanned,
  roadmapDueSoon,
  roadmapOverdue,
  schemaDuplicateId,
  schemaInvalid,
  schemaUnknownKey,
  schemaWrongUnit,
  subprocessorNoCertificate,
  subprocessorNotInListDocument,
  wordingMissingLanguage,
  wordingOverclaim,
  wordingPlaceholder,
  wordingValueParity,
];
