import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../facts/shipped-facts.js';
import {
  DAY,
  PROJECT,
  type Runner,
  runInProcess,
  runners,
  runSpawned,
  temporaryFolder,
} from './command-line.js';

interface Drift {
  readonly rule: string;
  readonly severity: string;
  readonly cell: string;
  readonly message: string;
  readonly line: number;
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

/** A project whose facts are the shipped ones, and that has sent the English sample. */
async function project(): Promise<string> {
  const cwd = await temporaryFolder();
  await cp(SHIPPED, join(cwd, 'facts'), { recursive: true });
  await mkdir(join(cwd, 'sent/customer'), { recursive: true });
  await copyFile(
    join(PROJECT, 'templates/questionnaires/sample.en.xlsx'),
    join(cwd, 'sent/customer/sample.en.xlsx'),
  );
  const { code } = await runSpawned(['sent/customer/sample.en.xlsx', '--as-of', DAY], cwd);
  expect(code).toBe(0);
  return cwd;
}

async function change(cwd: string, file: string, ...pairs: readonly (readonly [string, string])[]) {
  const path = join(cwd, 'facts', file);
  let text = await readFile(path, 'utf8');
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(path, text);
}

async function drift(cwd: string, more: readonly string[] = [], run: Runner = runSpawned) {
  const { code, stdout, stderr } = await run(['drift', '--format', 'json', '--as-of', DAY, ...more], cwd);
  expect(stderr).toBe('');
  return { code, findings: JSON.parse(stdout).findings as Drift[] };
}

function why({ details }: Drift): string {
  return details.find(({ label }) => label === 'why')?.text ?? '';
}

const RTO = [
  '{ kind: duration, min: 4, max: 8, unit: hours }',
  '{ kind: duration, max: 12, unit: hours }',
] as const;
const RTO_WORDS = ['{ de: 4–8 Std., en: 4–8 hrs }', '{ de: 12 Std., en: 12 hrs }'] as const;

describe.each(runners)('answer drift, %s', (_, run) => {
  it('finds nothing while nothing changes', async () => {
    expect(await drift(await project(), [], run)).toEqual({ code: 0, findings: [] });
  });

  it('tells what is no longer true, where, and why', async () => {
    const cwd = await project();
    await change(cwd, 'hosting.yaml', RTO, RTO_WORDS);
    const { code, findings } = await drift(cwd, [], run);
    expect(code).toBe(1);
    expect(findings.length).toBeGreaterThan(0);
    for (const one of findings) {
      expect(one).toMatchObject({ rule: 'drift/no-longer-true', severity: 'error' });
      expect(one.cell).toMatch(/^\d \w[\w ]*![A-Z]+\d+$/);
      expect(why(one)).toBe(
        'fact continuity.rto: value.max from 8 to 12; fact continuity.rto: value.min from 4 to nothing',
      );
    }
    const [first] = findings;
    expect(first?.details.map(({ label }) => label)).toEqual(['told', 'today', 'why']);
    expect(first?.details[0]?.text).toContain('4 to 8 hours');
    expect(first?.details[1]?.text).toContain('12 hours');
    const lines = (await readFile(join(cwd, 'sent/customer/sample.en.answers.json'), 'utf8')).split('\n');
    const start = (first?.line ?? 0) - 1;
    expect(lines[start]).toBe('    {');
    expect(first?.message).toContain(JSON.parse(`{${lines[start + 1]?.trim().replace(/,$/, '')}}`).question);
  });
});

describe('reasons of drift', () => {
  it('a date that passes', async () => {
    const { code, findings } = await drift(await project(), ['--as-of', '2027-01-01']);
    expect(code).toBe(1);
    expect(findings.map(why)).toContain('the date of fact access.mfa (Q4 2026) has passed');
  });

  it('a document that expires', async () => {
    const cwd = await project();
    await change(cwd, 'documents.yaml', [
      'source: { section: documents, row: 1 }',
      'source: { section: documents, row: 1 }\n    valid_until: 2026-11-30',
    ]);
    expect((await drift(cwd)).findings).toEqual([]);
    const { code, findings } = await drift(cwd, ['--as-of', '2026-12-01']);
    expect(code).toBe(1);
    expect(findings.map(why)).toContain('document dpa expired on 2026-11-30');
  });

  it('a fact that is removed', async () => {
    const cwd = await project();
    await change(cwd, 'backup-incident.yaml', ['- id: backup.encryption', '- id: own.backup_encryption']);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(1);
    expect(findings.map(why)).toContain('fact backup.encryption was removed');
  });

  it('what was planned and is done now: the "Planned" that was told is not true any more either', async () => {
    const cwd = await project();
    await change(
      cwd,
      'security.yaml',
      ['status: planned', 'status: implemented'],
      ['\n    due: { quarter: Q4 2026, edge: by }', ''],
      ['Roadmap Q4 2026, en: Roadmap Q4 2026', 'Ja, en: Yes'],
    );
    const { code, findings } = await drift(cwd);
    expect(code).toBe(1);
    expect(findings.some(({ message }) => message.includes('told planned, would be yes today'))).toBe(true);
    expect(why(findings[0] as Drift)).toMatch(
      /^fact access\.mfa: due from .* to nothing; fact access\.mfa: status from "planned" to "implemented"$/,
    );
  });

  it('words alone are a notice, and no failure', async () => {
    const cwd = await project();
    await change(cwd, 'documents.yaml', ['en: Security fact sheet }\n', 'en: Security overview }\n']);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    expect(findings.length).toBeGreaterThan(10);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['drift/wording', 'drift/draft']));
  });

  it('a question that stayed open and is answered now is a notice', async () => {
    const cwd = await project();
    await writeFile(
      join(cwd, 'facts/more.yaml'),
      `section: { id: more, order: 9, title: { de: Mehr, en: More } }
facts:
  - id: certifications.soc2
    status: not_implemented
    label: { de: SOC 2, en: SOC 2 }
    display: { de: Nein, en: "No" }
    source: { section: more, row: 1 }
    owner: Security team
    recorded: 2026-11-23
`,
    );
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toContain(
      'drift/now-answered notice',
    );
  });

  it('a file of an older version, without the facts of its day: what the words tell', async () => {
    const cwd = await project();
    const path = join(cwd, 'sent/customer/sample.en.answers.json');
    const run = JSON.parse(await readFile(path, 'utf8'));
    delete run.facts.used;
    await writeFile(path, JSON.stringify(run));
    expect((await drift(cwd)).findings).toEqual([]);
    await change(cwd, 'hosting.yaml', RTO, RTO_WORDS);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(1);
    expect(findings.map(why)).toContain('the facts have changed since');
    expect(findings.every(({ line }) => line === 1)).toBe(true);
  });
});

describe('answer drift --base', () => {
  function git(cwd: string, ...args: string[]): void {
    const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore' });
  }

  async function repository(): Promise<string> {
    const cwd = await project();
    git(cwd, 'init', '-b', 'main');
    git(cwd, 'add', 'facts');
    git(cwd, 'commit', '-m', 'facts');
    return cwd;
  }

  it('tells what a branch would change in what customers were told, as Markdown', async () => {
    const cwd = await repository();
    expect((await drift(cwd, ['--base', 'main'])).findings).toEqual([]);
    await change(cwd, 'hosting.yaml', RTO, RTO_WORDS);
    const { code, stdout } = await runSpawned(['drift', '--base', 'main', '--as-of', DAY], cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^## answer drift \\-\\-base main\n/);
    expect(stdout).toContain('### sent/customer/sample.en.answers.json\n');
    expect(stdout).toMatch(/\| 5 Service levels\\![A-Z]\d+ \| error \|/);
    expect(stdout).toContain('value.max from 8 to 12');
    expect(stdout).toContain('<br>before: ');
    expect((await runSpawned(['drift', '--base', 'main', '--fail-on', 'never'], cwd)).code).toBe(0);
  });

  it('does not tell what was untrue before the branch', async () => {
    const cwd = await repository();
    expect((await drift(cwd, ['--base', 'HEAD', '--as-of', '2027-01-01'])).findings).toEqual([]);
  });

  it.each([
    ['nowhere', 'There is no revision "nowhere"'],
    ['--upload-pack=touch x', 'There is no revision "--upload-pack=touch x"'],
  ])('refuses the revision %s', async (revision, sentence) => {
    const { code, stdout, stderr } = await runInProcess(['drift', `--base=${revision}`], await repository());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('needs a repository, and facts in the revision', async () => {
    const { code, stderr } = await runInProcess(['drift', '--base', 'main'], await project());
    expect(code).toBe(2);
    expect(stderr).toContain('is in no repository');
    const cwd = await repository();
    git(cwd, 'rm', '-r', '-q', '--cached', 'facts');
    git(cwd, 'commit', '-m', 'none');
    expect((await runInProcess(['drift', '--base', 'main'], cwd)).stderr).toContain('has no facts in');
  });
});

describe('files of answer drift', () => {
  it.each<[string, string | null, string]>([
    ['no folder', null, 'There is no sent: keep the *.answers.json'],
    ['no JSON', '{', 'it is no JSON'],
    ['another JSON', '{"version":2}', 'version is not as answer writes it'],
    ['an array', '[]', 'the file is not as answer writes it'],
    ['no text', '\u0000\ud800', 'it is no JSON'],
  ])('%s', async (_, content, sentence) => {
    const cwd = await temporaryFolder();
    if (content !== null) {
      await mkdir(join(cwd, 'sent'));
      await writeFile(join(cwd, 'sent/a.answers.json'), content);
    }
    const { code, stdout, stderr } = await runInProcess(['drift'], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('an empty folder, and a path that is not there', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'sent'));
    expect((await runInProcess(['drift'], cwd)).stderr).toContain('There is no file *.answers.json in sent');
    expect((await runInProcess(['drift', 'x.answers.json'], cwd)).stderr).toContain('check the path');
  });
});
