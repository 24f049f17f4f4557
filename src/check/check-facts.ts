import { complaintsProblem } from '../facts/complaint.js';
import { readFacts } from '../facts/load.js';
import { loadTopicAreas } from '../topics/overview.js';
import { findTies } from './find-ties.js';
import type { FindingReport } from './finding.js';
import { createLocator } from './locate.js';
import { rules } from './registry.js';
import type { CheckLimits } from './rule.js';
import { type RuleLevel, runCheck } from './run-check.js';

/** What to check, and how strictly. */
export interface CheckOptions {
  /** Folder with facts. */
  readonly factsDir: string;
  /** Day for which the facts must be true, YYYY-MM-DD. */
  readonly asOf: string;
  /** `DEFAULT_LIMITS` when absent: 45 days, 12 months. */
  readonly limits?: CheckLimits;
  /** Levels by the id of a rule, such as `roadmap/overdue`; each rule has its own when absent. */
  readonly levels?: ReadonlyMap<string, RuleLevel>;
}

/**
 * Checks a folder of facts against all rules, as `answer check` does. Gives the findings in order of file, line and column;
 * files are named as `factsDir` names the folder. Facts that do not fit the schema are findings, too; no other rule looks
 * at them then.
 * @throws Problem `facts/missing`, or `facts/invalid` with one line for each file that cannot be read as YAML at all
 */
export async function checkFacts(options: CheckOptions): Promise<FindingReport> {
  const { factsDir, asOf } = options;
  const [reading, areas] = await Promise.all([readFacts(factsDir), loadTopicAreas({ userDir: factsDir })]);
  const { base, places, files, unreadable, complaints } = reading;
  if (unreadable.length > 0) {
    const perFile = new Map([...unreadable].reverse().map((one) => [one.position.file, one]));
    throw complaintsProblem([...perFile.values()]);
  }
  const ties = base === null ? [] : await findTies(factsDir, base, asOf);
  return runCheck(rules, {
    base,
    complaints,
    locator: createLocator(places, files),
    day: asOf,
    topics: new Set(areas.flatMap((area) => area.topics.map(({ id }) => id))),
    ties,
    ...(options.limits && { limits: options.limits }),
    ...(options.levels && { levels: options.levels }),
  });
}
