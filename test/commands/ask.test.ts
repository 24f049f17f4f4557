import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess, runners, temporaryFolder } from './command-line.js';

interface Case {
  readonly name: string;
  readonly argv: readonly string[];
  readonly stdout: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'an answer',
    argv: ['ask', 'Is customer data encrypted at rest?'],
    stdout: /Answered \(yes\)\n {2}Yes\. .*AES-256/,
  },
  {
    name: 'a question without quotes',
    argv: ['ask', 'Are', 'backups', 'encrypted?'],
    stdout: /^Are backups encrypted\?\n {2}Answered/,
  },
  {
    name: 'an open question with its reason',
    argv: ['ask', 'Is an HSM used for key management?'],
    stdout: /Open\n {2}There is no fact/,
  },
  {
    name: 'the language of the question',
    argv: ['ask', 'Sind die Backups verschlüsselt?'],
    stdout: /\n {2}Ja\. /,
  },
  { name: 'another language', argv: ['ask', '--lang', 'de', 'Are backups encrypted?'], stdout: /Ja\. / },
  {
    name: 'another day',
    argv: ['ask', '--as-of', '2027-01-01', 'Is multi-factor authentication enforced for all users?'],
    stdout: /Draft to review/,
  },
  {
    name: '--explain',
    argv: ['ask', '--explain', 'Are backups encrypted?'],
    stdout:
      /topic: backup\.encryption .*with a fact: AES-256; named by "backups encrypted"[\s\S]*verdict: full/,
  },
];

describe.each(runners)('answer ask, %s', (_, run) => {
  it.each(cases)('$name', async ({ argv, stdout }) => {
    const outcome = await run(argv, await temporaryFolder());
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(stdout);
  });
});

const KEYS = [
  'question',
  'language',
  'status',
  'response',
  'facts',
  'topics',
  'answer',
  'evidence',
  'confidence',
  'reasons',
];

describe('answer ask --file', () => {
  it.each([
    ['line feeds', 'Are backups encrypted?\n\n  RPO (hours)  \nQuatsch\n', 3],
    ['carriage returns and a byte order mark', '\ufeffAre backups encrypted?\r\nRTO\r\n', 2],
    ['no line end', 'Are backups encrypted?', 1],
  ])('gives one object per line that is not blank: %s', async (_, text, count) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lines.txt'), text);
    const { code, stdout } = await runInProcess(['ask', '--file', 'lines.txt', '--json'], folder);
    const records: Record<string, unknown>[] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(records).toHaveLength(count);
    for (const record of records) expect(Object.keys(record)).toEqual(KEYS);
    expect(records[0]).toMatchObject({
      question: 'Are backups encrypted?',
      status: 'answered',
      response: 'yes',
    });
  });

  it('adds the explanation to the JSON when asked', async () => {
    const { stdout } = await runInProcess(
      ['ask', '--json', '--explain', 'RPO (hours)'],
      await temporaryFolder(),
    );
    expect(JSON.parse(stdout)[0].explanation.join('\n')).toMatch(/topic: continuity\.rpo/);
  });
});
