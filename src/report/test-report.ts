import type { AnswerStatus, Decision, Response } from '../match/decision.js';
import type { ExampleFault, TriedExample } from '../match/try-examples.js';
import type { Difference, TriedExpectation } from '../match/try-expectations.js';

/** What is tested: the examples and near misses of topics, and the owner's expectations. */
export type TestKind = 'example' | 'near_miss' | 'expectation';

/** One question that was tried. */
export interface TestCase {
  readonly kind: TestKind;
  /** Id of the topic, for examples and near misses. */
  readonly topic: string | null;
  readonly question: string;
  readonly file: string;
  /** Line and column count from 1. */
  readonly line: number;
  readonly column: number;
  readonly failure: TestFailure | null;
  readonly decision: TestDecision;
}

/** What came out, for programs. */
export interface TestDecision {
  readonly status: AnswerStatus;
  readonly response: Response | null;
  readonly facts: readonly string[];
  readonly topics: readonly string[];
  readonly uncovered: readonly string[];
}

export interface TestFailure {
  readonly code: ExampleFault | 'unexpected';
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What came out instead and why, in sentences. */
  readonly because: readonly string[];
  readonly differences: readonly Difference[];
}

export interface KindCount {
  readonly tried: number;
  readonly failed: number;
}

/** The result of `answer test` as data. */
export interface TestReport {
  /** Version of this format. */
  readonly version: 1;
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** sha256 (hex) of the content of the facts. */
  readonly facts: { readonly hash: string };
  readonly summary: Readonly<Record<TestKind, KindCount>> & {
    /** Examples that reach their topic, but would be a draft only even with a fact on file. */
    readonly drafts: number;
  };
  readonly cases: readonly TestCase[];
}

/** Turns a topic's id and a decision into words. */
export interface TestWords {
  /** "crypto.hsm (Hardware security modules)" */
  readonly topic: (id: string) => string;
  /** The reasons of a decision, in sentences. */
  readonly reasons: (decision: Decision) => readonly string[];
  /** A path as a person would write it. */
  readonly path: (file: string) => string;
}

/** Puts the results together, in the order in which they were tried. */
export function describeTests(
  about: Pick<TestReport, 'asOf' | 'facts'>,
  examples: readonly TriedExample[],
  expectations: readonly TriedExpectation[],
  words: TestWords,
): TestReport {
  const cases = [
    ...examples.map((one) => exampleCase(one, words)),
    ...expectations.map((one) => expectationCase(one, words)),
  ];
  const count = (kind: TestKind): KindCount => {
    const own = cases.filter((one) => one.kind === kind);
    return { tried: own.length, failed: own.filter(({ failure }) => failure !== null).length };
  };
  const drafts = cases.filter(
    ({ kind, failure, decision }) => kind === 'example' && failure === null && decision.status === 'review',
  );
  const summary = {
    example: count('example'),
    near_miss: count('near_miss'),
    expectation: count('expectation'),
    drafts: drafts.length,
  };
  return { version: 1, ...about, summary, cases };
}

function exampleCase({ example, fault, decision }: TriedExample, words: TestWords): TestCase {
  const { kind, topic, text } = example;
  const failure: TestFailure | null = fault && {
    code: fault,
    message: faultSentence(fault, topic, decision, words),
    because: words.reasons(decision),
    differences: [],
  };
  return {
    kind,
    topic,
    question: text,
    ...place(example.position, words),
    failure,
    decision: outcome(decision),
  };
}

function expectationCase(
  { expectation, differences, decision }: TriedExpectation,
  words: TestWords,
): TestCase {
  const list = differences.map(({ field, expected, found }) => `${field} ${expected}, found ${found}`);
  const failure: TestFailure | null =
    differences.length === 0
      ? null
      : {
          code: 'unexpected',
          message: `expected ${list.join('; ')}`,
          because: words.reasons(decision),
          differences,
        };
  const { question, position } = expectation;
  return {
    kind: 'expectation',
    topic: null,
    question,
    ...place(position, words),
    failure,
    decision: outcome(decision),
  };
}

function place(
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
  words: TestWords,
): Pick<TestCase, 'file' | 'line' | 'column'> {
  return { file: words.path(file), line, column };
}

function outcome({ status, response, parts, topics, uncovered }: Decision): TestDecision {
  return { status, response, facts: parts.map(({ fact }) => fact), topics, uncovered };
}

function faultSentence(
  fault: ExampleFault,
  topic: string,
  { topics, parts }: Decision,
  words: TestWords,
): string {
  const found = topics.map(words.topic).join(', ');
  const facts = parts.map(({ fact }) => fact).join(', ');
  switch (fault) {
    case 'not_reached':
      return found === '' ? `reaches no topic, not ${topic}` : `reaches ${found}, not ${topic}`;
    case 'answered_by_others':
      return `is answered by ${facts} where nothing is known of ${topic}`;
    case 'not_decided':
      return `reaches ${topic}, but a fact on it would not be used`;
    case 'decided':
      return `is a near miss, but would be answered by a fact on ${topic}`;
  }
}
