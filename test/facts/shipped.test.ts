import { beforeAll, describe, expect, it } from 'vitest';
import type { FactBase } from '../../src/facts/fact-base.js';
import { sheetRows } from '../../src/facts/sheet-rows.js';
import { shippedFacts } from './shipped-facts.js';

/** The fact sheet, cell by cell. */
const SHEET: readonly (readonly [section: string, row: number, cells: readonly string[]])[] = [
  ['hosting', 1, ['Cloud-Plattform', 'Microsoft Azure, Germany West Central']],
  ['hosting', 2, ['Datenhaltung', 'Ausschließlich EU-Rechenzentren']],
  ['hosting', 3, ['Architektur', 'Kubernetes (AKS), Microservices']],
  ['hosting', 4, ['Vertragliche SLA', '99,5 %']],
  ['hosting', 5, ['Tatsächl. Verfügbarkeit', '99,9 % (letzte 12 Monate)']],
  ['hosting', 6, ['RPO / RTO', '24 Std. / 4–8 Std.']],
  ['security', 1, ['Verschlüsselung at Rest', 'AES-256 (Azure SSE)']],
  ['security', 2, ['Verschlüsselung in Transit', 'TLS 1.2/1.3 – kein HTTP']],
  ['security', 3, ['WAF', 'Azure WAF']],
  ['security', 4, ['DDoS-Schutz', 'Azure DDoS Protection Standard']],
  ['security', 5, ['MFA', 'Roadmap Q4 2026']],
  ['security', 6, ['SSO', 'Teilweise (Entra ID/OIDC)']],
  ['security', 7, ['RBAC', '✓ Verfügbar']],
  ['security', 8, ['Mandantentrennung', 'Dedizierte DB + log. getr. Storage']],
  ['compliance', 1, ['DSGVO', '✓ Vollständig konform']],
  ['compliance', 2, ['Externer DSB', '✓ Bestellt']],
  ['compliance', 3, ['ISO 27001', 'In Umsetzung – Q4 2026']],
  ['compliance', 4, ['ISB', '✓ Benannt']],
  ['compliance', 5, ['AVV / DPA', '✓ Mit allen Kunden']],
  ['compliance', 6, ['TOMs', '✓ Dokumentiert']],
  ['backup-incident', 1, ['Backup-Frequenz', 'Täglich, automatisiert']],
  ['backup-incident', 2, ['Backup-Verschlüsselung', 'AES-256']],
  ['backup-incident', 3, ['Geo-Redundanz', '✓ Mehrere Azure-Regionen (EU)']],
  ['backup-incident', 4, ['Aufbewahrung', '30 Tage (bis 90 Tage vertraglich)']],
  ['backup-incident', 5, ['Erstreaktion P1', 'Innerhalb 8 Stunden']],
  ['backup-incident', 6, ['Kundenkommunikation', 'Innerhalb 24 Stunden']],
  ['backup-incident', 7, ['DSGVO-Meldung', 'Innerhalb 72 Stunden (Art. 33)']],
  ['subprocessors', 1, ['Microsoft Azure', 'Infrastruktur', 'ISO 27001, SOC 2, BSI C5 (EMEA)']],
  ['subprocessors', 2, ['Google Cloud (EMEA)', 'OCR-Dienste', 'ISO 27001, SOC 2']],
  ['subprocessors', 3, ['MongoDB Atlas', 'Datenbank', 'ISO 27001, SOC 2 (EMEA)']],
  ['subprocessors', 4, ['AWS EMEA', 'E-Mail (SES)', 'ISO 27001, SOC 2']],
  ['subprocessors', 5, ['Mistral AI (EU)', 'KI-Modelle', 'ISO 27001']],
  ['documents', 1, ['AVV / DPA', 'sofort verfügbar']],
  ['documents', 2, ['TOMs', 'sofort verfügbar']],
  ['documents', 3, ['Sub-Processor-Liste', 'sofort verfügbar']],
  ['documents', 4, ['ISO 27001 Zertifikat', 'Q4 2026']],
  ['documents', 5, ['Penetrationstest-Bericht', 'Q4 2026']],
  ['documents', 6, ['Informationssicherheitsrichtlinie', 'Q4 2026']],
  ['roadmap', 1, ['ISO 27001 Zertifizierung', 'Q4 2026']],
  ['roadmap', 2, ['Erster externer Penetrationstest', 'Q4 2026']],
  ['roadmap', 3, ['MFA für alle Nutzer', 'Q4 2026']],
  ['roadmap', 4, ['Formaler Incident-Response-Prozess', 'Q4 2026']],
  ['roadmap', 5, ['Formales Schwachstellenmanagement', 'Q3 2026']],
  ['roadmap', 6, ['Mitarbeiter-Security-Schulungen', 'Ab Q2 2026']],
];

const TITLES = [
  'HOSTING & VERFÜGBARKEIT',
  'SICHERHEIT',
  'COMPLIANCE & DATENSCHUTZ',
  'BACKUP & INCIDENT RESPONSE',
  'SUB-PROCESSOR',
  'VERFÜGBARE DOKUMENTE',
  'SECURITY-ROADMAP',
];

const FACT_IDS =
  'hosting.provider hosting.residency hosting.architecture availability.sla availability.actual continuity.rpo ' +
  'continuity.rto encryption.at_rest encryption.in_transit network.waf network.ddos access.mfa access.sso access.rbac ' +
  'tenancy.isolation privacy.gdpr privacy.dpo privacy.dpa privacy.toms compliance.iso27001 compliance.isb ' +
  'backup.frequency backup.encryption backup.geo_redundancy backup.retention incident.p1_response ' +
  'incident.customer_notice incident.gdpr_notice incident.process subprocessors document.subprocessor_list ' +
  'document.iso_certificate document.pentest_report document.security_policy roadmap.pentest roadmap.vuln_mgmt ' +
  'roadmap.training';

const DOCUMENT_IDS = 'dpa factsheet iso-certificate pentest-report security-policy subprocessor-list toms';

let base: FactBase;
beforeAll(async () => {
  base = await shippedFacts();
});

describe('the shipped facts', () => {
  it.each(SHEET)('give %s row %i of the sheet word for word', (section, row, cells) => {
    const found = sheetRows(base, 'de').find((one) => one.section === section && one.row === row);
    expect(found?.cells).toEqual(cells);
  });

  it('give the whole sheet in order and nothing else', () => {
    expect(SHEET).toHaveLength(44);
    expect(sheetRows(base, 'de')).toEqual(SHEET.map(([section, row, cells]) => ({ section, row, cells })));
    expect(base.sections.map(({ title }) => title.de)).toEqual(TITLES);
    const table = base.sections.find(({ id }) => id === 'subprocessors');
    expect(table?.columns?.de).toEqual(['Anbieter', 'Zweck', 'Zertifizierung']);
  });

  it('have exactly the agreed ids', () => {
    expect([...base.facts.keys()].sort()).toEqual(FACT_IDS.split(' ').sort());
    expect([...base.documents.keys()].sort()).toEqual(DOCUMENT_IDS.split(' '));
  });

  it('have as many rows and cells in English as in German', () => {
    const shape = (language: 'de' | 'en') =>
      sheetRows(base, language).map(({ section, row, cells }) => [section, row, cells.length]);
    expect(shape('en')).toEqual(shape('de'));
  });

  it('never tighten EMEA to the EU', () => {
    const value = base.facts.get('subprocessors')?.value;
    const parties = value?.kind === 'parties' ? value.parties : [];
    expect(parties.map(({ name, region }) => [name, region?.note])).toEqual([
      ['Microsoft Azure', 'EMEA'],
      ['Google Cloud (EMEA)', 'EMEA'],
      ['MongoDB Atlas', 'EMEA'],
      ['AWS EMEA', 'EMEA'],
      ['Mistral AI (EU)', 'EU'],
    ]);
  });

  it('hold no number in a value that the words do not say', () => {
    const unsaid: string[] = [];
    for (const { id, value, display } of base.facts.values()) {
      if (value.kind === 'parties' || value.kind === 'frequency') continue;
      for (const [number] of JSON.stringify(Object.values(value)).matchAll(/\d+(?:\.\d+)?/g)) {
        if (!display.en.includes(number)) unsaid.push(`${id}: ${number}`);
      }
    }
    expect(unsaid).toEqual([]);
  });

  it('date the roadmap by the facts that its rows refer to', () => {
    expect(base.roadmap.map(({ fact, due }) => [fact, due?.edge, due?.quarter])).toEqual([
      ['compliance.iso27001', 'by', 'Q4 2026'],
      ['roadmap.pentest', 'by', 'Q4 2026'],
      ['access.mfa', 'by', 'Q4 2026'],
      ['incident.process', 'by', 'Q4 2026'],
      ['roadmap.vuln_mgmt', 'by', 'Q3 2026'],
      ['roadmap.training', 'from', 'Q2 2026'],
    ]);
    for (const { display, due } of base.roadmap) expect(display.de).toContain(due?.quarter);
  });

  it('know where each entry stands', () => {
    for (const id of base.facts.keys()) {
      expect(base.positions.get(`fact:${id}`)?.line, id).toBeGreaterThan(1);
    }
  });
});
