import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/match/decision.js';
import type { TriedExample } from '../../src/match/try-examples.js';
import type { TriedExpectation } from '../../src/match/try-expectations.js';
import { createPaint } from '../../src/report/paint.js';
import { renderTestJson } from '../../src/report/test-json.js';
import { renderTestJunit } from '../../src/report/test-junit.js';
import { describeTests } from '../../src/report/test-report.js';
import { renderTestText } from '../../src/report/test-text.js';
import { HOSTILE } from './sample-report.js';

const plain = createPaint({}, {});
const about = { asOf: '2026-11-23', facts: { hash: 'a'.repeat(64) } };
const words = {
  topic: (id: string) => `${id} (Label)`,
  reasons: ({ reasons }: Decision) => reasons.map(({ code }) => `Because of ${code}.`),
  path: (file: string) => file,
};

const open: Decision = {
  question: '',
  language: 'en',
  status: 'unanswered',
  response: null,
  parts: [],
  topics: ['crypto.hsm'],
  missing: ['crypto.hsm'],
  uncovered: [],
  confidence: 0,
  reasons: [{ code: 'topic_without_fact', args: {} }],
};
const answered: Decision = {
  ...open,
  status: 'answered',
  response: 'yes',
  parts: [{ fact: 'access.mfa', response: 'yes', isUnconfirmed: false }],
  topics: ['access.mfa'],
  missing: [],
  reasons: [],
};

function example(
  fault: TriedExample['fault'],
  decision: Decision,
  kind: 'example' | 'near_miss' = 'example',
) {
  const position = { file: 'topics/a.yaml', line: 7, column: 11 };
  return {
    example: { topic: 'a.topic', kind, language: 'en', text: HOSTILE, position },
    fault,
    decision,
  } as const;
}

const expectation: TriedExpectation = {
  expectation: { question: 'RPO', status: 'answered', position: { file: 'e.yaml', line: 2, column: 3 } },
  differences: [{ field: 'status', expected: 'answered', found: 'unanswered' }],
  decision: open,
};

const failing = describeTests(
  about,
  [
    example('not_reached', open),
    example(null, { ...answered, status: 'review' }),
    example('decided', answered, 'near_miss'),
  ],
  [expectation, { ...expectation, differences: [] }],
  words,
);

describe('the report of tests', () => {
  it('counts by kind', () => {
    expect(failing.summary).toEqual({
      example: { tried: 2, failed: 1 },
      near_miss: { tried: 1, failed: 1 },
      expectation: { tried: 2, failed: 1 },
      drafts: 1,
    });
  });

  it.each([
    ['not_reached', open, 'reaches crypto.hsm (Label), not a.topic'],
    ['not_reached', { ...open, topics: [] }, 'reaches no topic, not a.topic'],
    ['answered_by_others', answered, 'is answered by access.mfa where nothing is known of a.topic'],
    ['not_decided', open, 'reaches a.topic, but a fact on it would not be used'],
    ['decided', answered, 'is a near miss, but would be answered by a fact on a.topic'],
  ] as const)('says of %s what won', (fault, decision, message) => {
    const { cases } = describeTests(about, [example(fault, decision)], [], words);
    expect(cases[0]?.failure).toMatchObject({ code: fault, message });
  });
});

describe('as text', () => {
  it('shows each failure with place, reason and counts', () => {
    const text = renderTestText(failing, plain);
    for (const line of [
      /^topics\/a\.yaml:7:11: example of a\.topic$/m,
      /^ {2}reaches crypto\.hsm \(Label\), not a\.topic$/m,
      /^ {2}Because of topic_without_fact\.$/m,
      /^topics\/a\.yaml:7:11: near miss of a\.topic$/m,
      /^e\.yaml:2:3: expectation$/m,
      /^ {2}expected status answered, found unanswered$/m,
      /^examples +1 of 2 reach their topic; 1 would be a draft only/m,
      /^near misses +0 of 1 /m,
      /^expectations +1 of 2 hold as of 2026-11-23$/m,
      /^3 failed\./m,
    ]) {
      expect(text).toMatch(line);
    }
    for (const char of ['\u001b', '\u202e']) expect(text).not.toContain(char);
  });

  it('is short when all is well', () => {
    const text = renderTestText(describeTests(about, [example(null, answered)], [], words), plain);
    expect(text).toBe(
      'examples      1 of 1 reach their topic\nnear misses   none\nexpectations  none\nAll as expected.\n',
    );
  });
});

describe('as JSON', () => {
  it('holds counts and failures', () => {
    const { failures, ...rest } = JSON.parse(renderTestJson(failing));
    expect(rest).toEqual({ version: 1, ...about, summary: failing.summary });
    expect(failures).toHaveLength(3);
    expect(failures[0]).toEqual({
      kind: 'example',
      topic: 'a.topic',
      question: HOSTILE,
      file: 'topics/a.yaml',
      line: 7,
      column: 11,
      code: 'not_reached',
      message: 'reaches crypto.hsm (Label), not a.topic',
      because: ['Because of topic_without_fact.'],
      differences: [],
      decision: { status: 'unanswered', response: null, facts: [], topics: ['crypto.hsm'], uncovered: [] },
    });
    expect(failures[2]).toMatchObject({ kind: 'expectation', code: 'unexpected', topic: null });
  });
});

describe('as JUnit XML', () => {
  it('has a suite per kind and escapes what it quotes', () => {
    const xml = renderTestJunit(failing);
    expect(xml).toContain('<testsuite name="examples" tests="2" failures="1">');
    expect(xml).toContain('<testcase classname="expectation" name="RPO" file="e.yaml" line="2"/>');
    expect(xml).toContain('name="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; | ');
    expect(xml.match(/<failure /g)).toHaveLength(3);
    expect(xml).not.toContain('\u001b');
    expect(xml).not.toContain('<script');
  });

  it.each([
    ['a\u0007b', 'a\ufffdb'],
    ['\ud800', '\ufffd'],
    ['tab\tand 😀', 'tab\tand 😀'],
  ])('%j is written as %j', (question, shown) => {
    const { expectation: one } = expectation;
    const report = describeTests(
      about,
      [],
      [{ ...expectation, differences: [], expectation: { ...one, question } }],
      words,
    );
    expect(renderTestJunit(report)).toContain(` name="${shown}" `);
  });
});
