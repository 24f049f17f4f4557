import { beforeAll, describe, expect, test } from 'vitest';
import type { FactBase } from '../../src/facts/fact-base.js';
import { loadFacts } from '../../src/facts/load.js';
import { supposeFact } from '../../src/match/suppose-fact.js';
import { tryExamples } from '../../src/match/try-examples.js';
import { createCatalogueFrom } from '../../src/topics/catalogue.js';
import type { Example } from '../../src/topics/read-examples.js';
import { type Topic, TopicSchema } from '../../src/topics/schema.js';
import { DAY, factsDir, source } from './catalogue.js';

function topic(id: string, terms: readonly string[], context: readonly string[] = []): Topic {
  const own = { de: [], en: terms };
  return TopicSchema.parse({
    id,
    label: { de: id, en: id },
    terms: own,
    context: { en: context },
    examples: {},
  });
}

const topics = [
  topic('a.kites', ['kite', 'kites']),
  topic('a.red_kites', ['red kites']),
  topic('a.swans', ['swan', 'swans']),
  topic('a.black_swans', ['black swans'], ['ring', 'ringed']),
];
const catalogue = createCatalogueFrom({
  ...source,
  files: [{ area: { de: 'Vögel', en: 'Birds' }, topics }],
});

let none: FactBase;
beforeAll(async () => {
  none = { ...(await loadFacts(factsDir)), facts: new Map() };
});

/** Facts on these topics and on nothing else. */
function factsOn(...ids: string[]): FactBase {
  const cards = topics.filter(({ id }) => ids.includes(id));
  return { ...none, facts: new Map(cards.map((card) => [card.id, supposeFact(card)])) };
}

function attempt(kind: Example['kind'], id: string, text: string, facts: FactBase) {
  const position = { file: 'birds.yaml', line: 1, column: 1 };
  return tryExamples([{ topic: id, kind, language: 'en', text, position }], catalogue, facts, DAY)[0];
}

describe('an example', () => {
  test.each([
    ['its own topic', 'a.kites', 'Do you keep kites?', [], null],
    ['its own topic, which has a fact', 'a.kites', 'Do you keep kites?', ['a.kites'], null],
    ['the longer name', 'a.red_kites', 'Do you keep red kites?', [], null],
    ['another topic', 'a.kites', 'Do you keep red kites?', [], 'not_reached'],
    ['no topic', 'a.kites', 'Do you keep penguins?', [], 'not_reached'],
    ['two topics', 'a.kites', 'Do you keep kites and swans?', [], null],
    ['only the fact beside it', 'a.kites', 'Do you keep red kites?', ['a.red_kites'], 'answered_by_others'],
  ] as const)('that names %s', (_, id, text, facts, fault) => {
    expect(attempt('example', id, text, factsOn(...facts))).toMatchObject({ fault });
  });

  test('is tried with and without a fact, and leaves the facts as they were', () => {
    const facts = factsOn('a.swans');
    const tried = attempt('example', 'a.swans', 'Are swans ringed?', facts);
    expect([...facts.facts.keys()]).toEqual(['a.swans']);
    expect(tried?.decision.parts.map(({ fact }) => fact) ?? []).not.toContain('a.kites');
  });

  test('for which a fact would be of no use', () => {
    const tried = attempt('example', 'a.swans', 'How are the keys of the swans managed?', none);
    expect(tried).toMatchObject({ fault: 'not_decided', decision: { topics: ['a.swans'], parts: [] } });
  });
});

describe('a near miss', () => {
  test.each([
    ['answered by a fact on its topic', 'a.swans', 'Do you keep swans?', 'decided'],
    ['about another topic', 'a.swans', 'Do you keep black swans?', null],
    ['about nothing known', 'a.swans', 'Do you keep penguins?', null],
    ['that would be a draft only', 'a.swans', 'Do you keep swans and gorillas?', null],
  ] as const)('%s', (_, id, text, fault) => {
    expect(attempt('near_miss', id, text, none)).toMatchObject({ fault });
  });
});
