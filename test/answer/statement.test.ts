import { describe, expect, it } from 'vitest';
import type { PhraseBook } from '../../src/answer/phrases.js';
import { factStatement } from '../../src/answer/statement.js';
import type { Fact } from '../../src/facts/schema.js';
import type { Language } from '../../src/match/decision.js';
import { otherFact, shippedFact, shippedFacts } from '../facts/shipped-facts.js';
import { shippedPhrases } from './shipped-phrases.js';

const TODAY = '2026-11-23';

async function say(
  fact: Fact,
  language: Language,
  day = TODAY,
  parties?: readonly string[],
): Promise<string> {
  const [facts, book] = await Promise.all([shippedFacts(), shippedPhrases()]);
  return factStatement(fact, book, { facts, language, phrases: book.languages[language], day }, parties);
}

describe('factStatement', () => {
  it.each([
    [
      'hosting.provider',
      'The service is hosted on Microsoft Azure in the region Germany West Central.',
      'Der Dienst wird auf Microsoft Azure in der Region Germany West Central betrieben.',
    ],
    [
      'hosting.residency',
      'Data is stored exclusively in EU data centres.',
      'Die Datenhaltung erfolgt ausschließlich in EU-Rechenzentren.',
    ],
    [
      'availability.sla',
      'The contractually agreed availability (SLA) is 99.5%.',
      'Die vertraglich zugesicherte Verfügbarkeit (SLA) beträgt 99,5 %.',
    ],
    [
      'availability.actual',
      'The actual availability was 99.9% over the last 12 months.',
      'Die tatsächliche Verfügbarkeit lag in den letzten 12 Monaten bei 99,9 %.',
    ],
    [
      'continuity.rto',
      'The recovery time objective (RTO) is 4 to 8 hours.',
      'Das Recovery Time Objective (RTO) beträgt 4 bis 8 Stunden.',
    ],
    [
      'encryption.in_transit',
      'Data in transit is encrypted with TLS 1.2 and TLS 1.3; unencrypted HTTP is not supported.',
      'Daten werden bei der Übertragung (in transit) mit TLS 1.2 und TLS 1.3 verschlüsselt; unverschlüsseltes HTTP wird nicht unterstützt.',
    ],
    [
      'access.mfa',
      'Multi-factor authentication (MFA) for all users is planned for Q4 2026; it is not in place yet.',
      'Multi-Faktor-Authentifizierung (MFA) für alle Nutzer ist für Q4 2026 geplant und noch nicht umgesetzt.',
    ],
    [
      'access.sso',
      'Single sign-on (SSO) is partially supported (Entra ID/OIDC).',
      'Single Sign-on (SSO) wird teilweise unterstützt (Entra ID/OIDC).',
    ],
    [
      'tenancy.isolation',
      'Tenants are isolated as follows: dedicated database and logically separated storage.',
      'Mandanten werden wie folgt getrennt: dedizierte Datenbank und logisch getrennter Storage.',
    ],
    [
      'compliance.iso27001',
      'Certification to ISO 27001 is planned for Q4 2026; implementation is under way. There is no certificate yet.',
      'Die Zertifizierung nach ISO 27001 ist für Q4 2026 geplant; die Umsetzung läuft. Ein Zertifikat liegt noch nicht vor.',
    ],
    [
      'backup.frequency',
      'Backups are created daily and automatically.',
      'Backups werden täglich und automatisiert erstellt.',
    ],
    [
      'backup.geo_redundancy',
      'Backups are stored geo-redundantly in several Azure regions (EU).',
      'Backups werden geo-redundant in mehreren Azure-Regionen (EU) gespeichert.',
    ],
    [
      'backup.retention',
      'Backups are retained for 30 days; up to 90 days by contract.',
      'Backups werden 30 Tage aufbewahrt; vertraglich sind bis zu 90 Tage möglich.',
    ],
    [
      'incident.gdpr_notice',
      'GDPR notifications to the supervisory authority (Art. 33 GDPR) are made within 72 hours.',
      'DSGVO-Meldungen (Art. 33 DSGVO) an die Aufsichtsbehörde erfolgen innerhalb von 72 Stunden.',
    ],
    [
      'document.pentest_report',
      'The penetration test report is announced for Q4 2026; it is not available yet.',
      'Der Penetrationstest-Bericht ist für Q4 2026 angekündigt und noch nicht verfügbar.',
    ],
    [
      'roadmap.vuln_mgmt',
      'Formal vulnerability management was planned for Q3 2026; the date has passed and its introduction has not been confirmed.',
      'Ein formales Schwachstellenmanagement war für Q3 2026 geplant; der Termin ist verstrichen und die Einführung nicht bestätigt.',
    ],
    [
      'roadmap.training',
      'Security training for employees was planned from Q2 2026; the date has passed and its start has not been confirmed.',
      'Security-Schulungen für Mitarbeitende waren ab Q2 2026 geplant; der Termin ist verstrichen und der Beginn nicht bestätigt.',
    ],
  ])('says of %s what the fact says', async (id, en, de) => {
    expect(await say(await shippedFact(id), 'en')).toBe(en);
    expect(await say(await shippedFact(id), 'de')).toBe(de);
  });

  it('has a sentence of the topic for every shipped fact, on any day', async () => {
    const [facts, book] = await Promise.all([shippedFacts(), shippedPhrases()]);
    // Without defaults nothing can stand in for a sentence of the topic that lacks a value.
    const any = {
      implemented: undefined,
      partial: undefined,
      planned: undefined,
      not_implemented: undefined,
      unconfirmed: undefined,
      selected: undefined,
    };
    const bare = { ...book, defaults: { any } } as unknown as PhraseBook;
    for (const fact of facts.facts.values()) {
      for (const language of ['de', 'en'] as const) {
        for (const day of ['2026-01-01', TODAY, '2027-06-01']) {
          const context = { facts, language, phrases: book.languages[language], day };
          expect(factStatement(fact, bare, context), `${fact.id} ${language} ${day}`).toMatch(
            /^[A-ZÄÖÜ].*[^.\s]\.$/s,
          );
        }
      }
    }
  });

  it('has a sentence for every status of every topic, whatever values the fact has', async () => {
    for (const { id } of (await shippedFacts()).facts.values()) {
      for (const status of ['implemented', 'partial', 'planned', 'not_implemented']) {
        for (const due of [
          undefined,
          { quarter: 'Q1 2030', edge: 'by' },
          { quarter: 'Q1 2020', edge: 'from' },
        ]) {
          const fact = otherFact({ id, status, due });
          for (const language of ['de', 'en'] as const) {
            expect(await say(fact, language), `${id} ${status}`).toMatch(/^[^{}[\]]+[^.\s]\.$/);
          }
        }
      }
    }
  });

  it('claims nothing for a plan, in any topic', async () => {
    for (const { id } of (await shippedFacts()).facts.values()) {
      const fact = otherFact({ id, status: 'planned', due: { quarter: 'Q1 2030', edge: 'by' } });
      expect(await say(fact, 'en'), id).toMatch(/planned for Q1 2030/);
      expect(await say(fact, 'de'), id).toMatch(/für Q1 2030 geplant/);
    }
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['percentage', { kind: 'percentage', percent: 12.5 }, 'Something: 12.5%.', 'Etwas: 12,5 %.'],
    ['duration', { kind: 'duration', max: 1, unit: 'days' }, 'Something: 1 day.', 'Etwas: 1 Tag.'],
    [
      'duration range',
      { kind: 'duration', min: 0.5, max: 2, unit: 'weeks' },
      'Something: 0.5 to 2 weeks.',
      'Etwas: 0,5 bis 2 Wochen.',
    ],
    [
      'frequency',
      { kind: 'frequency', every: 6, unit: 'hours' },
      'Something: every 6 hours.',
      'Etwas: alle 6 Stunden.',
    ],
    [
      'frequency of one',
      { kind: 'frequency', every: 1, unit: 'years', automated: true },
      'Something: annually, automatically.',
      'Etwas: jährlich, automatisiert.',
    ],
    ['retention', { kind: 'retention', standard: 1, unit: 'years' }, 'Something: 1 year.', 'Etwas: 1 Jahr.'],
    ['algorithm', { kind: 'algorithm', name: 'ChaCha20' }, 'Something: ChaCha20.', 'Etwas: ChaCha20.'],
    [
      'versions',
      { kind: 'versions', protocol: 'TLS', accepted: ['1.3'], plain_http: 'accepted' },
      'Something: TLS 1.3.',
      'Etwas: TLS 1.3.',
    ],
    ['product', { kind: 'product', products: ['A', 'B'] }, 'Something: A/B.', 'Etwas: A/B.'],
    ['region', { kind: 'region', area: 'EU' }, 'Something: Display.', 'Etwas: Anzeige.'],
    [
      'document',
      { kind: 'document', document: 'toms' },
      'Technical and organisational measures (TOMs): available immediately.',
      'Technische und organisatorische Maßnahmen (TOMs): sofort verfügbar.',
    ],
    ['milestone', { kind: 'milestone' }, 'Something: in place.', 'Etwas: umgesetzt.'],
    [
      'text',
      { kind: 'text', text: { de: 'zwei Wörter', en: 'two words' } },
      'Something: two words.',
      'Etwas: zwei Wörter.',
    ],
    ['none', { kind: 'none' }, 'Something: Display.', 'Etwas: Anzeige.'],
  ])('words a fact on a topic of its own: %s', async (_, value, en, de) => {
    const fact = otherFact({ id: 'key_management', value });
    expect(await say(fact, 'en')).toBe(en);
    expect(await say(fact, 'de')).toBe(de);
  });

  it('takes over the display, without its check mark and with one full stop', async () => {
    const fact = otherFact({ id: 'x', display: { de: '✓ 24 Std.', en: '✓ 24 hrs.' } });
    expect(await say(fact, 'de')).toBe('Etwas: 24 Std.');
    expect(await say(fact, 'en')).toBe('Something: 24 hrs.');
  });

  it('falls back to the kind of value when the topic wants values that the fact lacks', async () => {
    const fact = otherFact({
      id: 'hosting.provider',
      value: { kind: 'product', products: ['Own data centre'] },
    });
    expect(await say(fact, 'en')).toBe('Something: Own data centre.');
  });

  it('speaks of the selected parties only, with their region notes', async () => {
    const all = await shippedFact('subprocessors');
    const text = await say(all, 'en', TODAY, ['AWS EMEA', 'Google Cloud (EMEA)']);
    expect(text).toBe(
      "From our list of sub-processors (name – purpose – provider's certifications): " +
        'Google Cloud (EMEA) – OCR services – ISO 27001, SOC 2; AWS EMEA – E-mail (SES) – ISO 27001, SOC 2.',
    );
    expect(await say(all, 'de')).toContain(
      'Microsoft Azure – Infrastruktur – ISO 27001, SOC 2, BSI C5 (EMEA); ',
    );
  });

  it('says that a statement is past its validity', async () => {
    const fact = { ...(await shippedFact('network.waf')), valid_until: '2026-06-30' };
    expect(await say(fact, 'en')).toBe(
      'A web application firewall (WAF) is in use: Azure WAF. This was valid until 2026-06-30 and has not been confirmed since.',
    );
  });
});
