import { describe, expect, it } from 'vitest';
import { DAY } from '../commands/command-line.js';
import { addedFindings, type Change, mutateFacts, places } from './mutate-facts.js';

/** Both words of a display, in its place in the shipped facts; `¦` marks where a finding must be. */
const display =
  (file: string, from: string) =>
  (de: string, en: string): Change => [file, from, `{ de: ${quoted(de)}, en: ${quoted(en)} }`];
/** A text in quotes, with the mark before them. */
const quoted = (text: string): string => (text.startsWith('¦') ? `¦"${text.slice(1)}"` : `"${text}"`);

/** Displays of a planned, a partial and an implemented fact, and of some with values. */
const mfa = display('security.yaml', '{ de: Roadmap Q4 2026, en: Roadmap Q4 2026 }');
const sso = display('security.yaml', '{ de: Teilweise (Entra ID/OIDC), en: Partial (Entra ID/OIDC) }');
const rbac = display('security.yaml', '{ de: ✓ Verfügbar, en: ✓ Available }');
const atRest = display('security.yaml', '{ de: AES-256 (Azure SSE), en: AES-256 (Azure SSE) }');
const inTransit = display('security.yaml', '{ de: TLS 1.2/1.3 – kein HTTP, en: TLS 1.2/1.3 – no HTTP }');
const rpo = display('hosting.yaml', '{ de: 24 Std., en: 24 hrs }');
const rto = display('hosting.yaml', '{ de: 4–8 Std., en: 4–8 hrs }');
const retention = display(
  'backup-incident.yaml',
  '{ de: 30 Tage (bis 90 Tage vertraglich), en: 30 days (up to 90 days by contract) }',
);
const isb = display('compliance.yaml', '{ de: ISB, en: Information security officer }');
const row = (de: string, en: string): Change => [
  'roadmap.yaml',
  '{ de: Q4 2026, en: Q4 2026 }\n    fact: access.mfa',
  `{ de: ${quoted(de)}, en: ${quoted(en)} }\n    fact: access.mfa`,
];
const cipher = (name: string, words = name.replace('¦', '')): Change[] => [
  ['backup-incident.yaml', 'name: AES, key_bits: 256', `name: ${name}`],
  ['backup-incident.yaml', '{ de: AES-256, en: AES-256 }', `{ de: ${words}, en: ${words} }`],
];
const UNTYPED_TLS: Change = [
  'security.yaml',
  '    value: { kind: versions, protocol: TLS, accepted: ["1.2", "1.3"], plain_http: refused }\n',
  '',
];
const certificates = (list: string): Change[] => [
  ['subprocessors.yaml', 'certificates: [ISO 27001]\n', `certificates: ${list}\n`],
  ['subprocessors.yaml', '- name: Mistral AI (EU)', '- ¦name: Mistral AI (EU)'],
];
const OWNER = 'row: 7 }\n    owner: Security team\n    recorded: 2026-11-23';

const FOUND: readonly (readonly [rule: string, what: string, ...changes: Change[]])[] = [
  ['wording/value-parity', 'numbers in words', rpo('¦zwei Tage', '¦two days')],
  ['wording/value-parity', 'a number in words in one language', rpo('24 Std.', '¦twelve hours')],
  ['wording/value-parity', 'the upper end', rto('¦4 bis 9 Stunden', '4 to 8 hours')],
  ['wording/value-parity', 'bits before the name', atRest('¦AES mit 128 Bit', '¦128-bit AES')],
  ['wording/value-parity', 'a day outside the quarter', mfa('¦Bis 31.03.2027', '¦By 2027-03-31')],
  ['wording/value-parity', 'a month outside the quarter', mfa('¦März 2026', '¦March 2026')],
  ['wording/value-parity', 'a year outside the quarter', mfa('¦Ende 2027', '¦End of 2027')],
  ['wording/value-parity', 'a day in words', isb('ISB seit 1. Februar 2024', '¦ISO since 1 March 2024')],
  ['roadmap/date-mismatch', 'a day', row('¦31.03.2027', '¦2027-03-31')],
  ['roadmap/date-mismatch', 'a month', row('¦März 2027', '¦March 2027')],
  ['roadmap/date-mismatch', 'a year', row('¦Ende 2027', '¦End of 2027')],
  ['roadmap/done-but-planned', 'the word planned', rbac('Geplant', '¦Planned')],
  ['roadmap/done-but-planned', 'in German only', rbac('¦Noch nicht verfügbar', 'Available soon')],
  ['roadmap/done-but-planned', 'a year to come', rbac('Ab 2027', '¦From 2027')],
  ['subprocessor/no-certificate', 'a dash', ...certificates('["-"]')],
  ['subprocessor/no-certificate', 'none', ...certificates('[none]')],
  ['review/no-owner', 'N. N.', ['security.yaml', OWNER, OWNER.replace('Security team', '¦N. N.')]],
  ['encryption/weak', 'SHA_1', ...cipher('¦SHA_1')],
  ['encryption/weak', 'TDES', ...cipher('¦TDES')],
  ['encryption/weak', 'bits in the name', ...cipher('¦AES-64')],
  [
    'encryption/weak',
    'DTLS',
    ['security.yaml', 'TLS, accepted: ["1.2", "1.3"]', 'DTLS, accepted: [¦"1.0", "1.2"]'],
    inTransit('DTLS 1.0/1.2', 'DTLS 1.0/1.2'),
  ],
  [
    'encryption/weak',
    'after one that is refused',
    UNTYPED_TLS,
    inTransit('¦Kein RC4. TLS 1.0 und 1.2', '¦No RC4. TLS 1.0 and 1.2'),
  ],
  ['wording/overclaim', 'implemented', sso('¦Umgesetzt (Entra ID)', '¦Implemented (Entra ID)')],
  ['wording/overclaim', 'everywhere', sso('¦Überall', '¦Everywhere')],
  [
    'wording/overclaim',
    'after a promise that is hedged',
    mfa('Roadmap Q4 2026', '¦Not yet full. Always on, Q4 2026'),
  ],
  ['wording/overclaim', 'a row of the roadmap', row('¦✓ Umgesetzt Q4 2026', '¦Done Q4 2026')],
];

const FINE: readonly (readonly [what: string, ...changes: Change[]])[] = [
  ['a month for 30 days', retention('1 Monat (bis 3 Monate)', '1 month (up to 3 months)')],
  ['another dash', rto('4—8 Std.', '4 − 8 hrs')],
  ['a range in words', rto('zwischen 4 und 8 Stunden', 'between 4 and 8 hours')],
  ['a number in words', rpo('ein Tag', 'one day')],
  ['bits before the name', atRest('AES mit 256 Bit', '256-bit AES')],
  ['a day within the quarter', mfa('Bis 31.12.2026', 'By 2026-12-31')],
  ['a month within the quarter', mfa('Dezember 2026', 'December 2026')],
  ['the year of the quarter', mfa('Ende 2026', 'End of 2026')],
  ['the same day in other words', isb('ISB seit 01.02.2024', 'ISO since 1 February 2024')],
  ['spaces between thousands', rbac('10 000 Nutzer', '10,000 users')],
  ['a day of the quarter on the roadmap', row('31.12.2026', '2026-12-31')],
  ['planned maintenance', rbac('✓, geplante Wartung nachts', '✓, planned maintenance at night')],
  ['a year that has passed', rbac('✓ seit Ende 2024', '✓ since end of 2024')],
  [
    'weak encryption that is switched off',
    UNTYPED_TLS,
    inTransit('TLS 1.2; TLS 1.0 ist abgeschaltet', 'TLS 1.2; TLS 1.0 is disabled'),
  ],
  ['a strong hash', ...cipher('SHA-256')],
  ['a future', mfa('Wird bis Q4 2026 vollständig umgesetzt', 'Will be fully implemented by Q4 2026')],
  ['not yet', mfa('Noch nicht umgesetzt, Q4 2026', 'Not yet implemented, Q4 2026')],
  ['in part', sso('Ja, teilweise (Entra ID)', 'Yes, partially (Entra ID)')],
];

describe('rules find what is said in other words', () => {
  const cases = FOUND.map(([rule, what, ...changes]) => ({ rule, what, changes }));
  it.each(cases)('$rule: $what', async ({ rule, changes }) => {
    const { dir, marks } = await mutateFacts(changes);
    const added = await addedFindings(dir, DAY);
    expect(places(added, dir)).toEqual(marks.map((mark) => `${rule} ${mark}`));
  });
});

describe('rules find nothing wrong with', () => {
  const cases = FINE.map(([what, ...changes]) => ({ what, changes }));
  it.each(cases)('$what', async ({ changes }) => {
    const { dir } = await mutateFacts(changes);
    expect(await addedFindings(dir, DAY)).toEqual([]);
  });
});

describe('texts without end', () => {
  const long = (word: string): string => word.repeat(60_000);
  it.each<[string, Change[]]>([
    ['promises and hedges', [mfa(long('ja nicht '), long('not yes '))]],
    ['weak names and refusals', [UNTYPED_TLS, inTransit(long('RC4 kein '), long('no MD5 '))]],
    ['numbers', [rpo(long('1.'), long('1,'))]],
  ])('%s are checked in time', async (_, changes) => {
    const { dir } = await mutateFacts(changes);
    const start = performance.now();
    await addedFindings(dir, DAY);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('messages', () => {
  it.each<[string, Change[]]>([
    [
      'fact continuity.rpo promises 1 hour, but backups run every day (fact backup.frequency)',
      [['hosting.yaml', 'max: 24, unit: hours', 'max: 1, unit: hours'], rpo('1 Std.', '1 hr')],
    ],
    [
      'display of fact incident.p1_response (en) says 72 hours (3 days) where the value says 8 hours (span of time)',
      [['backup-incident.yaml', 'en: Within 8 hours', 'en: Within 72 hours']],
    ],
    [
      'display of fact access.mfa (en) says 2027-03-31 where the value says Q4 2026 (date)',
      [mfa('Q4 2026', 'By 2027-03-31')],
    ],
    ['fact access.mfa is planned, but its row on the roadmap says "Done"', [row('Q4 2026', 'Done Q4 2026')]],
    ['fact access.rbac is implemented, but its display still says "Planned"', [rbac('Geplant', 'Planned')]],
  ])('%s', async (message, changes) => {
    const { dir } = await mutateFacts(changes);
    expect((await addedFindings(dir, DAY)).map((finding) => finding.message)).toContain(message);
  });
});
