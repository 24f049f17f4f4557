import { describe, expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import { createSupposition } from '../../src/match/suppose.js';
import { catalogue, DAY, factsDir } from './catalogue.js';

const facts = await loadFacts(factsDir);
const supposition = createSupposition(catalogue, facts, DAY);
const status = (text: string, topics: readonly string[]) => supposition.decide({ text }, topics).status;

describe('a supposition', () => {
  test.each<[string, string, string[], string]>([
    ['nothing supposed', 'Do you have a SOC 2 report?', [], 'unanswered'],
    ['the fact asked for', 'Do you have a SOC 2 report?', ['certifications.soc2'], 'answered'],
    ['another fact', 'Do you have a SOC 2 report?', ['company.insurance'], 'unanswered'],
    ['no such topic', 'Do you have a SOC 2 report?', ['no.such_topic'], 'unanswered'],
    [
      'the other half',
      'Are backups encrypted and are restores tested?',
      ['continuity.restore_test'],
      'answered',
    ],
    ['a fact that is on file', 'Is single sign-on supported?', ['access.sso'], 'answered'],
  ])('%s', (_, text, topics, expected) => expect(status(text, topics)).toBe(expected));

  test('is forgotten at once', () => {
    const text = 'Do you have a SOC 2 report?';
    expect(status(text, ['certifications.soc2'])).toBe('answered');
    expect(status(text, [])).toBe('unanswered');
    expect(facts.facts.has('certifications.soc2')).toBe(false);
  });
});
