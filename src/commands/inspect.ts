import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.js';
import { createPaint } from '../report/paint.js';
import type { CommandContext } from './command.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import type { FoundInWorkbook } from './find-in-workbook.js';
import { sharedOptions, switchSchema } from './options.js';

/** `answer inspect`: shows what was found in a questionnaire, without answering. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'show which questions, columns and answer cells are found in a questionnaire',
  isDefault: false,
  argument: { flags: '<file>', description: 'questionnaire (.xlsx, .xlsm, .csv, .tsv)' },
  options: {
    sheet: sharedOptions.sheet,
    columns: sharedOptions.columns,
    rows: sharedOptions.rows,
    layout: sharedOptions.layout,
    save: {
      flags: '--save <file>',
      description: 'keep sheets, columns and rows in a YAML file, for --layout with the next questionnaire',
      schema: z.string().optional(),
    },
    force: { flags: '--force', description: 'let --save replace a file that exists', schema: switchSchema },
    json: sharedOptions.json,
    verbose: sharedOptions.verbose,
  },
  examples: [
    [
      'answer inspect questionnaire.xlsx',
      'per sheet: header, role of each column and why, what the answer cells accept',
    ],
    [
      'answer inspect questionnaire.xlsx --columns question=B,answer=D',
      'see whether other columns fit better',
    ],
    [
      'answer inspect questionnaire.xlsx --columns question=B,answer=D --save customer.yaml',
      'keep that for the next file of this customer',
    ],
  ],
  async run([file = ''], options, context) {
    if (file === '')
      throw new Problem('inspect/nothing', 'Name the questionnaire: answer inspect questionnaire.xlsx.');
    const { findInWorkbook, loadSavedLayout } = await import('./find-in-workbook.js');
    const layout = await loadSavedLayout(options.layout, context.cwd);
    const found = await findInWorkbook(resolve(context.cwd, file), { ...options, layout });
    const { describeFindings, renderFindings } = await import('../report/findings.js');
    const findings = describeFindings(basename(file), found.questionnaire);
    const text = options.json
      ? JSON.stringify(findings, null, 2)
      : renderFindings(findings, createPaint(context.stdout, context.env));
    if (options.save !== undefined) await save(options.save, file, found, options.force === true, context);
    const isNoted = options.save !== undefined && options.json !== true;
    const note = isNoted ? `\nKept in ${options.save}: use it with --layout ${options.save}.\n` : '';
    context.stdout.write(`${text}\n${note}`);
    return ExitCode.ok;
  },
});

async function save(
  target: string,
  file: string,
  { workbook, questionnaire, options }: FoundInWorkbook,
  force: boolean,
  { cwd }: CommandContext,
): Promise<void> {
  const [{ deriveLayout }, { renderSavedLayout }, { writeOutputs }] = await Promise.all([
    import('../questionnaire/derive-layout.js'),
    import('../questionnaire/saved-layout.js'),
    import('./write-outputs.js'),
  ]);
  const content = await renderSavedLayout(deriveLayout(workbook, questionnaire, options), basename(file));
  await writeOutputs([{ path: resolve(cwd, target), content }], { force, keep: resolve(cwd, file) });
}
