import type { RuleLevel } from '../check/run-check.js';
import { Problem } from '../problem.js';

const LEVELS: readonly string[] = ['off', 'warning', 'error'] satisfies RuleLevel[];

/** `roadmap/due-soon=off`; not `roadmap/due-soon`, `=off`. */
const RULE_LEVEL = /^([^=\s]+)=([^=\s]*)$/;

/**
 * Reads the values of `--rule`.
 * @param ids of the rules there are
 * @throws Problem with a sentence for each wrong value, which names the allowed ones
 */
export function readRuleLevels(texts: readonly string[], ids: readonly string[]): Map<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  const wrong: string[] = [];
  for (const text of texts) {
    const [, id = '', level = ''] = RULE_LEVEL.exec(text) ?? [];
    if (id === '') {
      wrong.push(`--rule takes id=${LEVELS.join('|')}, such as roadmap/due-soon=off, not "${text}".`);
    } else if (!ids.includes(id)) {
      wrong.push(`--rule: there is no rule "${id}". There are: ${ids.join(', ')}.`);
    } else if (!LEVELS.includes(level)) {
      wrong.push(`--rule ${id} takes ${LEVELS.join(', ')}, not "${level}".`);
    } else {
      levels.set(id, level as RuleLevel);
    }
  }
  if (wrong.length > 0) throw new Problem('option/value', wrong.join('\n'));
  return levels;
}
