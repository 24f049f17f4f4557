import { isAbsolute, relative } from 'node:path';
import { z } from 'zod';
import type { TestReport, TestWords } from '../report/test-report.js';
import type { CommandContext } from './command.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { findFacts, SHIPPED_FACTS } from './find-facts.js';
import { oneOf, sharedOptions } from './options.js';

const FORMATS = ['text', 'json', 'junit'] as const;

/** `answer test`: tries the examples of topics and the owner's expectations against the matcher. */
export const test = defineCommand({
  name: 'test',
  summary: 'try every example of every topic, and what you expect of your facts (expectations.yaml)',
  isDefault: false,
  argument: null,
  options: {
    facts: sharedOptions.facts,
    topic: {
      flags: '--topic <id...>',
      description: 'only the examples of these topics, and no expectations',
      schema: z.array(z.string()).optional(),
    },
    asOf: {
      ...sharedOptions.asOf,
      description:
        'day on which the expectations must hold, YYYY-MM-DD (default: as_of in the file, else today)',
    },
    format: {
      flags: '--format <name>',
      description: `what to print: ${FORMATS.join(', ')}`,
      schema: oneOf('--format', FORMATS).default('text'),
    },
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer test', 'exit status 1 when anything is not as expected'],
    ['answer test --topic access.mfa access.sso', 'while you work on the words of a topic'],
    ['answer test --as-of 2027-01-01', 'what will not hold any more on that day'],
  ],
  async run(_, options, context) {
    const { dir } = await findFacts(options.facts, context.cwd);
    const report = await runTests(dir, options, context);
    context.stdout.write(await render(report, options.format, context));
    const { example, near_miss, expectation } = report.summary;
    const failed = example.failed + near_miss.failed + expectation.failed;
    return failed > 0 ? ExitCode.findings : ExitCode.ok;
  },
});

interface TestOptions {
  readonly topic?: readonly string[] | undefined;
  readonly asOf?: string | undefined;
}

async function runTests(dir: string, options: TestOptions, context: CommandContext): Promise<TestReport> {
  const [
    { loadFacts },
    { loadCatalogue },
    { readExpectations },
    { tryExamples },
    { tryExpectations },
    { describeTests },
  ] = await Promise.all([
    import('../facts/load.js'),
    import('../topics/load.js'),
    import('../match/read-expectations.js'),
    import('../match/try-examples.js'),
    import('../match/try-expectations.js'),
    import('../report/test-report.js'),
  ]);
  const [facts, catalogue] = await Promise.all([loadFacts(dir), loadCatalogue({ userDir: dir })]);
  const topics = await chooseTopics(options.topic, catalogue);
  const expected = topics === null ? await readExpectations(dir, new Set(facts.facts.keys())) : null;
  const day = options.asOf ?? expected?.asOf ?? context.today;
  const { readExamples } = await import('../topics/read-examples.js');
  const examples = (await readExamples({ userDir: dir })).filter(({ topic }) => topics?.has(topic) ?? true);
  const isOwn = ({ position }: Example): boolean => {
    const near = relative(dir, position.file);
    return !near.startsWith('..') && !isAbsolute(near);
  };
  const [own, shipped] = [examples.filter(isOwn), examples.filter((example) => !isOwn(example))];
  const reference = await loadReference();
  return describeTests(
    { asOf: day, facts: { hash: facts.hash } },
    [
      ...tryExamples(shipped, catalogue, reference.facts, reference.day),
      ...tryExamples(own, catalogue, facts, day),
    ],
    tryExpectations(expected?.expectations ?? [], catalogue, facts, day),
    await wordsFor(catalogue, facts, context.cwd),
  );
}

/**
 * The facts that the examples of the shipped topics are tried with, and their day. These examples are there to show where own
 * topics take questions away from others, not what a company has facts on: so it is always the same facts.
 */
async function loadReference(): Promise<{ readonly facts: FactBase; readonly day: string }> {
  const [{ loadFacts }, { readExpectations }] = await Promise.all([
    import('../facts/load.js'),
    import('../match/read-expectations.js'),
  ]);
  const facts = await loadFacts(SHIPPED_FACTS);
  const expected = await readExpectations(SHIPPED_FACTS, new Set(facts.facts.keys()));
  return { facts, day: expected?.asOf ?? '2026-01-01' };
}

type Example = import('../topics/read-examples.js').Example;
type Catalogue = import('../topics/catalogue.js').Catalogue;
type FactBase = import('../facts/fact-base.js').FactBase;

/** @throws Problem `option/topic` for an id that is no topic's */
async function chooseTopics(
  ids: readonly string[] | undefined,
  catalogue: Catalogue,
): Promise<ReadonlySet<string> | null> {
  if (ids === undefined) return null;
  const unknown = ids.find((id) => catalogue.indexOf(id) === undefined);
  if (unknown === undefined) return new Set(ids);
  const [{ Problem }, { suggest }] = await Promise.all([
    import('../problem.js'),
    import('../facts/explain-issue.js'),
  ]);
  const hint = suggest(
    unknown,
    catalogue.topics.map(({ id }) => id),
  );
  const advice = hint.startsWith('did') ? hint : 'templates/topics lists them all.';
  throw new Problem('option/topic', `There is no topic ${JSON.stringify(unknown)}: ${advice}`);
}

async function wordsFor(catalogue: Catalogue, facts: FactBase, cwd: string): Promise<TestWords> {
  const [{ loadPhrases }, { renderReason }] = await Promise.all([
    import('../answer/load-phrases.js'),
    import('../answer/reason.js'),
  ]);
  const phrases = (await loadPhrases()).languages.en;
  const label = (id: string): string => catalogue.topics[catalogue.indexOf(id) ?? -1]?.label.en ?? id;
  const names = { topic: label, fact: (id: string) => facts.facts.get(id)?.label.en ?? id };
  return {
    topic: (id) => `${id} (${label(id)})`,
    reasons: ({ reasons }) => [...new Set(reasons.map((reason) => renderReason(reason, phrases, names)))],
    path: (file) => {
      const near = relative(cwd, file);
      return near.startsWith('..') ? file : near;
    },
  };
}

async function render(
  report: TestReport,
  format: (typeof FORMATS)[number],
  { stdout, env }: CommandContext,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/test-json.js')).renderTestJson(report);
    case 'junit':
      return (await import('../report/test-junit.js')).renderTestJunit(report);
    case 'text': {
      const [{ renderTestText }, { createPaint }] = await Promise.all([
        import('../report/test-text.js'),
        import('../report/paint.js'),
      ]);
      return renderTestText(report, createPaint(stdout, env));
    }
  }
}
