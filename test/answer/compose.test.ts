import { describe, expect, it } from 'vitest';
import { type Answer, answerRecord, compose } from '../../src/answer/compose.js';
import type { Decision, Part, Response } from '../../src/match/decision.js';
import { shippedFacts } from '../facts/shipped-facts.js';
import { shippedPhrases } from './shipped-phrases.js';

const TODAY = '2026-11-23';

const part = (fact: string, response: Response, more: Partial<Part> = {}): Part => ({
  fact,
  response,
  isUnconfirmed: false,
  ...more,
});

async function answer(decision: Partial<Decision>, day = TODAY): Promise<Answer> {
  const [facts, phrases] = await Promise.all([shippedFacts(), shippedPhrases()]);
  const parts = decision.parts ?? [];
  const full: Decision = {
    question: 'A question?',
    language: 'en',
    status: 'answered',
    response: parts[0]?.response ?? null,
    parts,
    topics: parts.map(({ fact }) => fact),
    missing: [],
    uncovered: [],
    confidence: 0.9,
    reasons: [],
    ...decision,
  };
  return compose(full, facts, phrases, day, (id, language) => (id === 'siem' ? `SIEM (${language})` : id));
}

describe('compose', () => {
  it.each<[string, Partial<Decision>, string]>([
    [
      'a yes',
      { parts: [part('privacy.dpa', 'yes')] },
      'Yes. Data processing agreements (DPA) are concluded with all customers. Evidence: Data processing agreement (DPA), available immediately.',
    ],
    [
      'a no, with the same statement',
      { parts: [part('hosting.residency', 'no')] },
      'No. Data is stored exclusively in EU data centres. Evidence: Security fact sheet.',
    ],
    [
      'a value',
      { parts: [part('continuity.rpo', 'value')] },
      'The recovery point objective (RPO) is 24 hours. Evidence: Security fact sheet.',
    ],
    [
      'a document',
      { parts: [part('document.subprocessor_list', 'document')] },
      'The list of sub-processors is available immediately. Evidence: Sub-processor list, available immediately.',
    ],
    [
      'a plan',
      { parts: [part('access.mfa', 'planned')] },
      'Planned. Multi-factor authentication (MFA) for all users is planned for Q4 2026; it is not in place yet. Evidence: Security fact sheet.',
    ],
    [
      'a part',
      { parts: [part('access.sso', 'partial')] },
      'Partly. Single sign-on (SSO) is partially supported (Entra ID/OIDC). Evidence: Security fact sheet.',
    ],
    [
      'German',
      { language: 'de', parts: [part('compliance.isb', 'yes')] },
      'Ja. Ein Informationssicherheitsbeauftragter (ISB) ist benannt. Nachweis: Security-Factsheet.',
    ],
    [
      'two parts in the order asked',
      { parts: [part('network.ddos', 'yes'), part('network.waf', 'yes')] },
      'Yes. DDoS protection is in place: Azure DDoS Protection Standard. A web application firewall (WAF) is in use: Azure WAF. Evidence: Security fact sheet.',
    ],
    [
      'a fact named twice',
      { parts: [part('network.waf', 'yes'), part('network.waf', 'value')] },
      'Yes. A web application firewall (WAF) is in use: Azure WAF. Evidence: Security fact sheet.',
    ],
    [
      'some parties',
      { parts: [part('subprocessors', 'yes', { parties: ['AWS EMEA'] })] },
      "Yes. From our list of sub-processors (name – purpose – provider's certifications): AWS EMEA – E-mail (SES) – ISO 27001, SOC 2. Evidence: Sub-processor list, available immediately.",
    ],
    [
      'a document to come',
      { response: 'planned', parts: [part('compliance.iso27001', 'planned')] },
      'Planned. Certification to ISO 27001 is planned for Q4 2026; implementation is under way. There is no certificate yet. Evidence: Security fact sheet. ISO 27001 certificate: announced for Q4 2026, not available yet.',
    ],
  ])('words %s', async (_, decision, text) => {
    expect((await answer(decision)).answer).toBe(text);
  });

  it('splits the text for workbooks with a column for each piece', async () => {
    const { wording } = await answer({ parts: [part('roadmap.pentest', 'planned')], language: 'de' });
    expect(wording).toEqual({
      lead: 'Geplant',
      details:
        'Ein externer Penetrationstest (der erste) ist für Q4 2026 geplant und noch nicht durchgeführt.',
      citation: 'Security-Factsheet; Penetrationstest-Bericht: für Q4 2026 angekündigt, noch nicht verfügbar',
    });
  });

  it('does not announce a document that the statement speaks of', async () => {
    const { wording } = await answer({
      parts: [part('document.pentest_report', 'planned'), part('compliance.iso27001', 'planned')],
    });
    expect(wording.citation).toBe(
      'Security fact sheet; ISO 27001 certificate: announced for Q4 2026, not available yet',
    );
  });

  it('begins a draft with no word that claims anything, and names what is open', async () => {
    const draft = await answer({
      status: 'review',
      response: 'yes',
      parts: [part('network.waf', 'yes')],
      missing: ['siem'],
      uncovered: ['cipher', 'suites'],
      reasons: [
        { code: 'part_without_fact', args: { topic: 'siem' } },
        { code: 'other_scope', args: { scope: 'cadence' } },
        { code: 'bound_not_comparable', args: { bound: '2 days' } },
      ],
    });
    expect(draft.wording.lead).toBeNull();
    expect(draft.response).toBe('yes');
    expect(draft.answer).toBe(
      'Draft: A web application firewall (WAF) is in use: Azure WAF. Not covered by the facts: SIEM (en), how regularly it happens, cipher, suites. ' +
        'The facts do not decide the limit in the question: 2 days. Evidence: Security fact sheet.',
    );
    expect(draft.reasons).toEqual([
      'A part of the question has no fact: SIEM (en).',
      'The question is about something that the facts do not speak of: how regularly it happens.',
      'The facts do not decide the limit in the question: 2 days.',
    ]);
  });

  it('says in a draft that the date has passed, and nothing more', async () => {
    const draft = await answer({
      status: 'review',
      language: 'de',
      response: 'planned',
      parts: [part('roadmap.training', 'planned', { isUnconfirmed: true })],
      reasons: [{ code: 'date_unconfirmed', args: { fact: 'roadmap.training', due: 'Q2 2026' } }],
    });
    expect(draft.wording.details).toBe(
      'Entwurf: Security-Schulungen für Mitarbeitende waren ab Q2 2026 geplant; der Termin ist verstrichen und der Beginn nicht bestätigt.',
    );
  });

  it('warns in a draft without reasons that a part is open', async () => {
    const draft = await answer({ status: 'review', parts: [part('network.waf', 'yes')] });
    expect(draft.wording.details).toContain('The facts cover a part of the question only.');
  });

  it('says nothing when the facts say nothing', async () => {
    const open = await answer({
      status: 'unanswered',
      topics: ['siem'],
      missing: ['siem'],
      reasons: [
        { code: 'topic_without_fact', args: { topic: 'siem' } },
        { code: 'topic_without_fact', args: { topic: 'siem' } },
      ],
    });
    expect(answerRecord(open)).toEqual({
      question: 'A question?',
      language: 'en',
      status: 'unanswered',
      response: null,
      facts: [],
      topics: ['siem'],
      answer: null,
      evidence: [],
      confidence: 0.9,
      reasons: ['There is no fact on this topic: SIEM (en).'],
    });
    expect(open.wording).toEqual({ lead: null, details: '', citation: null });
  });

  it('gives JSON the agreed fields in the agreed order', async () => {
    const record = answerRecord(
      await answer({ parts: [part('network.waf', 'yes'), part('network.ddos', 'yes')] }),
    );
    expect(Object.keys(record).join(' ')).toBe(
      'question language status response facts topics answer evidence confidence reasons',
    );
    expect(record.facts).toEqual(['network.waf', 'network.ddos']);
    expect(record.evidence).toEqual([
      { document: 'factsheet', title: 'Security fact sheet', available: true },
    ]);
  });

  it('refuses a decision on a fact that does not exist', async () => {
    await expect(answer({ parts: [part('no.such', 'yes')] })).rejects.toThrow('no.such');
  });
});
