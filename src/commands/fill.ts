import { relative, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.js';
import { createPaint, printable } from '../report/paint.js';
import { reportFormats } from '../report/registry.js';
import type { RunReport } from '../report/report.js';
import type { AnsweredQuestionnaire } from './answer-questionnaire.js';
import type { CommandContext, OptionValues } from './command.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { describeFacts, type FactsFolder, findFacts } from './find-facts.js';
import { failOnSchema, sharedOptions, switchSchema } from './options.js';
import { checkOutputs, type Outputs, planOutputs } from './plan-outputs.js';
import { readVersion } from './read-version.js';
import type { OutputFile } from './write-outputs.js';

const options = {
  output: {
    flags: '-o, --output <file>',
    description: 'filled workbook (default: name.answered.xlsx beside the questionnaire)',
    schema: z.string().optional(),
  },
  facts: sharedOptions.facts,
  lang: sharedOptions.lang,
  sheet: sharedOptions.sheet,
  columns: sharedOptions.columns,
  rows: sharedOptions.rows,
  layout: sharedOptions.layout,
  overwrite: {
    flags: '--overwrite',
    description: 'replace what answer cells hold already; formulas are never replaced',
    schema: switchSchema,
  },
  asOf: sharedOptions.asOf,
  mark: {
    flags: '--no-mark',
    description: 'do not highlight drafts and open questions',
    schema: z.boolean().default(true),
  },
  report: {
    flags: '--report <file>',
    description: `write a report too, by ending: ${reportFormats.map(({ ending }) => ending).join(' ')}`,
    schema: z.string().optional(),
  },
  dryRun: {
    flags: '--dry-run',
    description: 'show what would be written, write nothing',
    schema: switchSchema,
  },
  failOn: {
    flags: '--fail-on <status>',
    description: 'exit with 1 on open questions (unanswered), or on drafts as well (review)',
    schema: failOnSchema,
  },
  json: { ...sharedOptions.json, description: 'print the content of answers.json instead of the summary' },
  force: { flags: '--force', description: 'replace output files that exist', schema: switchSchema },
  quiet: { flags: '-q, --quiet', description: 'print no summary', schema: switchSchema },
  verbose: sharedOptions.verbose,
};

type FillOptions = OptionValues<typeof options>;

/** `answer FILE`, `answer fill FILE`: fills a questionnaire. */
export const fill = defineCommand({
  name: 'fill',
  summary: 'fill a questionnaire from the facts; the default when the first word is a file',
  isDefault: true,
  argument: { flags: '<file>', description: 'questionnaire (.xlsx, .xlsm, .csv, .tsv); it is never changed' },
  options,
  examples: [
    ['answer questionnaire.xlsx', 'writes questionnaire.answered.xlsx and questionnaire.answers.json'],
    ['answer questionnaire.xlsx -o out.xlsx --report review.html', 'another name, and a report to read'],
    ['answer questionnaire.xlsx --dry-run', 'shows each cell that would be written'],
  ],
  async run([file = ''], values, context) {
    if (file === '') throw new Problem('fill/nothing', 'Name the questionnaire: answer questionnaire.xlsx.');
    const input = resolve(context.cwd, file);
    const outputs = planOutputs(input, values, context.cwd);
    const { answerQuestionnaire } = await import('./answer-questionnaire.js');
    const { loadSavedLayout } = await import('./find-in-workbook.js');
    await checkInput(input, file);
    if (!values.dryRun) await checkOutputs(outputs, values.force === true);
    const facts = await findFacts(values.facts, context.cwd);
    const result = await answerQuestionnaire({
      questionnaire: input,
      factsDir: facts.dir,
      asOf: values.asOf ?? context.today,
      language: values.lang,
      sheets: values.sheet,
      columns: values.columns,
      rows: values.rows,
      layout: await loadSavedLayout(values.layout, context.cwd),
      overwrite: values.overwrite,
      mark: values.mark,
    });
    if (!values.dryRun) await writeAll(result, outputs, input, values.force === true);
    await print(result, outputs, facts, values, context);
    return exitCodeFor(result.report, values.failOn);
  },
});

/** A missing input is reported before anything about outputs; a word that is nearly a command gets a hint. */
async function checkInput(input: string, file: string): Promise<void> {
  const { stat } = await import('node:fs/promises');
  const found = await stat(input).catch(() => undefined);
  if (found !== undefined) return;
  const isWord = /^[a-z-]+$/i.test(file);
  const hint = isWord ? `; "${file}" is no command either: answer --help lists them` : ': check the path';
  throw new Problem('workbook/not-found', `There is no file ${file}${hint}.`);
}

async function writeAll(
  { report, workbook }: AnsweredQuestionnaire,
  outputs: Outputs,
  input: string,
  force: boolean,
): Promise<void> {
  const { renderJson } = await import('../report/json.js');
  const { writeOutputs } = await import('./write-outputs.js');
  const files: OutputFile[] = [
    { path: outputs.workbook, content: workbook.bytes() },
    { path: outputs.answers, content: renderJson(report) },
  ];
  if (outputs.report !== null) {
    const render = await outputs.report.format.load();
    const context = {
      toolVersion: readVersion(),
      output: relativeName(outputs.workbook, outputs.report.path),
    };
    files.push({ path: outputs.report.path, content: await render(report, context) });
  }
  await writeOutputs(files, { force, keep: input });
}

function relativeName(path: string, from: string): string {
  return relative(resolve(from, '..'), path).replaceAll('\\', '/');
}

async function print(
  { report, plan }: AnsweredQuestionnaire,
  outputs: Outputs,
  facts: FactsFolder,
  values: FillOptions,
  context: CommandContext,
): Promise<void> {
  const { stdout, stderr, cwd, env } = context;
  for (const warning of report.receipt.warnings) stderr.write(`${printable(warning)}\n`);
  if (values.json) {
    const { renderJson } = await import('../report/json.js');
    stdout.write(renderJson(report));
    return;
  }
  if (values.quiet) return;
  const paint = createPaint(stdout, env);
  const shown = (path: string): string => {
    const near = relative(cwd, path);
    return near.startsWith('..') ? path : near;
  };
  if (values.dryRun) {
    const { renderDryRun } = await import('../report/dry-run.js');
    stdout.write(`${renderDryRun(plan.edits, paint)}\n`);
  }
  const { renderRunSummary } = await import('../report/run-summary.js');
  stdout.write(
    renderRunSummary(report, {
      paint,
      facts: describeFacts(facts, cwd),
      outputs: {
        workbook: shown(outputs.workbook),
        answers: shown(outputs.answers),
        report: outputs.report === null ? null : shown(outputs.report.path),
      },
      isDryRun: values.dryRun === true,
      notes: plan.notes,
    }),
  );
}

function exitCodeFor({ summary }: RunReport, failOn: FillOptions['failOn']): ExitCode {
  const findings = failOn === undefined ? 0 : summary.unanswered + (failOn === 'review' ? summary.review : 0);
  return findings > 0 ? ExitCode.findings : ExitCode.ok;
}
