import { describe, expect, it } from 'vitest';
import { citationText, evidenceFor } from '../../src/answer/evidence.js';
import { shippedFacts } from '../facts/shipped-facts.js';
import { shippedPhrases } from './shipped-phrases.js';

async function evidenceOf(ids: readonly string[], day: string, told?: readonly string[]) {
  const [base, book] = await Promise.all([shippedFacts(), shippedPhrases()]);
  const facts = ids.map((id) => base.facts.get(id)).filter((fact) => fact !== undefined);
  const evidence = evidenceFor(facts, base, 'en', day);
  return { evidence, ...citationText(evidence, base, book.languages.en, day, told) };
}

describe('evidence', () => {
  it('names documents that a customer can have before our own statement, and cites only those', async () => {
    const { evidence, cited, announced } = await evidenceOf(
      ['network.waf', 'privacy.dpa', 'privacy.toms'],
      '2026-11-23',
    );
    expect(evidence).toEqual([
      { document: 'dpa', title: 'Data processing agreement (DPA)', available: true },
      { document: 'toms', title: 'Technical and organisational measures (TOMs)', available: true },
      { document: 'factsheet', title: 'Security fact sheet', available: true },
    ]);
    expect(cited).toBe(
      'Data processing agreement (DPA), available immediately; Technical and organisational measures (TOMs), available immediately',
    );
    expect(announced).toEqual([]);
  });

  it('cites our own statement where there is nothing else', async () => {
    expect(await evidenceOf(['network.waf'], '2026-11-23')).toMatchObject({
      cited: 'Security fact sheet',
      announced: [],
    });
  });

  it('announces what is to come and cites it on no day', async () => {
    const now = await evidenceOf(['compliance.iso27001'], '2026-11-23');
    expect(now.evidence.at(-1)).toEqual({
      document: 'iso-certificate',
      title: 'ISO 27001 certificate',
      available: false,
    });
    expect(now.cited).toBe('Security fact sheet');
    expect(now.announced).toEqual(['ISO 27001 certificate: announced for Q4 2026, not available yet']);
    const later = await evidenceOf(['compliance.iso27001'], '2027-01-01');
    expect(later.cited).toBe('Security fact sheet');
    expect(later.announced).toEqual([
      'ISO 27001 certificate: was announced for Q4 2026; its availability has not been confirmed',
    ]);
    expect((await evidenceOf(['compliance.iso27001'], '2026-11-23', ['iso-certificate'])).announced).toEqual(
      [],
    );
  });

  it('never marks a document available before it is, for any fact', async () => {
    const { facts } = await shippedFacts();
    for (const id of facts.keys()) {
      const { evidence, cited } = await evidenceOf([id], '2026-11-23');
      for (const { document, title, available } of evidence) {
        const isThere = ['dpa', 'toms', 'subprocessor-list', 'factsheet'].includes(document);
        expect(available, document).toBe(isThere);
        if (!isThere) expect(cited).not.toContain(title);
      }
    }
  });
});
