import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runInProcess, runners, temporaryFolder } from './command-line.js';

const OWN_TOPIC = `area: { de: Vögel, en: Birds }
topics:
  - id: own.kites
    label: { de: Drachen, en: Kites }
    terms: { de: [Drachen], en: [kites] }
    examples:
      en: [Do you keep kites?]
      de: [Halten Sie Drachen?]
    near_misses:
      en: [Are backups encrypted?]
`;

/** The example is another topic's, and the near miss is its own. */
const SWAPPED = OWN_TOPIC.replace('[Do you keep kites?]', '[?]')
  .replace('Are backups encrypted?', 'Do you keep kites?')
  .replace('[?]', '[Are backups encrypted?]');

interface Folder {
  readonly topics?: string;
  readonly expectations?: string;
}

/** A folder with the shipped facts and what a user adds to them. */
async function folderWith({ topics, expectations }: Folder): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(PROJECT, 'facts'), join(folder, 'facts'), { recursive: true });
  if (topics !== undefined) {
    await mkdir(join(folder, 'facts/topics'), { recursive: true });
    await writeFile(join(folder, 'facts/topics/own.yaml'), topics);
  }
  if (expectations !== undefined) await writeFile(join(folder, 'facts/expectations.yaml'), expectations);
  return folder;
}

const only = ['test', '--topic', 'own.kites'];

describe.each(runners)('answer test, %s', (_, run) => {
  it('ends with 0 when all is as expected', async () => {
    const outcome = await run(only, await folderWith({ topics: OWN_TOPIC }));
    expect(outcome).toEqual({
      code: 0,
      stdout: `examples      2 of 2 reach their topic
near misses   1 of 1 are not answered by it
expectations  none
All as expected.
`,
      stderr: '',
    });
  });

  it('ends with 1 when an example is won by another topic', async () => {
    const { code, stdout, stderr } = await run(only, await folderWith({ topics: SWAPPED }));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^facts[/\\]topics[/\\]own\.yaml:7:12: example of own\.kites\n {2}"Are backups encrypted\?"\n {2}is answered by backup\.encryption/m,
    );
    expect(stdout).toMatch(
      /^facts[/\\]topics[/\\]own\.yaml:10:12: near miss of own\.kites\n.*\n {2}is a near miss, but/m,
    );
    expect(stdout).toMatch(/^2 failed\./m);
  });

  it.each([
    [
      'an unknown topic',
      ['test', '--topic', 'access.mfaa'],
      'There is no topic "access.mfaa": did you mean "access.mfa"?\n',
    ],
    ['an unknown format', ['test', '--format', 'xml'], '--format takes text, json, junit, not "xml".\n'],
    ['a bad day', ['test', '--as-of', '2026-02-30'], /^--as-of takes a real date/],
    ['a word too many', ['test', 'access.mfa'], /^Too many arguments/],
    ['no facts', ['test', '--facts', 'nowhere'], /^The facts folder .*nowhere does not exist/],
  ])('ends with 2 for %s', async (_name, argv, message) => {
    const { code, stdout, stderr } = await run(argv, await temporaryFolder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    if (typeof message === 'string') expect(stderr).toBe(message);
    else expect(stderr).toMatch(message);
  });

  it('ends with 2 for a malformed file, naming the place', async () => {
    const folder = await folderWith({ expectations: 'expectations:\n  - question: RPO\n    status: done\n' });
    const { code, stdout, stderr } = await run(['test'], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /expectations\.yaml:3:13: .*found "done", expected one of answered, review, unanswered/,
    );
  });
});

describe('the whole catalogue with the shipped facts', () => {
  it('holds; plans are drafts once their date has passed', async () => {
    const outcome = await runInProcess(['test', '--as-of', '2027-01-01', '--format', 'json'], PROJECT);
    const { summary, failures } = JSON.parse(outcome.stdout);
    const topical = failures.filter(({ kind }: { kind: string }) => kind !== 'expectation');
    expect(topical).toEqual([]);
    expect(summary.example.tried).toBeGreaterThan(2500);
    expect(summary.near_miss.tried).toBeGreaterThan(1000);
    expect(outcome).toMatchObject({ code: 1, stderr: '' });
    for (const { decision } of failures) expect(decision.status).toBe('review');
  });
});

describe('--format junit', () => {
  it('prints what build servers read', async () => {
    const folder = await folderWith({ topics: OWN_TOPIC });
    const { code, stdout } = await runInProcess([...only, '--format', 'junit'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/<testsuite name="examples" tests="2" failures="0">/);
  });
});

describe('examples of the shipped topics', () => {
  const nothing = 'section: { id: own, order: 1, title: { de: Eigen, en: Own } }\nfacts: []\n';
  const thief = OWN_TOPIC.replace(
    'terms: { de: [Drachen], en: [kites] }',
    'terms: { en: [MFA, multi-factor authentication] }',
  );

  it.each([
    ['pass for a company without facts', null, 0],
    ['fail where an own topic takes their questions away', thief, 1],
  ])('%s', async (_, topics, expected) => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'facts/topics'), { recursive: true });
    await writeFile(join(cwd, 'facts/own.yaml'), nothing);
    if (topics !== null) await writeFile(join(cwd, 'facts/topics/own.yaml'), topics);
    const { code, stderr } = await runInProcess(
      ['test', '--topic', 'access.mfa', 'backup.geo_redundancy', 'suppliers.policy'],
      cwd,
    );
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
  });
});
