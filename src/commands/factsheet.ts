import { extname, relative, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.js';
import { type FactsheetFormat, factsheetFormats } from '../report/factsheet-formats.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { findFacts } from './find-facts.js';
import { sharedOptions, switchSchema } from './options.js';

const NAMES = factsheetFormats.map(({ name }) => name);

/** `answer factsheet`: the company's security sheet, made from the facts. */
export const factsheet = defineCommand({
  name: 'factsheet',
  summary: 'write the security fact sheet from the facts',
  isDefault: false,
  argument: null,
  options: {
    facts: sharedOptions.facts,
    lang: {
      flags: '--lang <language>',
      description: 'language of the sheet: de or en (default: en)',
      schema: z
        .enum(['de', 'en'], { error: (issue) => `--lang takes de, en, not "${String(issue.input)}".` })
        .default('en'),
    },
    format: {
      flags: '--format <name>',
      description: `${NAMES.join(', ')} (default: by the ending of --output, else md)`,
      schema: z
        .string()
        .refine((name) => NAMES.includes(name), {
          error: (issue) => `--format takes ${NAMES.join(', ')}, not "${String(issue.input)}".`,
        })
        .optional(),
    },
    output: {
      flags: '-o, --output <file>',
      description: 'file to write (default: standard output)',
      schema: z.string().optional(),
    },
    asOf: {
      ...sharedOptions.asOf,
      description: 'day as of which dates count as passed, YYYY-MM-DD (default: today)',
    },
    force: { flags: '--force', description: 'replace an output file that exists', schema: switchSchema },
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer factsheet --lang de', 'Markdown on standard output'],
    ['answer factsheet -o factsheet.html', 'a page to print'],
    ['answer factsheet --lang de -o factsheet.xlsx --force', 'a workbook'],
  ],
  async run(_, options, context) {
    const format = pickFormat(options.format, options.output);
    const [{ loadFacts }, { describeFactsheet }, { loadFactsheetWords }] = await Promise.all([
      import('../facts/load.js'),
      import('../report/factsheet.js'),
      import('../report/factsheet-words.js'),
    ]);
    const { dir } = await findFacts(options.facts, context.cwd);
    const [base, words] = await Promise.all([loadFacts(dir), loadFactsheetWords(options.lang)]);
    const sheet = describeFactsheet(base, options.lang, options.asOf ?? context.today, words);
    const content = await (await format.load())(sheet);
    if (options.output === undefined) {
      context.stdout.write(content as string);
      return ExitCode.ok;
    }
    const { saveFile } = await import('../workbook/save.js');
    const path = resolve(context.cwd, options.output);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await saveFile(path, bytes, { force: options.force === true });
    context.stdout.write(`Wrote ${relative(context.cwd, path)}.\n`);
    return ExitCode.ok;
  },
});

/** @throws Problem when the ending stands for no format, or a workbook would go to the terminal */
function pickFormat(name: string | undefined, output: string | undefined): FactsheetFormat {
  const ending = output === undefined ? 'md' : extname(output).slice(1).toLowerCase();
  const format = factsheetFormats.find((one) => one.name === (name ?? ending));
  if (format === undefined) {
    const endings = NAMES.map((one) => `.${one}`).join(', ');
    throw new Problem(
      'factsheet/ending',
      `The output "${output ?? ''}" ends in none of ${endings}: choose one of them, or name the format with --format.`,
    );
  }
  if (format.name === 'xlsx' && output === undefined) {
    throw new Problem('factsheet/output', 'A workbook needs a file: answer factsheet -o factsheet.xlsx.');
  }
  return format;
}
