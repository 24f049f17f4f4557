import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Problem } from '../problem.js';
import type { ReportFormat } from '../report/format.js';
import { reportFormatFor, reportFormats } from '../report/registry.js';

/** The files of a run, as absolute paths. */
export interface Outputs {
  readonly workbook: string;
  /** `name.answers.json` beside the workbook. */
  readonly answers: string;
  readonly report: { readonly path: string; readonly format: ReportFormat } | null;
}

export interface OutputOptions {
  readonly output?: string | undefined;
  readonly report?: string | undefined;
}

/** Endings of questionnaires that their outputs have, too; all others become .xlsx. */
const KEPT_ENDINGS: readonly string[] = ['.xlsm', '.csv', '.tsv', '.tab'];

/**
 * Where a run writes: `name.answered.xlsx` (or .csv, as the input is) and `name.answers.json` beside the input, or what `--output` says with its
 * `.answers.json` beside it.
 * @throws Problem when the ending does not fit, or two of the files are one and the same
 */
export function planOutputs(input: string, options: OutputOptions, cwd: string): Outputs {
  const ending = extname(input);
  const stem = basename(input, ending);
  const own = ending.toLowerCase();
  const expected = KEPT_ENDINGS.includes(own) ? own : '.xlsx';
  const workbook =
    options.output === undefined
      ? join(dirname(input), `${stem}.answered${expected}`)
      : resolve(cwd, options.output);
  const answersStem = options.output === undefined ? stem : basename(workbook, extname(workbook));
  const answers = join(dirname(workbook), `${answersStem}.answers.json`);
  if (extname(workbook).toLowerCase() !== expected) {
    throw new Problem(
      'output/ending',
      `The output must end in ${expected}, as the questionnaire does: ${workbook}.`,
    );
  }
  if (workbook === input) {
    throw new Problem(
      'output/input',
      'The output would replace the questionnaire, which is never changed: choose another name.',
    );
  }
  const report = options.report === undefined ? null : planReport(resolve(cwd, options.report));
  const taken = [input, workbook, answers];
  if (report !== null && taken.includes(report.path)) {
    throw new Problem(
      'output/report',
      `The report would replace another file of this run: choose another name than ${report.path}.`,
    );
  }
  return { workbook, answers, report };
}

function planReport(path: string): NonNullable<Outputs['report']> {
  const format = reportFormatFor(path);
  if (format === undefined) {
    const endings = reportFormats.map(({ ending }) => ending).join(', ');
    throw new Problem(
      'output/report',
      `--report takes a file that ends in ${endings}, not "${basename(path)}".`,
    );
  }
  return { path, format };
}

/** Every file of a run. */
export function pathsOf({ workbook, answers, report }: Outputs): string[] {
  return [workbook, answers, ...(report === null ? [] : [report.path])];
}

/**
 * Makes sure, before the work starts, that the files can be written.
 * @throws Problem when one exists (without `force`), is a folder, or its folder is missing or may not be written
 */
export async function checkOutputs(outputs: Outputs, force: boolean): Promise<void> {
  for (const path of pathsOf(outputs)) {
    const folder = dirname(path);
    const folderStat = await stat(folder).catch(() => undefined);
    if (folderStat?.isDirectory() !== true) {
      throw new Problem(
        'output/folder',
        `${path} cannot be written: ${folder} is no folder; make it, or choose another output.`,
      );
    }
    await access(folder, constants.W_OK).catch((cause: unknown) => {
      throw new Problem(
        'output/folder',
        `${path} cannot be written: you may not write to ${folder}; choose another output with -o.`,
        { cause },
      );
    });
    const target = await stat(path).catch(() => undefined);
    if (target?.isDirectory())
      throw new Problem('output/is-folder', `${path} is a folder: choose another output.`);
    if (target !== undefined && !force) {
      throw new Problem('output/exists', `${path} exists: --force replaces it, -o chooses another name.`);
    }
  }
}
