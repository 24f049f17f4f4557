import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { defineCommand } from './define-command.js';
import { findFacts } from './find-facts.js';
import { failingSeverities, findingOptions } from './finding-options.js';
import { sharedOptions } from './options.js';

/** `answer check`: tells what in the facts is wrong, contradictory, overdue or stale. */
export const check = defineCommand({
  name: 'check',
  summary: 'check the facts: mistakes, contradictions, dates that pass, evidence that is missing',
  isDefault: false,
  argument: null,
  options: {
    facts: sharedOptions.facts,
    asOf: {
      ...sharedOptions.asOf,
      description: 'day for which the facts must be true, YYYY-MM-DD (default: today)',
    },
    format: findingOptions.format,
    failOn: findingOptions.failOn,
    rule: findingOptions.rule,
    dueWithin: findingOptions.dueWithin,
    staleAfter: findingOptions.staleAfter,
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer check', 'exit status 1 on errors'],
    ['answer check --as-of 2027-01-01', 'what will be overdue at the turn of the year'],
    ['answer check --format sarif > facts.sarif', 'for code scanning'],
    ['answer check --rule roadmap/due-soon=off --fail-on warning', 'one rule off, the others strict'],
  ],
  async run(_, options, context) {
    const [{ checkFacts }, { printFindings }, { rules }, { DEFAULT_LIMITS }, { readRuleLevels }] =
      await Promise.all([
        import('../check/check-facts.js'),
        import('./print-findings.js'),
        import('../check/registry.js'),
        import('../check/run-check.js'),
        import('./read-rule-levels.js'),
      ]);
    const ids = rules.map(({ id }) => id);
    const levels = readRuleLevels(options.rule, ids);
    const report = await checkFacts({
      factsDir: await ownFacts(options.facts, context.cwd),
      asOf: options.asOf ?? context.today,
      levels,
      limits: {
        dueWithinDays: options.dueWithin ?? DEFAULT_LIMITS.dueWithinDays,
        staleAfterMonths: options.staleAfter ?? DEFAULT_LIMITS.staleAfterMonths,
      },
    });
    const failing = failingSeverities(options.failOn);
    const format = options.format ?? 'text';
    return printFindings(report, { format, title: 'answer check', rules, failing }, context);
  },
});

/**
 * The folder to check. A `facts` in the current folder that holds no facts is what is wrong, where other commands take the
 * facts of the package instead.
 */
async function ownFacts(given: string | undefined, cwd: string): Promise<string> {
  const { dir, origin } = await findFacts(given, cwd);
  const here = join(cwd, 'facts');
  const isHere = await lstat(here).then(
    () => true,
    () => false,
  );
  return origin === 'shipped' && isHere ? here : dir;
}
