import { execFileSync } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
      expect(why(one)).toBe('fact continuity.rto: value.min removed: 4, value.max from 8 to 12');
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
      /^fact access\.mfa: status from planned to implemented, due removed: \{ quarter: "Q4 2026", edge: by \}$/,
    );
  });

  it('words alone are a notice, and no failure', async () => {
    const cwd = await project();
    await change(cwd, 'documents.yaml', ['en: Security fact sheet }\n', 'en: Security overview }\n']);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    expect(findings.length).toBeGreaterThan(10);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['drift/wording']));
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

/** A project whose customer got the recorded run with changes made to it. */
async function rewritten(edit: (run: Recorded) => void): Promise<string> {
  const cwd = await project();
  const path = join(cwd, 'sent/customer/sample.en.answers.json');
  const run: Recorded = JSON.parse(await readFile(path, 'utf8'));
  edit(run);
  await writeFile(path, JSON.stringify(run));
  return cwd;
}

interface Recorded {
  version: unknown;
  facts: { used?: unknown; documents?: unknown };
  questions: {
    question: string;
    answer: string | null;
    status: string;
    response: string | null;
    facts: string[];
  }[];
}

const PENTEST_REPORT = [
  `- id: pentest-report
    title: { de: Penetrationstest-Bericht, en: Penetration test report }
    available: { quarter: Q4 2026`,
  `- id: pentest-report
    title: { de: Penetrationstest-Bericht, en: Penetration test report }
    available: { quarter: Q2 2027`,
] as const;

describe('causes and kinds of drift', () => {
  it('a document that is put off', async () => {
    const cwd = await project();
    await change(cwd, 'documents.yaml', PENTEST_REPORT);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(1);
    expect(findings.map(why)).toContain('document pentest-report: available from Q4 2026 to Q2 2027');
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['drift/no-longer-true']));
  });

  it('a validity that turns out to have ended before the run', async () => {
    const cwd = await project();
    await change(cwd, 'security.yaml', [
      'owner: Security team',
      'owner: Security team\n    valid_until: 2026-11-01',
    ]);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(1);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/: told yes, would be no more than a draft today$/),
    ]);
    expect(findings.map(why)).toEqual(['fact encryption.at_rest was valid until 2026-11-01']);
  });

  it('what states the same in another order, or differs in the other language, is wording', async () => {
    const cwd = await project();
    await change(cwd, 'subprocessors.yaml', ['[ISO 27001, SOC 2, BSI C5]', '[BSI C5, ISO 27001, SOC 2]']);
    await change(cwd, 'security.yaml', ['extent: { de: für alle Nutzer', 'extent: { de: für alle Admins']);
    await change(cwd, 'documents.yaml', ['en: Security fact sheet }\n', 'en: Security overview }\n']);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    expect(findings.length).toBeGreaterThan(10);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['drift/wording']));
  });

  it('a sub-processor more, by its name alone', async () => {
    const cwd = await project();
    await change(cwd, 'subprocessors.yaml', [
      '        - name: Mistral AI (EU)',
      `        - name: Other
          short: Other
          purpose: { de: Chat, en: Chat }
          certificates: [SOC 2]
        - name: Mistral AI (EU)`,
    ]);
    const [first] = (await drift(cwd)).findings;
    expect(first && why(first)).toBe(
      'fact subprocessors: value.parties["Other"] added: ' +
        '{ name: Other, short: Other, purpose: { de: Chat, en: Chat }, certificates: ["SOC 2"] }',
    );
  });

  it('facts behind a draft are a warning: what was made of it is not known', async () => {
    const cwd = await project();
    await change(cwd, 'roadmap.yaml', ['due: { quarter: Q3 2026', 'due: { quarter: Q3 2027']);
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    const drafts = findings.filter(({ rule }) => rule === 'drift/draft');
    expect(drafts.map(why)).toContain('fact roadmap.vuln_mgmt: due.quarter from "Q3 2026" to "Q3 2027"');
    expect(new Set(drafts.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect((await drift(cwd, ['--fail-on', 'warning'])).code).toBe(1);
  });

  it('another answer from the same facts is a warning, not wording', async () => {
    const cwd = await rewritten(({ questions }) => {
      for (const one of questions)
        if (one.response === 'no' && one.status === 'answered') one.response = 'yes';
    });
    const { code, findings } = await drift(cwd);
    expect(code).toBe(0);
    expect(findings.length).toBeGreaterThan(0);
    for (const one of findings) {
      expect(one).toMatchObject({ rule: 'drift/read-differently', severity: 'warning' });
      expect(one.message).toMatch(/: told yes, would be no today$/);
    }
  });

  it('an open question that somebody answered in the file by hand is no drift', async () => {
    const cwd = await rewritten(({ questions }) => {
      for (const one of questions) if (one.status === 'unanswered') one.answer = 'By hand.';
    });
    expect((await drift(cwd)).findings).toEqual([]);
  });

  it('a file of an older version does not name the documents', async () => {
    const cwd = await rewritten(({ facts }) => {
      delete facts.documents;
    });
    expect((await drift(cwd)).findings).toEqual([]);
    const { findings } = await drift(cwd, ['--as-of', '2027-01-01']);
    expect(findings.map(why).join()).toContain('the date of document pentest-report (Q4 2026) has passed');
  });

  it('says how much was compared', async () => {
    const { stdout } = await runInProcess(['drift'], await project());
    expect(stdout).toMatch(/^nothing found in \d\d answers of 1 file as of 2026-11-23\n$/);
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
    // What was told is what the revision says: it stands there once.
    expect(stdout).not.toContain('<br>before: ');
    expect(stdout).toContain('<br>after: ');
    expect((await runSpawned(['drift', '--base', 'main', '--fail-on', 'never'], cwd)).code).toBe(0);
  });

  it('does not tell what was untrue before the branch', async () => {
    const cwd = await repository();
    expect((await drift(cwd, ['--base', 'HEAD', '--as-of', '2027-01-01'])).findings).toEqual([]);
  });

  it('takes what a branch sets right for what it is', async () => {
    const cwd = await repository();
    await change(cwd, 'hosting.yaml', RTO, RTO_WORDS);
    git(cwd, 'commit', '-am', 'wrong');
    await change(cwd, 'hosting.yaml', [RTO[1], RTO[0]], [RTO_WORDS[1], RTO_WORDS[0]]);
    const { code, findings } = await drift(cwd, ['--base', 'HEAD']);
    expect(code).toBe(0);
    expect(findings.length).toBeGreaterThan(0);
    for (const one of findings) {
      expect(one).toMatchObject({ rule: 'drift/true-again', severity: 'notice' });
      expect(one.details.map(({ label }) => label)).toEqual(['told', 'before', 'after', 'why']);
    }
  });

  it('does not blame a branch for what went before it', async () => {
    const cwd = await repository();
    await change(cwd, 'documents.yaml', [
      'source: { section: documents, row: 1 }',
      'source: { section: documents, row: 1 }\n    valid_until: 2026-11-01',
    ]);
    git(cwd, 'commit', '-am', 'expired');
    await change(cwd, 'documents.yaml', ['en: Security fact sheet }\n', 'en: Security overview }\n']);
    const { code, findings } = await drift(cwd, ['--base', 'HEAD']);
    expect(code).toBe(0);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['drift/wording']));
  });

  it('names the revision where its facts have errors', async () => {
    const cwd = await repository();
    await change(cwd, 'security.yaml', ['status: planned', 'status: sort_of']);
    git(cwd, 'commit', '-am', 'broken');
    await change(cwd, 'security.yaml', ['status: sort_of', 'status: planned']);
    const { code, stderr } = await runInProcess(['drift', '--base', 'HEAD'], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^HEAD:facts\/security\.yaml:\d+:\d+: /);
    expect(stderr).not.toContain('answer-base-');
  });

  it('says where git is missing, and where a clone is shallow', async () => {
    const cwd = await repository();
    await writeFile(join(cwd, 'more'), '');
    git(cwd, 'add', 'more');
    git(cwd, 'commit', '-m', 'more');
    git(cwd, 'clone', '-q', '--depth=1', `file://${cwd}`, 'clone');
    await cp(join(cwd, 'sent'), join(cwd, 'clone/sent'), { recursive: true });
    const shallow = await runInProcess(['drift', '--base', 'HEAD~1'], join(cwd, 'clone'));
    expect(shallow.stderr).toContain('There is no revision "HEAD~1": this clone is a shallow one, so fetch');
    const path = process.env['PATH'];
    onTestFinished(() => {
      process.env['PATH'] = path;
    });
    process.env['PATH'] = cwd;
    const { code, stderr } = await runInProcess(['drift', '--base', 'HEAD'], cwd);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--base needs git, which is not installed or not on the PATH.\n',
    });
  });

  it('compares facts of a project only', async () => {
    const cwd = await repository();
    const { code, stderr } = await runInProcess(['drift', '../sent', '--base', 'HEAD'], join(cwd, 'facts'));
    expect(code).toBe(2);
    expect(stderr).toBe(
      '--base compares facts of your own, and there are none here: name their folder with --facts.\n',
    );
  });

  it.each([
    ['nowhere', 'There is no revision "nowhere"'],
    ['--output=x', 'There is no revision "--output=x"'],
    ['a\nb', 'There is no revision "a\\nb": name a commit, branch or tag.\n'],
    ['--upload-pack=touch x', 'There is no revision "--upload-pack=touch x"'],
  ])('refuses the revision %s', async (revision, sentence) => {
    const { code, stdout, stderr } = await runInProcess(['drift', `--base=${revision}`], await repository());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('needs a repository, and facts in the revision', async () => {
    const { code, stderr } = await runInProcess(['drift', '--base', 'main'], await project());
    expect(code).toBe(2);
    expect(stderr).toBe('--base needs the history of the facts, and facts is in no git repository.\n');
    const cwd = await repository();
    git(cwd, 'rm', '-r', '-q', '--cached', 'facts');
    git(cwd, 'commit', '-m', 'none');
    expect((await runInProcess(['drift', '--base', 'main'], cwd)).stderr).toContain('has no facts in');
  });
});

describe('files of answer drift', () => {
  it.each<[string, string | null, string]>([
    ['no folder', null, 'There is no folder sent: keep the *.answers.json'],
    ['nothing', ' \n', 'sent/a.answers.json cannot be read: it is empty; give'],
    ['no JSON', '{', 'sent/a.answers.json cannot be read: it is no JSON'],
    [
      'another version',
      '{"version":2}',
      'it has version 2 of the format, and this version of the tool reads 1',
    ],
    ['another JSON', '{"name":"x"}', 'version is not as answer writes it'],
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

  it('names every file that cannot be read', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'sent/folder.answers.json'), { recursive: true });
    for (const name of ['a', 'b']) await writeFile(join(cwd, `sent/${name}.answers.json`), name);
    const { code, stderr } = await runInProcess(['drift'], cwd);
    expect(code).toBe(2);
    expect(stderr.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'sent/a.answers.json',
      'sent/b.answers.json',
      '',
    ]);
  });

  it('a questionnaire, which does not hold what was told', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'a.xlsx'), 'PK');
    const { stderr } = await runInProcess(['drift', 'a.xlsx'], cwd);
    expect(stderr).toContain('it is a questionnaire, and what was told stands in the answers.json beside it');
  });

  it.skipIf(process.platform === 'win32')('a pipe, which would never end', async () => {
    const cwd = await temporaryFolder();
    execFileSync('mkfifo', [join(cwd, 'a.answers.json')]);
    expect((await runInProcess(['drift', '.'], cwd)).stderr).toContain('it is no regular file');
  });

  it('an empty folder, and a path that is not there', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'sent'));
    expect((await runInProcess(['drift'], cwd)).stderr).toContain('There is no file *.answers.json in sent');
    expect((await runInProcess(['drift', 'x.answers.json'], cwd)).stderr).toContain('check the path');
  });
});
