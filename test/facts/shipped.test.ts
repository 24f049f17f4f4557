import { beforeAll, describe, expect, it } from 'vitest';
import type { FactBase } from '../../src/facts/fact-base.js';
import { sheetRows } from '../../src/facts/sheet-rows.js';
import { SHEET, TITLES } from './fact-sheet.js';
import { shippedFacts } from './shipped-facts.js';

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
