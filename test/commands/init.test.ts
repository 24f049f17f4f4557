import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadFacts } from '../../src/facts/load.js';
import { loadTopicAreas } from '../../src/topics/overview.js';
import { filesIn, PROJECT, runInProcess, runners, temporaryFolder } from './command-line.js';

const NOTHING = 'nothing found as of 2026-11-23\n';

async function initialised(): Promise<string> {
  const cwd = await temporaryFolder();
  const { code, stderr } = await runInProcess(['init'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return cwd;
}

/** Takes away the comment signs of a fact and fills its blanks in, as a person would. */
async function fillIn(cwd: string, file: string, id: string, blanks: readonly (readonly [string, string])[]) {
  const path = join(cwd, 'facts', file);
  const text = await readFile(path, 'utf8');
  const start = text.indexOf(`#   - id: ${id}\n`);
  expect(start, id).toBeGreaterThan(0);
  const end = text.indexOf('\n#\n', start);
  let block = text.slice(start, end).replace(/^# /gm, '');
  for (const [from, to] of blanks) {
    expect(block).toContain(from);
    block = block.replace(from, to);
  }
  await writeFile(path, text.slice(0, start) + block + text.slice(end));
}

const OWNER = ['owner: ___', 'owner: IT'] as const;
const DISPLAY = 'display: { de: ___, en: ___ }';

describe('answer init', () => {
  it('writes every topic that customers ask about, and claims nothing', async () => {
    const cwd = await initialised();
    const files = await filesIn(join(cwd, 'facts'));
    const texts = await Promise.all(files.map((name) => readFile(join(cwd, 'facts', name), 'utf8')));
    const named = texts.flatMap((text) => [...text.matchAll(/^# {3}- id: (\S+)$/gm)].map(([, id]) => id));
    const topics = (await loadTopicAreas()).flatMap((area) => area.topics);
    expect(topics.filter(({ id }) => !named.includes(id))).toEqual([]);
    expect(texts.join('')).toContain('# Multi-factor authentication: asked in nearly every questionnaire\n');
    const base = await loadFacts(join(cwd, 'facts'));
    expect([base.facts.size, base.documents.size, base.roadmap.length]).toEqual([0, 0, 0]);
    expect(await runInProcess(['check'], cwd)).toEqual({ code: 0, stdout: NOTHING, stderr: '' });
  });

  it('writes a workflow and a hook that check and test', async () => {
    const cwd = await initialised();
    const workflow = parse(await readFile(join(cwd, '.github/workflows/security-facts.yml'), 'utf8'));
    const steps: string = JSON.stringify(workflow.jobs.facts.steps);
    for (const command of ['answer check', 'answer test', 'answer drift']) expect(steps).toContain(command);
    const hook = join(cwd, '.githooks/pre-commit');
    const text = await readFile(hook, 'utf8');
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    expect(text).toContain('answer check');
    expect(text).toContain('answer test');
    expect((await stat(hook)).mode & 0o111).toBe(0o111);
  });

  it('gives facts that check and answer once three are filled in', async () => {
    const cwd = await initialised();
    await fillIn(cwd, 'security.yaml', 'encryption.at_rest', [
      ['status: ___', 'status: implemented'],
      ['name: ___, key_bits: ___', 'name: AES, key_bits: 256'],
      [DISPLAY, 'display: { de: AES-256, en: AES-256 }'],
      OWNER,
    ]);
    await fillIn(cwd, 'security.yaml', 'access.mfa', [
      ['status: ___', 'status: implemented'],
      [DISPLAY, 'display: { de: Ja, en: "Yes" }'],
      OWNER,
    ]);
    await fillIn(cwd, 'hosting-and-availability.yaml', 'continuity.rto', [
      ['status: ___', 'status: implemented'],
      ['max: ___, unit: ___', 'max: 4, unit: hours'],
      [DISPLAY, 'display: { de: 4 Stunden, en: 4 hours }'],
      OWNER,
    ]);
    const { code, stdout } = await runInProcess(['check', '--format', 'json'], cwd);
    const found = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect({ code, found }).toEqual({ code: 0, found: Array(3).fill('evidence/missing') });
    await copyFile(join(PROJECT, 'templates/questionnaires/sample.en.xlsx'), join(cwd, 'q.xlsx'));
    const filled = await runInProcess(['q.xlsx', '--json'], cwd);
    expect({ code: filled.code, stderr: filled.stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(filled.stdout);
    expect(report.summary.answered).toBeGreaterThanOrEqual(2);
    const facts = new Set(report.questions.flatMap((one: { facts: string[] }) => one.facts));
    expect([...facts].sort()).toEqual(['access.mfa', 'continuity.rto', 'encryption.at_rest']);
  });

  it('says what is still blank', async () => {
    const cwd = await initialised();
    await fillIn(cwd, 'security.yaml', 'access.mfa', [['status: ___', 'status: implemented']]);
    const { code, stdout } = await runInProcess(['check', '--format', 'json'], cwd);
    const found = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect(code).toBe(1);
    expect(found.sort()).toEqual([
      'evidence/missing',
      'review/no-owner',
      'wording/placeholder',
      'wording/placeholder',
    ]);
  });
});

/** Runs git; gives the exit status. */
function git(cwd: string, ...args: string[]): number | null {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return spawnSync('git', [...identity, ...args], { cwd, stdio: 'ignore' }).status;
}

describe('the starter', () => {
  it('passes answer test before and after the first facts: the shipped examples are no matter of a company', async () => {
    const cwd = await initialised();
    const nothing = await runInProcess(['test'], cwd);
    expect(nothing).toMatchObject({ code: 0, stderr: '' });
    expect(nothing.stdout).toMatch(/All as expected\.\n$/);
    await fillIn(cwd, 'security.yaml', 'access.mfa', [
      ['status: ___', 'status: implemented'],
      [DISPLAY, 'display: { de: Ja, en: "Yes" }'],
      OWNER,
    ]);
    expect(await runInProcess(['test'], cwd)).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);

  it('asks for what the answer on hosting says', async () => {
    const cwd = await initialised();
    await fillIn(cwd, 'hosting-and-availability.yaml', 'hosting.provider', [
      ['status: ___', 'status: implemented'],
      ['provider: ___, region: ___', 'provider: Some Cloud, region: North'],
      [DISPLAY, 'display: { de: Some Cloud, en: Some Cloud }'],
      OWNER,
    ]);
    const { stdout } = await runInProcess(['ask', 'On which cloud platform is the service hosted?'], cwd);
    expect(stdout).toContain('The service is hosted on Some Cloud in the region North.');
  });

  it.skipIf(process.platform === 'win32')(
    'has a hook that runs below the top of a repository',
    async () => {
      const cwd = await temporaryFolder();
      git(cwd, 'init');
      const { stdout } = await runInProcess(['init', 'our facts'], cwd);
      expect(stdout).toContain("Next: cd 'our facts'\n");
      const [, hooks] = /git config core\.hooksPath '(.+)': check/.exec(stdout) ?? [];
      expect(hooks).toBe('our facts/.githooks');
      expect(stdout).toContain(
        'GitHub runs workflows at the top of a repository: move our facts/.github there',
      );
      git(cwd, 'config', 'core.hooksPath', hooks ?? '');
      // What npx finds in the project.
      const bin = join(cwd, 'our facts/node_modules/.bin');
      await mkdir(bin, { recursive: true });
      const script = `#!/bin/sh\n[ "$1" = test ] && exit 0\nexec node '${join(PROJECT, 'bin/answer.js')}' "$@"\n`;
      await writeFile(join(bin, 'answer'), script, { mode: 0o755 });
      git(cwd, 'add', 'our facts/facts');
      expect(git(cwd, 'commit', '-m', 'good')).toBe(0);
      await fillIn(join(cwd, 'our facts'), 'security.yaml', 'access.mfa', [
        ['status: ___', 'status: implemented'],
      ]);
      expect(git(cwd, 'commit', '-a', '-m', 'bad')).toBe(1);
      expect(execFileSync('git', ['log', '--format=%s'], { cwd, encoding: 'utf8' })).toBe('good\n');
      // A commit that leaves the facts alone is not held up.
      await writeFile(join(cwd, 'other.txt'), '');
      git(cwd, 'add', 'other.txt');
      expect(git(cwd, 'commit', '-m', 'other', '--', 'other.txt')).toBe(0);
    },
    60_000,
  );

  it('leaves nothing behind where a file cannot be written', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, '.githooks'), '');
    const { code, stderr } = await runInProcess(['init'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('.githooks cannot be made (EEXIST)');
    expect((await filesIn(cwd)).filter((name) => /\.ya?ml$/.test(name))).toEqual([]);
  });
});

describe.each(runners)('answer init, %s', (_, run) => {
  it('replaces nothing without --force', async () => {
    const cwd = await temporaryFolder();
    expect((await run(['init', 'ours'], cwd)).code).toBe(0);
    await writeFile(join(cwd, 'ours/facts/security.yaml'), 'mine');
    const { code, stdout, stderr } = await run(['init', 'ours'], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^ours holds facts\//);
    expect(stderr).toContain(
      'choose another folder, or replace them, with all that you filled in, with --force.',
    );
    expect(await readFile(join(cwd, 'ours/facts/security.yaml'), 'utf8')).toBe('mine');
    expect((await run(['init', 'ours', '--force'], cwd)).code).toBe(0);
    expect(await readFile(join(cwd, 'ours/facts/security.yaml'), 'utf8')).not.toBe('mine');
  });

  it('says where it cannot write', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'file'), '');
    const { code, stderr } = await run(['init', 'file'], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be made \(ENOTDIR\)/);
  });
});
