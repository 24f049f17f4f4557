import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTATIONS_FILE, readExpectations } from '../../src/match/read-expectations.js';
import { Problem } from '../../src/problem.js';
import { temporaryFolder } from '../commands/command-line.js';
import { factsDir } from './catalogue.js';

const FACTS = new Set(['access.mfa', 'backup.encryption']);

/** What a file with this text gives: the problem's lines without the folder, or the content. */
async function read(text: string | Uint8Array): Promise<unknown> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, EXPECTATIONS_FILE), text);
  try {
    return await readExpectations(folder, FACTS);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('expectations/invalid');
    return error.message.replaceAll(`${folder}/`, '').split('\n');
  }
}

describe('expectations', () => {
  it('are absent where there is no file', async () => {
    expect(await readExpectations(await temporaryFolder(), FACTS)).toBeNull();
  });

  it('come with their place', async () => {
    const text = `as_of: 2026-11-23
expectations:
  - question: Is MFA used?
    status: answered
    response: no
  - { question: ' RPO ', section: Backup, language: de, facts: [backup.encryption] }
`;
    expect(await read(text)).toEqual({
      asOf: '2026-11-23',
      expectations: [
        {
          question: 'Is MFA used?',
          status: 'answered',
          response: 'no',
          position: { file: expect.stringContaining(EXPECTATIONS_FILE), line: 3, column: 5 },
        },
        {
          question: 'RPO',
          section: 'Backup',
          language: 'de',
          facts: ['backup.encryption'],
          position: { file: expect.stringContaining(EXPECTATIONS_FILE), line: 6, column: 5 },
        },
      ],
    });
  });

  it.each([
    ['an empty file', '', /^expectations\.yaml:1:1: /],
    [
      'no expectation',
      'expectations: []\n',
      /:1:15: expectations: found an empty list, expected at least one/,
    ],
    [
      'a list without a key',
      '- question: RPO\n  status: answered\n',
      /:1:1: found a list, expected a mapping/,
    ],
    [
      'nothing expected',
      'expectations:\n  - question: RPO\n',
      /:2:5: .*at least one of status, response, facts/,
    ],
    ['no question', 'expectations:\n  - status: review\n', /:2:5: .*question: found nothing, expected text/],
    [
      'a blank question',
      'expectations:\n  - { question: " ", status: review }\n',
      /:2:17: .*expected some text/,
    ],
    [
      'a wrong status',
      'expectations:\n  - question: RPO\n    status: anwsered\n',
      /:3:13: .*found "anwsered", expected .*did you mean "answered"/,
    ],
    [
      'a wrong response',
      'expectations:\n  - question: RPO\n    response: true\n',
      /:3:15: .*found true, expected one of yes, no/,
    ],
    [
      'an unknown key',
      'expectations:\n  - question: RPO\n    fact: [access.mfa]\n',
      /:3:5: .*unknown key "fact", did you mean "facts"/,
    ],
    [
      'an unknown fact',
      'expectations:\n  - question: RPO\n    facts: [acces.mfa]\n',
      /:3:13: unknown fact "acces\.mfa", did you mean "access\.mfa"/,
    ],
    [
      'a day that does not exist',
      'as_of: 2026-02-30\nexpectations:\n  - { question: RPO, facts: [] }\n',
      /:1:8: /,
    ],
    ['an alias', 'expectations:\n  - &a { question: RPO, facts: [] }\n  - *a\n', /an anchor|an alias/],
    ['no YAML', 'expectations: [\n', /not valid YAML|expectations\.yaml:\d+:\d+/],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x41]), /:1:1: this is not UTF-8 text/],
  ])('%s is refused with its place', async (_, text, line) => {
    const lines = await read(text);
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(line)]));
  });

  it('every mistake is told at once', async () => {
    const lines = await read('expectations:\n  - { question: RPO }\n  - { question: RTO, status: yes }\n');
    expect(lines).toHaveLength(2);
  });

  it('a file that is too large, and a folder, are refused', async () => {
    expect(await read('#'.repeat(2 * 1024 * 1024 + 1))).toEqual([expect.stringMatching(/larger than 2 MB/)]);
    const folder = await temporaryFolder();
    await mkdir(join(folder, EXPECTATIONS_FILE));
    await expect(readExpectations(folder, FACTS)).rejects.toThrow(/cannot be read \(EISDIR\)/);
  });

  it('come with the shipped facts, for every one of them', async () => {
    const { loadFacts } = await import('../../src/facts/load.js');
    const facts = [...(await loadFacts(factsDir)).facts.keys()];
    const found = await readExpectations(factsDir, new Set(facts));
    const expected = new Set(found?.expectations.flatMap((one) => one.facts ?? []));
    expect(facts.filter((id) => !expected.has(id))).toEqual([]);
  });
});
