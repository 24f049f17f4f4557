import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/check/registry.js';
import { SHIPPED } from '../facts/shipped-facts.js';
import { PROJECT, runInProcess, runners, temporaryFolder } from './command-line.js';

const SECTION = 'section: { id: s, order: 1, title: { de: S, en: S } }\n';

/** A folder `facts` that holds the shipped facts, and more files or others in their place. */
async function project(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const cwd = await temporaryFolder();
  await cp(SHIPPED, join(cwd, 'facts'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, 'facts', name), content);
  return cwd;
}

/** The shipped facts with a mistake, and its line in `facts/security.yaml`. */
async function withWrongStatus(): Promise<{ readonly cwd: string; readonly line: number }> {
  const text = await readFile(join(SHIPPED, 'security.yaml'), 'utf8');
  const line = text.split('status: partial')[0]?.split('\n').length ?? 0;
  return {
    cwd: await project({ 'security.yaml': text.replace('status: partial', 'status: sort_of') }),
    line,
  };
}

describe.each(runners)('answer check, %s', (_, run) => {
  it('ends with 0 on warnings, 1 where they count, 0 where nothing counts', async () => {
    const cwd = await project();
    const plain = await run(['check', '--as-of', '2026-11-23'], cwd);
    expect({ ...plain, stdout: plain.stdout.split('\n').at(-2) }).toEqual({
      code: 0,
      stdout: '13 warnings as of 2026-11-23',
      stderr: '',
    });
    expect((await run(['check', '--as-of', '2026-11-23', '--fail-on', 'warning'], cwd)).code).toBe(1);
    expect((await run(['check', '--as-of', '2026-11-23', '--fail-on', 'never'], cwd)).code).toBe(0);
  });

  it('ends with 1 on errors, also where the facts do not load', async () => {
    const { cwd, line } = await withWrongStatus();
    const { code, stdout, stderr } = await run(['check'], cwd);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`facts/security.yaml:${line}:13  error  schema/invalid\n`);
    expect(stdout).toContain('    status: sort_of\n');
    expect((await run(['check', '--fail-on', 'never'], cwd)).code).toBe(0);
  });

  it('ends with 2 where it cannot run', async () => {
    const { code, stdout, stderr } = await run(['check', '--facts', 'nowhere'], await temporaryFolder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/nowhere does not exist/);
  });
});

describe('options of answer check', () => {
  it.each([
    ['--as-of', '2026-02-30', '--as-of takes a real date as YYYY-MM-DD'],
    ['--format', 'xml', '--format takes text, json, github, sarif, junit, markdown, not "xml".'],
    ['--fail-on', 'info', '--fail-on takes error, warning, never, not "info".'],
    ['--rule', 'roadmap/overdue', '--rule takes id=off|warning|error'],
    ['--rule', 'roadmap/overdu=off', rules.map(({ id }) => id).join(', ')],
    ['--rule', 'roadmap/overdue=info', 'takes off, warning, error, not "info"'],
    ['--due-within', 'soon', '--due-within takes a whole number, not "soon".'],
    ['--stale-after', '99999', '--stale-after takes a whole number'],
  ])('%s %s is refused with the allowed values', async (option, value, sentence) => {
    const { code, stdout, stderr } = await runInProcess(['check', option, value], await temporaryFolder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('Unexpected');
  });

  it('refuses a folder beside the options', async () => {
    expect((await runInProcess(['check', 'a', '--facts', 'b'], await temporaryFolder())).code).toBe(2);
  });

  it.each<[string[], number, number, number]>([
    [['--rule', 'roadmap/overdue=off', 'residency/subprocessor-region=off'], 0, 7, 0],
    [['--rule', 'roadmap/overdue=error'], 2, 11, 1],
    [['--due-within', '30'], 0, 6, 0],
    [['--as-of', '2027-12-01'], 0, 50, 0],
    [['--as-of', '2027-12-01', '--stale-after', '24'], 0, 13, 0],
  ])('%j gives %i errors and %i warnings, status %i', async (more, errors, least, status) => {
    const { code, stdout } = await runInProcess(['check', '--format', 'json', ...more], await project());
    const { summary } = JSON.parse(stdout);
    expect({ code, errors: summary.errors }).toEqual({ code: status, errors });
    if (least < 50) expect(summary.warnings).toBe(least);
    else expect(summary.warnings).toBeGreaterThan(least);
  });

  it('names files from the current folder, in every format', async () => {
    const { cwd, line } = await withWrongStatus();
    for (const format of ['text', 'json', 'github', 'sarif', 'junit', 'markdown']) {
      const { code, stdout } = await runInProcess(['check', '--format', format], cwd);
      expect(code).toBe(1);
      expect(stdout.replaceAll('\\', ''), format).toContain('facts/security.yaml');
      expect(stdout, format).not.toContain(cwd);
      expect(stdout, format).toContain(String(line));
    }
  });

  it('leaves out what the facts accept, until the day given', async () => {
    const text = await readFile(join(SHIPPED, 'subprocessors.yaml'), 'utf8');
    const accept =
      'accept: [{ rule: residency/subprocessor-region, reason: asked, until: 2026-12-01 }]\n    owner';
    const cwd = await project({ 'subprocessors.yaml': text.replace('owner', accept) });
    const on = async (day: string) => {
      const { stdout } = await runInProcess(['check', '--format', 'json', '--as-of', day], cwd);
      const { summary, findings } = JSON.parse(stdout);
      const rulesFound = findings.map(({ rule }: { rule: string }) => rule);
      return [
        summary.accepted,
        rulesFound.includes('residency/subprocessor-region'),
        rulesFound.includes('accept/expired'),
      ];
    };
    expect(await on('2026-12-01')).toEqual([4, false, false]);
    expect(await on('2026-12-02')).toEqual([0, true, true]);
  });

  it('finds nothing in the facts of a company that has none of it', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'facts'));
    await writeFile(join(cwd, 'facts/a.yaml'), SECTION);
    expect(await runInProcess(['check'], cwd)).toEqual({
      code: 0,
      stdout: 'nothing found as of 2026-11-23\n',
      stderr: '',
    });
  });
});

describe('hostile YAML', () => {
  const laughs = `a: &a [x, x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [*${'abcdefgh'[index]}, *${'abcdefgh'[index]}]`)
    .join('\n')}\n`;

  it.each<[string, string | Uint8Array, RegExp]>([
    ['aliases', laughs, /bad\.yaml:1:\d+: .*(?:alias|anchor)/],
    ['10 MB', 'x'.repeat(10 * 2 ** 20), /bad\.yaml:1:1: .*larger than/],
    ['tabs', `${SECTION}facts:\n\t- id: a\n`, /bad\.yaml:3:1: .*tab/],
    ['a key twice', `${SECTION}facts: []\nfacts: []\n`, /bad\.yaml:3:1: .*twice/],
    ['merge keys', `${SECTION}facts: []\n<<: { a: b }\n`, /bad\.yaml:3:1: .*merge key/],
    ['tags', `${SECTION}facts: !!js/function "x"\n`, /bad\.yaml:2:\d+: .*tag/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), /bad\.yaml:1:1: .*UTF-8/],
    ['Latin-1', new Uint8Array([0x61, 0x3a, 0x20, 0xe4]), /bad\.yaml:1:1: .*UTF-8/],
    ['deep nesting', '['.repeat(200_000), /bad\.yaml:1:\d+: .*nested/],
    ['brackets without end', `${SECTION}facts:\n  - ${'{a: '.repeat(300_000)}`, /bad\.yaml:3:\d+: .*nested/],
    ['two documents', `${SECTION}---\na: b\n`, /bad\.yaml:2:1: .*second document/],
  ])('%s: one message with its place, status 2', async (_, content, message) => {
    const { code, stdout, stderr } = await runInProcess(['check'], await project({ 'bad.yaml': content }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(message)]);
  });

  it('keys without end: some of them, in time', async () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
    const cwd = await project({ 'bad.yaml': `${SECTION}${keys}` });
    const { code, stdout } = await runInProcess(['check', '--format', 'json'], cwd);
    expect(code).toBe(1);
    const found = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect(new Set(found)).toEqual(new Set(['schema/unknown-key']));
    expect(found.length).toBeLessThan(50);
  });

  it('a file name with terminal codes is shown without them', async () => {
    const cwd = await project({ 'b\u001b[31mad.yaml': '\t- x' });
    expect((await runInProcess(['check'], cwd)).stderr).toMatch(/b\?\[31mad\.yaml:1:1: found a tab/);
  });

  it.each<[string, (facts: string) => Promise<unknown>, RegExp]>([
    ['a file', (facts) => writeFile(facts, 'x'), /facts is not a folder/],
    ['an empty folder', (facts) => mkdir(facts), /facts holds no \.yaml file/],
    [
      'a link in a circle',
      (facts) => symlink('facts', facts),
      /facts is a symbolic link that leads in a circle/,
    ],
    ['a link to nothing', (facts) => symlink('nowhere', facts), /facts does not exist/],
  ])('says so where "facts" is %s, and checks no others', async (_, make, message) => {
    const cwd = await temporaryFolder();
    await make(join(cwd, 'facts'));
    const { code, stdout, stderr } = await runInProcess(['check'], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('a folder and a link in a circle: one message each', async () => {
    const cwd = await project();
    await mkdir(join(cwd, 'facts/folder.yaml'));
    await symlink('loop.yaml', join(cwd, 'facts/loop.yaml'));
    const { code, stderr } = await runInProcess(['check'], cwd);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/folder\.yaml:1:1: found a folder/),
      expect.stringMatching(/loop\.yaml:1:1: .*circle/),
    ]);
  });
});

describe('speed', () => {
  /** Prints the milliseconds of processor time that a process took, as it ends. */
  const TELL_TIME = `data:text/javascript,${encodeURIComponent(
    "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(String((user + system) / 1000)); });",
  )}`;

  /** Milliseconds of processor time that a check takes, start-up included: the same however busy the machine is. */
  async function processorTime(cwd: string): Promise<number> {
    const argv = ['--import', TELL_TIME, join(PROJECT, 'bin/answer.js'), 'check', '--fail-on', 'never'];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, argv, { cwd });
    expect(stdout).toMatch(/warnings? as of/);
    return Number(stderr);
  }

  // Measured with Node 20 on two shared cores: 250 to 330 ms, and 1.7 to 2.0 s with the threads that collect garbage.
  it('checks the shipped facts in well under a second', async () => {
    expect(await processorTime(await project())).toBeLessThan(800);
  });

  it('checks 2,000 facts in seconds', async () => {
    const fact = (index: number): string => `
  - id: own.fact${index}
    status: implemented
    value: { kind: duration, max: ${index + 1}, unit: hours }
    label: { de: Frist ${index}, en: Deadline ${index} }
    display: { de: Innerhalb ${index + 1} Stunden, en: Within ${index + 1} hours }
    evidence: [factsheet]
    source: { section: own, row: ${index + 1} }
    owner: Security team
    recorded: 2026-11-23
`;
    const section = 'section: { id: own, order: 9, title: { de: Eigenes, en: Own } }\nfacts:\n';
    const own = Array.from({ length: 2000 }, (_, index) => fact(index)).join('');
    expect(await processorTime(await project({ 'own.yaml': section + own }))).toBeLessThan(4000);
  });
});
