import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import { createMatcher } from '../../src/match/matcher.js';
import { explain } from '../../src/report/explanation.js';
import { catalogue, DAY, factsDir } from '../match/catalogue.js';

const facts = await loadFacts(factsDir);
const matcher = createMatcher(catalogue, facts, DAY);
const words = {
  topic: (index: number) => ({ id: catalogue.topics[index]?.id ?? '', label: 'Label' }),
  fact: (id: string) => facts.facts.get(id)?.display.en ?? '',
  aspect: (index: number) => catalogue.aspects[index]?.id ?? '',
};
const explained = (text: string) => explain(matcher.trace({ text }), words).join('\n');

describe('an explanation shows', () => {
  it.each<[string, string, RegExp[]]>([
    [
      'the words that name a topic, and what its fact says',
      'Are backups encrypted?',
      [
        /^language: en$/m,
        /^asks for: yes or no$/m,
        /^topic: backup\.encryption \(Label\), with a fact: AES-256; named by "backups encrypted"/m,
        /^verdict: full: /m,
        /^decision: answered; response yes; from backup\.encryption; confidence 1$/m,
      ],
    ],
    [
      'parts, and a limit as compared',
      'Is the RTO below 4 hours, and are restores tested?',
      [
        /^part 1 of 2: Is the RTO below 4 hours$/m,
        /^part 2 of 2: /m,
        /^ {2}topic: continuity\.restore_test \(Label\), no fact; named by /m,
        /^limit: below 4 hours against continuity\.rto \(4–8 hrs\): not met$/m,
        /^decision: review; response no; from continuity\.rto; no fact on continuity\.restore_test; /m,
      ],
    ],
    [
      'what turns a question round',
      'Is data stored outside the EU?',
      [/^turned round by: .*"stored outside EU"/m],
    ],
    [
      'words and scope that nothing covers',
      'Are backups encrypted on laptops with blowfish?',
      [/^words that nothing covers: .*blowfish/m, /^verdict: (?:partial|none): /m],
    ],
    ['how a typing error was read', 'Are bakups encrypted?', [/^read bakups as backups$/m]],
    ['a question that no topic explains', 'Do you like penguins?', [/^decision: unanswered; confidence 0$/m]],
  ])('%s', (_, text, lines) => {
    for (const line of lines) expect(explained(text)).toMatch(line);
  });

  it('no more than a few runners-up', () => {
    const runnersUp = explained('Are security policies and procedures for backup data tested and reviewed?')
      .split('\n')
      .filter((line) => line.includes('runner-up: '));
    expect(runnersUp.length).toBeLessThanOrEqual(8);
  });
});
