import { z } from 'zod';
import { Problem } from '../problem.js';
import type { CommandContext } from './command.js';
import { defineCommand } from './define-command.js';
import { describeFacts, findFacts } from './find-facts.js';
import { failingSeverities, findingOptions } from './finding-options.js';
import { sharedOptions } from './options.js';
import { shownPath } from './shown-path.js';

/** `answer drift`: tells what customers were told and would be told otherwise today. */
export const drift = defineCommand({
  name: 'drift',
  summary: 'tell which answers that customers were given are no longer true',
  isDefault: false,
  argument: {
    flags: '[file...]',
    description: '*.answers.json of earlier runs, or folders with them (default: sent)',
  },
  options: {
    facts: sharedOptions.facts,
    asOf: {
      ...sharedOptions.asOf,
      description: 'day on which the answers must still be true, YYYY-MM-DD (default: today)',
    },
    base: {
      flags: '--base <revision>',
      description: 'compare with the facts of a git revision: what a pull request would change',
      schema: z.string().min(1, { error: '--base takes a commit, branch or tag.' }).optional(),
    },
    format: {
      ...findingOptions.format,
      description: `${findingOptions.format.description.replace(/ \(.*/, '')} (default: text; markdown with --base)`,
    },
    failOn: {
      ...findingOptions.failOn,
      description:
        'exit with 1 where something told is no longer true (error, the default), where somebody must look too (warning), or never (never)',
    },
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer drift', 'every *.answers.json in the folder "sent"'],
    ['answer drift sent/customer.answers.json --as-of 2027-01-01', 'what will not be true any more'],
    ['answer drift --base origin/main', 'what this branch would change in what customers were told'],
  ],
  async run(paths, options, context) {
    const runs = await readRuns(paths, context);
    const [{ compareRuns }, { withFactsOf }, { printFindings }, { driftRules }] = await Promise.all([
      import('./compare-runs.js'),
      import('./base-facts.js'),
      import('./print-findings.js'),
      import('../check/drift.js'),
    ]);
    const folder = await findFacts(options.facts, context.cwd);
    const [{ dir }, day] = [folder, options.asOf ?? context.today];
    const { base } = options;
    if (base !== undefined && folder.origin === 'shipped') throw noOwnFacts();
    const shown = describeFacts(folder, context.cwd);
    const report =
      base === undefined
        ? await compareRuns(runs, { factsDir: dir, day })
        : await withFactsOf({ dir, shown }, base, (baseDir) =>
            compareRuns(runs, { factsDir: dir, day, baseDir }),
          );
    const format = options.format ?? (base === undefined ? 'text' : 'markdown');
    const title = base === undefined ? 'answer drift' : `answer drift --base ${base}`;
    const failing = failingSeverities(options.failOn);
    return printFindings(report, { format, title, rules: driftRules, failing }, context);
  },
});

function noOwnFacts(): Problem {
  const sentence =
    '--base compares facts of your own, and there are none here: name their folder with --facts.';
  return new Problem('drift/no-facts', sentence);
}

/** @throws Problem that names every file that cannot be read */
async function readRuns(paths: readonly string[], { cwd }: CommandContext) {
  const [{ findRecordedRuns }, { readRecordedRun }] = await Promise.all([
    import('./find-recorded-runs.js'),
    import('../check/recorded-run.js'),
  ]);
  const files = await findRecordedRuns(paths, cwd);
  const read = await Promise.allSettled(files.map((file) => readRecordedRun(file, shownPath(file, cwd))));
  const failures = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const unexpected = failures.find((reason) => !(reason instanceof Problem));
  if (unexpected !== undefined) throw unexpected;
  if (failures.length > 0) {
    throw new Problem('drift/unreadable', failures.map(({ message }) => message).join('\n'));
  }
  return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
