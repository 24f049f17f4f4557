import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../src/check/check-facts.js';
import { rules } from '../../src/check/registry.js';
import { DAY, PROJECT } from '../commands/command-line.js';
import { SHIPPED } from '../facts/shipped-facts.js';
import { addedFindings, type Change, mutateFacts, places } from './mutate-facts.js';

const RBAC =
  '{ de: ✓ Verfügbar, en: ✓ Available }\n    evidence: [factsheet]\n    source: { section: security, row: 7 }\n    owner: Security team\n    recorded: 2026-11-23';
const FREQUENCY = 'value: { kind: frequency, every: 1, unit: days, automated: true }';
const DAILY = 'display: { de: "Täglich, automatisiert", en: "Daily, automated" }';
const MISTRAL = 'certificates: [ISO 27001]\n';
const OWN_TOPIC = `area: { de: Eigenes, en: Own }
topics:
  - id: own.waf
    label: { de: Eigene WAF, en: Own WAF }
    terms: { de: [], en: [web application firewall] }
    examples: { de: [], en: [Do you use a web application firewall?] }
`;
const NEW_FACT = (id: string, label: string): string => `
  - id: ${id}
    status: implemented
    label: ${label}
    display: { de: ✓ Ja, en: ✓ Yes }
    evidence: [factsheet]
    source: { section: hosting, row: 7 }
    owner: Security team
    recorded: 2026-11-23
`;

/** Changes to the shipped facts, each of which breaks one rule and no other, at the marked place. */
const CASES: readonly (readonly [rule: string, what: string, ...changes: Change[]])[] = [
  ['schema/invalid', 'status', ['security.yaml', 'status: partial', 'status: ¦sort_of']],
  [
    'schema/invalid',
    'a day that does not exist',
    ['security.yaml', RBAC, RBAC.replace('2026-11-23', '¦2026-02-30')],
  ],
  ['schema/unknown-key', 'a key', ['hosting.yaml', 'percent: 99.5,', 'percent: 99.5, ¦mounths: 12,']],
  ['schema/duplicate-id', 'a fact', ['security.yaml', 'id: access.rbac', 'id: ¦access.sso']],
  [
    'schema/duplicate-id',
    'a document',
    ['documents.yaml', '- id: toms', '- id: ¦dpa'],
    ['compliance.yaml', 'value: { kind: document, document: toms }', 'value: { kind: none }'],
    ['compliance.yaml', 'evidence: [toms, factsheet]', 'evidence: [factsheet]'],
  ],
  [
    'schema/wrong-unit',
    'an unknown unit',
    ['backup-incident.yaml', 'max: 8, unit: hours', 'max: 8, unit: ¦hour'],
  ],
  ['schema/wrong-unit', 'a unit in the number', ['backup-incident.yaml', 'max: 72,', 'max: ¦72 h,']],
  [
    'reference/unknown-document',
    'evidence',
    ['compliance.yaml', 'evidence: [toms, factsheet]', 'evidence: [toms, ¦fact-sheet]'],
  ],
  [
    'reference/unknown-fact',
    'a roadmap row',
    ['roadmap.yaml', 'fact: incident.process', 'fact: ¦incident.proces'],
  ],
  [
    'reference/unknown-section',
    'a source',
    ['security.yaml', 'section: security, row: 7', 'section: ¦safety, row: 7'],
  ],
  ['reference/unknown-topic', 'an id', ['security.yaml', 'id: access.rbac', 'id: ¦access.rabc']],
  [
    'continuity/rpo-below-backup-interval',
    'RPO',
    ['hosting.yaml', 'max: 24, unit: hours', 'max: ¦12, unit: hours'],
    ['hosting.yaml', '{ de: 24 Std., en: 24 hrs }', '{ de: 12 Std., en: 12 hrs }'],
  ],
  [
    'continuity/rpo-below-backup-interval',
    'interval',
    ['backup-incident.yaml', FREQUENCY, FREQUENCY.replace('every: 1', 'every: 2')],
    ['backup-incident.yaml', DAILY, 'display: { de: Alle 2 Tage, en: Every 2 days }'],
    ['hosting.yaml', 'max: 24, unit', 'max: ¦24, unit'],
  ],
  ['continuity/rto-range', 'min over max', ['hosting.yaml', 'min: 4, max: 8', 'min: ¦9, max: 8']],
  [
    'availability/sla-above-measured',
    'SLA',
    ['hosting.yaml', 'percent: 99.5', 'percent: ¦99.95'],
    ['hosting.yaml', '{ de: "99,5 %", en: 99.5% }', '{ de: "99,95 %", en: 99.95% }'],
  ],
  [
    'roadmap/overdue',
    'a document',
    [
      'documents.yaml',
      'available: { quarter: Q4 2026, edge: by }\n    display: { de: Q4 2026, en: Q4 2026 }\n    source: { section: documents, row: 6 }',
      'available: { quarter: ¦Q3 2026, edge: by }\n    display: { de: Q3 2026, en: Q3 2026 }\n    source: { section: documents, row: 6 }',
    ],
    [
      'documents.yaml',
      'display: { de: Q4 2026, en: Q4 2026 }\n    evidence: [security-policy, factsheet]',
      'display: { de: Q3 2026, en: Q3 2026 }\n    evidence: [security-policy, factsheet]',
    ],
  ],
  [
    'roadmap/due-soon',
    'a fact',
    ['roadmap.yaml', 'due: { quarter: Q2 2026, edge: from }', 'due: { quarter: ¦Q1 2027, edge: from }'],
    [
      'roadmap.yaml',
      'display: { de: Ab Q2 2026, en: From Q2 2026 }\n    fact',
      'display: { de: Ab Q1 2027, en: From Q1 2027 }\n    fact',
    ],
    [
      'roadmap.yaml',
      'display: { de: Ab Q2 2026, en: From Q2 2026 }\n    evidence',
      'display: { de: Ab Q1 2027, en: From Q1 2027 }\n    evidence',
    ],
  ],
  [
    'roadmap/date-mismatch',
    'roadmap',
    [
      'roadmap.yaml',
      '{ de: Q4 2026, en: Q4 2026 }\n    fact: access.mfa',
      '{ de: ¦Q1 2027, en: ¦Q1 2027 }\n    fact: access.mfa',
    ],
  ],
  [
    'roadmap/date-mismatch',
    'document',
    ['roadmap.yaml', 'evidence: [pentest-report, factsheet]', 'evidence: [¦late-report, factsheet]'],
    [
      'documents.yaml',
      '  # Our own statement',
      '  - id: late-report\n    title: { de: Bericht, en: Report }\n    available: { quarter: Q3 2027, edge: by }\n    display: { de: Q3 2027, en: Q3 2027 }\n    owner: Security team\n    recorded: 2026-11-23\n\n  # Our own statement',
    ],
  ],
  [
    'roadmap/date-mismatch',
    'a date of its own beside the document',
    [
      'documents.yaml',
      'value: { kind: document, document: pentest-report }',
      'value: { kind: document, document: pentest-report }\n    due: ¦{ quarter: Q1 2027, edge: by }',
    ],
  ],
  [
    'roadmap/done-but-planned',
    'a roadmap row',
    ['security.yaml', 'status: planned', 'status: implemented'],
    ['security.yaml', 'Roadmap Q4 2026, en: Roadmap Q4 2026', 'Ja, en: Yes'],
    ['roadmap.yaml', 'fact: access.mfa', 'fact: ¦access.mfa'],
  ],
  [
    'roadmap/done-but-planned',
    'a display',
    ['security.yaml', '{ de: ✓ Verfügbar, en: ✓ Available }', '{ de: Ab Q1 2027, en: ¦From Q1 2027 }'],
  ],
  [
    'roadmap/done-but-planned',
    'a document that is there',
    [
      'documents.yaml',
      'id: document.subprocessor_list\n    status: implemented',
      'id: document.subprocessor_list\n    status: ¦planned',
    ],
  ],
  [
    'certification/claimed-without-document',
    'status',
    [
      'compliance.yaml',
      'status: planned\n    value: { kind: milestone, progress: in_implementation }\n    due: { quarter: Q4 2026, edge: by }',
      'status: ¦implemented',
    ],
    [
      'compliance.yaml',
      'In Umsetzung – Q4 2026, en: In implementation – Q4 2026',
      'Zertifiziert, en: Certified',
    ],
    [
      'roadmap.yaml',
      '  - label: { de: ISO 27001 Zertifizierung, en: ISO 27001 certification }\n    display: { de: Q4 2026, en: Q4 2026 }\n    fact: compliance.iso27001\n    source: { section: roadmap, row: 1 }\n',
      '',
    ],
  ],
  [
    'document/expired',
    'a document',
    [
      'documents.yaml',
      'source: { section: documents, row: 1 }',
      'source: { section: documents, row: 1 }\n    valid_until: ¦2026-11-22',
    ],
  ],
  [
    'evidence/not-available',
    'evidence',
    ['security.yaml', `${RBAC}`, RBAC.replace('[factsheet]', '[factsheet, ¦pentest-report]')],
  ],
  [
    'evidence/not-available',
    'the document itself',
    [
      'documents.yaml',
      'id: document.pentest_report\n    status: planned',
      'id: document.pentest_report\n    status: ¦implemented',
    ],
  ],
  ['evidence/missing', 'none', ['security.yaml', RBAC, RBAC.replace('[factsheet]', '¦[]')]],
  [
    'evidence/missing',
    'no key',
    [
      'security.yaml',
      `- id: access.rbac\n    status: implemented\n    label: { de: RBAC, en: RBAC }\n    display: ${RBAC}`,
      `- ¦id: access.rbac\n    status: implemented\n    label: { de: RBAC, en: RBAC }\n    display: ${RBAC.replace('\n    evidence: [factsheet]', '')}`,
    ],
  ],
  ['residency/subprocessor-region', 'a note', ['subprocessors.yaml', 'note: EU,', 'note: ¦Global,']],
  [
    'subprocessor/no-certificate',
    'none',
    ['subprocessors.yaml', MISTRAL, 'certificates: []\n'],
    ['subprocessors.yaml', '- name: Mistral AI (EU)', '- ¦name: Mistral AI (EU)'],
  ],
  [
    'subprocessor/not-in-list-document',
    'no document',
    ['subprocessors.yaml', '[subprocessor-list, factsheet]', '¦[factsheet]'],
  ],
  [
    'subprocessor/not-in-list-document',
    'a party that the display lacks',
    [
      'subprocessors.yaml',
      'en: "Microsoft Azure, Google Cloud (EMEA), MongoDB Atlas, ',
      'en: "Microsoft Azure, Google Cloud (EMEA), ',
    ],
    ['subprocessors.yaml', 'name: MongoDB Atlas', 'name: ¦MongoDB Atlas'],
  ],
  [
    'subprocessor/not-in-list-document',
    'a party that the document lacks',
    [
      'documents.yaml',
      'display: { de: sofort verfügbar, en: available immediately }\n    source: { section: documents, row: 3 }\n    owner',
      'display: { de: sofort verfügbar, en: available immediately }\n    lists: [Microsoft Azure, Google Cloud, MongoDB Atlas, AWS]\n    source: { section: documents, row: 3 }\n    owner',
    ],
    ['subprocessors.yaml', 'name: Mistral AI (EU)', 'name: ¦Mistral AI (EU)'],
  ],
  [
    'subprocessor/not-in-list-document',
    'a provider',
    ['backup-incident.yaml', 'provider: Azure', 'provider: ¦Hetzner'],
  ],
  [
    'privacy/notice-over-72h',
    'notice',
    ['backup-incident.yaml', 'max: 72, unit: hours', 'max: ¦4, unit: days'],
    [
      'backup-incident.yaml',
      '{ de: Innerhalb 72 Stunden (Art. 33), en: Within 72 hours (Art. 33) }',
      '{ de: Innerhalb 4 Tagen (Art. 33), en: Within 4 days (Art. 33) }',
    ],
  ],
  [
    'privacy/customer-notice-after-authority',
    'notice',
    ['backup-incident.yaml', 'max: 24, unit: hours', 'max: ¦5, unit: days'],
    [
      'backup-incident.yaml',
      '{ de: Innerhalb 24 Stunden, en: Within 24 hours }',
      '{ de: Innerhalb 5 Tagen, en: Within 5 days }',
    ],
  ],
  [
    'encryption/weak',
    'TLS',
    ['security.yaml', 'accepted: ["1.2", "1.3"]', 'accepted: [¦"1.1", "1.2"]'],
    [
      'security.yaml',
      'TLS 1.2/1.3 – kein HTTP, en: TLS 1.2/1.3 – no HTTP',
      'TLS 1.1/1.2 – kein HTTP, en: TLS 1.1/1.2 – no HTTP',
    ],
  ],
  [
    'encryption/weak',
    'AES',
    ['backup-incident.yaml', 'key_bits: 256', 'key_bits: ¦64'],
    ['backup-incident.yaml', '{ de: AES-256, en: AES-256 }', '{ de: AES-64, en: AES-64 }'],
  ],
  [
    'encryption/weak',
    'RC4',
    ['backup-incident.yaml', 'name: AES, key_bits: 256', 'name: ¦RC4'],
    ['backup-incident.yaml', '{ de: AES-256, en: AES-256 }', '{ de: RC4, en: RC4 }'],
  ],
  ['encryption/weak', 'HTTP', ['security.yaml', 'plain_http: refused', 'plain_http: ¦accepted']],
  [
    'wording/value-parity',
    'English against the value',
    ['backup-incident.yaml', 'en: Within 8 hours', 'en: ¦Within 6 hours'],
  ],
  [
    'wording/value-parity',
    'the value against both',
    ['hosting.yaml', 'percent: 99.9', 'percent: 99.8'],
    ['hosting.yaml', 'de: "99,9 % (letzte', 'de: ¦"99,9 % (letzte'],
    ['hosting.yaml', 'en: 99.9% (last', 'en: ¦99.9% (last'],
  ],
  ['wording/value-parity', 'units', ['backup-incident.yaml', 'en: Within 24 hours', 'en: ¦Within 24 days']],
  [
    'wording/value-parity',
    'a version',
    ['security.yaml', 'en: TLS 1.2/1.3 – no HTTP', 'en: ¦TLS 1.2 – no HTTP'],
  ],
  [
    'wording/value-parity',
    'key bits',
    ['security.yaml', 'en: AES-256 (Azure SSE)', 'en: ¦AES-128 (Azure SSE)'],
  ],
  [
    'wording/value-parity',
    'a quarter',
    ['compliance.yaml', 'en: In implementation – Q4 2026', 'en: ¦In implementation – Q4 2027'],
  ],
  [
    'wording/value-parity',
    'languages, without a typed value',
    [
      'compliance.yaml',
      'label: { de: ISO 27001, en: ISO 27001 }',
      'label: { de: ISO 27001, en: ¦ISO 27002 }',
    ],
  ],
  [
    'wording/value-parity',
    'a document',
    [
      'documents.yaml',
      'de: Q4 2026, en: Q4 2026 }\n    source: { section: documents, row: 5 }\n    owner: Security team\n    recorded: 2026-11-23\n\n  - id: security',
      'de: Q4 2026, en: ¦Q1 2027 }\n    source: { section: documents, row: 5 }\n    owner: Security team\n    recorded: 2026-11-23\n\n  - id: security',
    ],
  ],
  [
    'wording/missing-language',
    'no English',
    ['security.yaml', 'display: { de: Azure WAF, en: Azure WAF }', 'display: ¦{ de: Azure WAF }'],
  ],
  [
    'wording/missing-language',
    'blank',
    ['security.yaml', 'label: { de: RBAC, en: RBAC }', 'label: { de: RBAC, en: ¦" " }'],
  ],
  [
    'wording/missing-language',
    'not translated',
    ['hosting.yaml', 'en: EU data centres only', 'en: ¦Ausschließlich EU-Rechenzentren'],
  ],
  ['wording/overclaim', 'fully', ['security.yaml', 'en: Partial (Entra', 'en: ¦Fully (Entra']],
  [
    'wording/overclaim',
    'a tick',
    [
      'roadmap.yaml',
      'display: { de: Q3 2026, en: Q3 2026 }\n    evidence',
      'display: { de: ¦✓ Q3 2026, en: Q3 2026 }\n    evidence',
    ],
  ],
  [
    'wording/overclaim',
    'a document that is announced',
    [
      'documents.yaml',
      'de: Q4 2026, en: Q4 2026 }\n    source: { section: documents, row: 4 }\n    owner: Security team\n    recorded: 2026-11-23\n\n  - id: pentest',
      'de: ¦sofort verfügbar, en: announced }\n    source: { section: documents, row: 4 }\n    owner: Security team\n    recorded: 2026-11-23\n\n  - id: pentest',
    ],
  ],
  [
    'encryption/weak',
    'in words only',
    [
      'security.yaml',
      '{ de: AES-256 (Azure SSE), en: AES-256 (Azure SSE) }',
      '{ de: "AES-256 (Azure SSE), kein MD5", en: ¦"AES-256 (Azure SSE), with MD5" }',
    ],
  ],
  ['wording/overclaim', 'full', ['security.yaml', 'en: Partial (Entra', 'en: ¦Full support (Entra']],
  [
    'wording/value-parity',
    'an interval',
    [
      'backup-incident.yaml',
      'display: { de: "Täglich, automatisiert", en: "Daily, automated" }',
      'display: { de: ¦"Monatlich, automatisiert", en: ¦"Monthly, automated" }',
    ],
  ],
  ['wording/placeholder', 'blank to fill in', ['security.yaml', 'en: ✓ Available', 'en: ¦___']],
  ['review/stale', 'recorded', ['security.yaml', RBAC, RBAC.replace('2026-11-23', '¦2025-11-22')]],
  [
    'review/stale',
    'reviewed',
    ['security.yaml', RBAC, RBAC.replace('2026-11-23', '2024-01-01\n    reviewed: ¦2025-01-01')],
  ],
  ['review/stale', 'past its validity', ['security.yaml', RBAC, `${RBAC}\n    valid_until: ¦2026-11-22`]],
  ['review/no-owner', 'a placeholder', ['security.yaml', RBAC, RBAC.replace('Security team', '¦TBD')]],
  [
    'review/no-owner',
    'no key',
    [
      'security.yaml',
      `- id: access.rbac\n    status: implemented\n    label: { de: RBAC, en: RBAC }\n    display: ${RBAC}`,
      `- ¦id: access.rbac\n    status: implemented\n    label: { de: RBAC, en: RBAC }\n    display: ${RBAC.replace('    owner: Security team\n', '')}`,
    ],
  ],
  [
    'match/ambiguous',
    'labels',
    ['security.yaml', 'label: { de: RBAC, en: RBAC }', 'label: { de: ¦sso, en: Roles }'],
  ],
  [
    'match/ambiguous',
    'a topic of its own',
    ['topics/own.yaml', '', OWN_TOPIC],
    ['hosting.yaml', '', NEW_FACT('¦own.waf', '{ de: Eigene WAF, en: Own WAF }')],
  ],
  [
    'accept/expired',
    'an acceptance',
    [
      'subprocessors.yaml',
      'source: { section: subprocessors, row: 1 }',
      'accept: [{ rule: residency/subprocessor-region, reason: asked them, until: ¦2026-11-22 }]\n    source: { section: subprocessors, row: 1 }',
    ],
  ],
  [
    'accept/unknown-rule',
    'a rule',
    [
      'subprocessors.yaml',
      'source: { section: subprocessors, row: 1 }',
      'accept: [{ rule: ¦residency/region, reason: asked them, until: 2027-11-22 }]\n    source: { section: subprocessors, row: 1 }',
    ],
  ],
];

describe('rules', () => {
  const cases = CASES.map(([rule, what, ...changes]) => ({ rule, what, changes }));
  it.each(cases)('$rule: $what', async ({ rule, changes }) => {
    const { dir, marks } = await mutateFacts(changes);
    const added = await addedFindings(dir, DAY);
    expect(places(added, dir)).toEqual(marks.map((mark) => `${rule} ${mark}`));
  });

  it('have a case each', () => {
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('are listed as they lie in their folder', () => {
    const files = readdirSync(join(PROJECT, 'src/check/rules')).map((name) => name.replace(/\.ts$/, ''));
    expect(rules.map(({ id }) => id.replace('/', '-'))).toEqual(files.sort());
  });

  it('say what they report and what to do', () => {
    for (const { id, summary, hint } of rules) {
      expect(summary, id).toMatch(/^[a-zA-Z].*[^.]$/);
      expect(hint, id).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the shipped facts', () => {
  it('give what is true of them, and no error', async () => {
    const { summary, findings } = await checkFacts({ factsDir: SHIPPED, asOf: DAY });
    expect(summary).toEqual({ errors: 0, warnings: 13, notices: 0, accepted: 0 });
    expect(
      findings.map(({ rule, message }) => `${rule}: ${message.split(/ (?:is|was|works in) /)[0]}`),
    ).toEqual([
      'roadmap/due-soon: fact compliance.iso27001',
      'roadmap/due-soon: document iso-certificate',
      'roadmap/due-soon: document pentest-report',
      'roadmap/due-soon: document security-policy',
      'roadmap/due-soon: fact roadmap.pentest',
      'roadmap/due-soon: fact incident.process',
      'roadmap/overdue: fact roadmap.vuln_mgmt',
      'roadmap/overdue: fact roadmap.training',
      'roadmap/due-soon: fact access.mfa',
      'residency/subprocessor-region: sub-processor Microsoft Azure',
      'residency/subprocessor-region: sub-processor Google Cloud',
      'residency/subprocessor-region: sub-processor MongoDB Atlas',
      'residency/subprocessor-region: sub-processor AWS',
    ]);
  });

  it('are all overdue at the turn of the year', async () => {
    const { findings } = await checkFacts({ factsDir: SHIPPED, asOf: '2027-01-01' });
    expect(findings.filter(({ rule }) => rule === 'roadmap/overdue')).toHaveLength(9);
    expect(findings.filter(({ rule }) => rule === 'roadmap/due-soon')).toEqual([]);
  });
});
