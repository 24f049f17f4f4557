import { describe, expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import type { Expectation } from '../../src/match/read-expectations.js';
import { tryExpectations } from '../../src/match/try-expectations.js';
import { catalogue, DAY, factsDir } from './catalogue.js';

const position = { file: 'expectations.yaml', line: 2, column: 5 };
const facts = await loadFacts(factsDir);

function differences(expected: Omit<Expectation, 'position'>, day = DAY) {
  return tryExpectations([{ ...expected, position }], catalogue, facts, day)[0]?.differences;
}

describe('expectations', () => {
  test.each<[string, Omit<Expectation, 'position'>]>([
    ['a status', { question: 'Are backups encrypted?', status: 'answered' }],
    ['a response', { question: 'Are backups encrypted?', response: 'yes' }],
    [
      'facts in any order',
      { question: 'What are your RTO and RPO?', facts: ['continuity.rpo', 'continuity.rto'] },
    ],
    ['no facts', { question: 'Is an HSM used?', status: 'unanswered', facts: [] }],
    ['a language', { question: 'RPO', language: 'de', status: 'answered' }],
    ['a stub under a heading', { question: 'Frequency', section: 'Backup', facts: ['backup.frequency'] }],
  ])('hold: %s', (_, expected) => {
    expect(differences(expected)).toEqual([]);
  });

  test('fail with what was found', () => {
    const question = 'Is an HSM used?';
    expect(
      differences({ question, language: 'de', status: 'answered', response: 'yes', facts: ['access.mfa'] }),
    ).toEqual([
      { field: 'language', expected: 'de', found: 'en' },
      { field: 'status', expected: 'answered', found: 'unanswered' },
      { field: 'response', expected: 'yes', found: 'none' },
      { field: 'facts', expected: 'access.mfa', found: 'none' },
    ]);
  });

  test('depend on the day', () => {
    const planned = {
      question: 'Is multi-factor authentication available for all users?',
      status: 'answered',
    } as const;
    expect(differences(planned)).toEqual([]);
    expect(differences(planned, '2027-01-01')).toEqual([
      { field: 'status', expected: 'answered', found: 'review' },
    ]);
  });
});
