import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import { createMatcher, type Matcher } from '../../src/match/matcher.js';
import { catalogue, DAY, factsDir } from './catalogue.js';

let matcher: Matcher;
beforeAll(async () => {
  matcher = createMatcher(catalogue, await loadFacts(factsDir), DAY);
});
const decide = (text: string, section?: string) => {
  const { status, response, parts } = matcher.decide({ text, ...(section && { section }) });
  return { status, response, facts: parts.map((part) => part.fact) };
};

describe('the facts decide', () => {
  test.each([
    ['Is customer data stored outside the European Union?', 'no', ['hosting.residency']],
    ['Customer data never leaves the European Union.', 'yes', ['hosting.residency']],
    ['Do you guarantee an availability of at least 99.9 %?', 'no', ['availability.sla']],
    ['Do you guarantee an availability of at least 99 %?', 'yes', ['availability.sla']],
    ['Measured availability over the last 12 months', 'value', ['availability.actual']],
    ['What are your RTO and RPO?', 'value', ['continuity.rto', 'continuity.rpo']],
    ['Is the RTO below 4 hours?', 'no', ['continuity.rto']],
    ['Is TLS 1.1 still accepted?', 'no', ['encryption.in_transit']],
    ['Is TLS 1.2 accepted?', 'yes', ['encryption.in_transit']],
    ['Is single sign-on supported?', 'partial', ['access.sso']],
    ['Is multi-factor authentication available for users?', 'planned', ['access.mfa']],
    ['Do several customers share one database?', 'no', ['tenancy.isolation']],
    ['Do you have customers without a signed DPA?', 'no', ['privacy.dpa']],
    ['Backup retension (days)', 'value', ['backup.retention']],
    ['Können die Backups auf Wunsch mindestens 60 Tage aufbewahrt werden?', 'yes', ['backup.retention']],
    ['Aufbewahrung der Backups für mindestens ein Jahr', 'no', ['backup.retention']],
    ['Werden wir binnen 4 Stunden über Sicherheitsvorfälle informiert?', 'no', ['incident.customer_notice']],
    ['Bis wann wird die Zwei-Faktor-Authentifizierung eingeführt?', 'planned', ['access.mfa']],
    ['Will MFA be there by the end of 2026?', 'planned', ['access.mfa']],
    [
      'Sind Sie bis zum dritten Quartal 2027 nach ISO 27001 zertifiziert?',
      'planned',
      ['compliance.iso27001'],
    ],
    [
      'Which encryption is used in transit and at rest?',
      'value',
      ['encryption.at_rest', 'encryption.in_transit'],
    ],
    ['DORA Art. 30 (2) b: Where is the data stored?', 'value', ['hosting.provider']],
    ['RPO of 4 h, RTO of 8 h (fulfilled / not fulfilled)', 'partial', ['continuity.rpo', 'continuity.rto']],
    ['Is your uptime 99.5 % (99.5 percent)?', 'yes', ['availability.sla']],
    ['Own database or shared tables?', 'value', ['tenancy.isolation']],
  ])('%s', (text, response, facts) => expect(decide(text)).toEqual({ status: 'answered', response, facts }));

  test('a part without a fact makes a draft that names it', () => {
    const decision = matcher.decide({
      text: 'Is data encrypted at rest and how often are encryption keys rotated?',
    });
    expect(decision).toMatchObject({ status: 'review', parts: [{ fact: 'encryption.at_rest' }] });
    expect(decision.missing).toContain('crypto.key_rotation');
  });

  test('a date that has passed unconfirmed is never more than a draft', () => {
    expect(decide('Is a formal vulnerability management process established?').status).toBe('review');
  });

  test('a heading gives a stub its subject', () => {
    expect(decide('Frequency').status).toBe('unanswered');
    expect(decide('Frequency', 'Backup')).toEqual({
      status: 'answered',
      response: 'value',
      facts: ['backup.frequency'],
    });
  });
});

describe('the facts are silent', () => {
  test.each([
    'How are encryption keys managed?',
    'Are laptops encrypted?',
    'Are restores tested regularly?',
    'Do you have a SOC 2 Type II report?',
    'How long are audit logs retained?',
    'Werden Mobilgeräte verschlüsselt?',
    'Wie oft werden die WAF-Regeln angepasst?',
    'Werden Bewerber vor der Einstellung überprüft?',
  ])('%s', (text) => expect(decide(text).status).toBe('unanswered'));

  test.each([
    [
      'Les données sont-elles chiffrées au repos dans la base de données de votre service ?',
      'unsupported_language',
    ],
    ['Зашифрованы ли данные?', 'unsupported_language'],
    ['', 'no_question'],
    ['???', 'no_question'],
    ['a '.repeat(50_000), 'too_long'],
  ])('%s', (text, code) => {
    expect(matcher.decide({ text }).reasons.map((reason) => reason.code)).toEqual([code]);
  });
});

const QUESTIONS = [
  'Is customer data encrypted at rest?',
  'How often are backups performed?',
  'Is MFA enforced for administrators?',
  'Wie erfolgt die Mandantentrennung?',
  'Verfügbarkeit (SLA) in %',
  'Do you perform background checks?',
  'Backup encryption and retention period',
  'Standort der Server',
];

describe('properties', () => {
  test.each([
    ['upper case', (text: string) => text.toUpperCase()],
    ['lower case', (text: string) => text.toLowerCase()],
    ['white space around', (text: string) => `  \n${text}\t `],
    ['a further question mark', (text: string) => `${text}?`],
    ['decomposed Unicode', (text: string) => text.normalize('NFD')],
    ['non-breaking spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['line breaks', (text: string) => text.replaceAll(' ', '\n')],
  ])('%s does not change a decision', (_, change) => {
    for (const text of QUESTIONS) expect(decide(change(text)), text).toEqual(decide(text));
  });

  test('an unrelated second question never makes an answer of a draft or an open one', () => {
    const open = [
      'Is an HSM used?',
      'Is data encrypted at rest with keys that we own?',
      'Do you perform background checks?',
      'Spricht bei Ihrem Kundendienst jemand Deutsch?',
      'Fliegt man automatisch raus, wenn man länger nicht am Platz ist?',
      'Referenzen: mindestens drei vergleichbare Projekte in den letzten Jahren.',
      'Seit wann gibt es Ihre Firma und wie viele Leute arbeiten da?',
    ];
    for (const first of open) {
      for (const second of QUESTIONS) {
        for (const text of [`${first} ${second}`, `${second}${/[.?]$/.test(second) ? '' : '.'} ${first}`])
          expect(decide(text).status, text).not.toBe('answered');
      }
    }
  });

  test('hostile text is open, with a reason, quickly', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '(',
      ')',
      '.',
      ',',
      '\u0000',
      '\ud800',
      'ß',
      '漢',
      '+',
      '%',
      '1',
      'backup',
      'encrypted',
      'und',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (parts, times) => {
        const started = performance.now();
        const decision = matcher.decide({ text: parts.join('').repeat(times) });
        expect(performance.now() - started).toBeLessThan(1000);
        if (decision.status === 'unanswered') expect(decision.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['no spaces', 'x'.repeat(100_000)],
    ['a word without end', 'verschlüsselung'.repeat(8000)],
    ['brackets', '('.repeat(100_000)],
    ['control characters', '\u0007\u0000'.repeat(50_000)],
    ['digits', '1'.repeat(100_000)],
    ['abbreviations', 'z. B. '.repeat(20_000)],
  ])('%s: under 100 ms', (_, text) => {
    const started = performance.now();
    expect(matcher.decide({ text }).status).toBe('unanswered');
    expect(performance.now() - started).toBeLessThan(100);
  });
});
