import { basename, resolve } from 'node:path';
import { Problem } from '../problem.js';
import { createPaint } from '../report/paint.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { sharedOptions } from './options.js';

/** `answer inspect`: shows what was found in a questionnaire, without answering. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'show which questions, columns and answer cells are found in a questionnaire',
  isDefault: false,
  argument: { flags: '<file>', description: 'questionnaire (.xlsx, .xlsm)' },
  options: {
    sheet: sharedOptions.sheet,
    columns: sharedOptions.columns,
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
  ],
  async run([file = ''], options, context) {
    if (file === '')
      throw new Problem('inspect/nothing', 'Name the questionnaire: answer inspect questionnaire.xlsx.');
    const { findInWorkbook } = await import('./find-in-workbook.js');
    const { questionnaire } = await findInWorkbook(resolve(context.cwd, file), options);
    const { describeFindings, renderFindings } = await import('../report/findings.js');
    const findings = describeFindings(basename(file), questionnaire);
    const text = options.json
      ? JSON.stringify(findings, null, 2)
      : renderFindings(findings, createPaint(context.stdout, context.env));
    context.stdout.write(`${text}\n`);
    return ExitCode.ok;
  },
});
