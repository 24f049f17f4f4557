import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.js';
import { createPaint, printable } from '../report/paint.js';
import type { Answered, Answerer } from './answerer.js';
import type { CommandContext } from './command.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { findFacts } from './find-facts.js';
import { sharedOptions, switchSchema } from './options.js';

/** `answer ask`: answers questions from the command line or from a text file. */
export const ask = defineCommand({
  name: 'ask',
  summary: 'answer single questions, or a text file with one question per line',
  isDefault: false,
  argument: { flags: '[question...]', description: 'the question' },
  options: {
    file: {
      flags: '--file <path>',
      description: 'text file (UTF-8) with one question per line',
      schema: z.string().optional(),
    },
    section: {
      flags: '--section <heading>',
      description: 'heading that the question stands under, for stubs such as "Frequency"',
      schema: z.string().optional(),
    },
    explain: {
      flags: '--explain',
      description: 'show how the answer came about: topics, words, what stayed uncovered',
      schema: switchSchema,
    },
    facts: sharedOptions.facts,
    lang: sharedOptions.lang,
    asOf: sharedOptions.asOf,
    json: sharedOptions.json,
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer ask "Is customer data encrypted at rest?"', 'the answer with its facts and evidence'],
    ['answer ask --explain "Do you hold SOC 2?"', 'why a question stays open'],
    ['answer ask --file questions.txt --json', 'an array with one object per line'],
  ],
  async run(words, options, context) {
    const questions = await readQuestions(words, options.file, context.cwd);
    const { createAnswerer } = await import('./answerer.js');
    const { dir } = await findFacts(options.facts, context.cwd);
    const day = options.asOf ?? context.today;
    const answerer = await createAnswerer({ factsDir: dir, day, language: options.lang });
    const section = options.section ?? null;
    const answers = questions.map((text) => answerer.answer({ text, section }));
    if (options.json) await printJson(answers, answerer, options.explain === true, context);
    else await printText(answers, answerer, options.explain === true, context);
    return ExitCode.ok;
  },
});

async function readQuestions(
  words: readonly string[],
  file: string | undefined,
  cwd: string,
): Promise<string[]> {
  const question = words.join(' ').trim();
  if (file !== undefined && question !== '') {
    throw new Problem('ask/both', 'Give either a question or --file, not both.');
  }
  if (file !== undefined) {
    const { readLines } = await import('./read-lines.js');
    return readLines(resolve(cwd, file));
  }
  if (question === '') {
    throw new Problem(
      'ask/nothing',
      'There is no question: answer ask "Is data encrypted at rest?", or --file with one per line.',
    );
  }
  return [question];
}

async function explainAll(answers: readonly Answered[], { catalogue, facts }: Answerer): Promise<string[][]> {
  const { explain } = await import('../report/explanation.js');
  const words = {
    topic: (index: number) => {
      const topic = catalogue.topics[index];
      return { id: topic?.id ?? '', label: topic?.label.en ?? '' };
    },
    fact: (id: string) => facts.facts.get(id)?.display.en ?? '',
    aspect: (index: number) => catalogue.aspects[index]?.id.replaceAll('_', ' ') ?? '',
  };
  return answers.map(({ trace }) => explain(trace, words));
}

async function printJson(
  answers: readonly Answered[],
  answerer: Answerer,
  isExplained: boolean,
  { stdout }: CommandContext,
): Promise<void> {
  const { answerRecord } = await import('../answer/compose.js');
  const explanations = isExplained ? await explainAll(answers, answerer) : [];
  const records = answers.map(({ answer }, index) => {
    const explanation = explanations[index];
    return { ...answerRecord(answer), ...(explanation === undefined ? {} : { explanation }) };
  });
  stdout.write(`${JSON.stringify(records, null, 2)}\n`);
}

async function printText(
  answers: readonly Answered[],
  answerer: Answerer,
  isExplained: boolean,
  { stdout, env }: CommandContext,
): Promise<void> {
  const { renderAnswer } = await import('../report/answer-text.js');
  const explanations = isExplained ? await explainAll(answers, answerer) : [];
  const paint = createPaint(stdout, env);
  const texts = answers.map(({ answer }, index) => {
    const lines = renderAnswer(answer, paint);
    const explanation = (explanations[index] ?? []).map((line) => paint.dim(`    ${printable(line)}`));
    return [...lines, ...explanation].join('\n');
  });
  stdout.write(`${texts.join('\n\n')}\n`);
}
