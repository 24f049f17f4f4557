import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, filesIn, PROJECT, runInProcess, runners, temporaryFolder } from './command-line.js';
import { readWithExceljs, SMALL, writeWorkbook } from './workbooks.js';

const OUTPUTS = ['q.answered.xlsx', 'q.answers.json'];

async function small(rows = SMALL): Promise<string> {
  const folder = await temporaryFolder();
  await writeWorkbook(join(folder, 'q.xlsx'), rows);
  return folder;
}

interface Case {
  readonly name: string;
  readonly argv: readonly string[];
  readonly code: number;
  /** Files that are there afterwards beside q.xlsx. */
  readonly files: readonly string[];
  readonly stdout: RegExp;
}

const cases: readonly Case[] = [
  { name: 'default command', argv: ['q.xlsx'], code: 0, files: OUTPUTS, stdout: /Security +3 +1 +1 +1/ },
  { name: 'fill', argv: ['fill', 'q.xlsx'], code: 0, files: OUTPUTS, stdout: /All sheets +3 +1 +1 +1/ },
  {
    name: 'options before the file',
    argv: ['--as-of', DAY, '--force', 'q.xlsx'],
    code: 0,
    files: OUTPUTS,
    stdout: /password policy/i,
  },
  {
    name: '--output',
    argv: ['q.xlsx', '-o', 'out.xlsx'],
    code: 0,
    files: ['out.answers.json', 'out.xlsx'],
    stdout: /out\.xlsx/,
  },
  {
    name: '--dry-run',
    argv: ['q.xlsx', '--dry-run'],
    code: 0,
    files: [],
    stdout: /Security!C2 +Yes\n[\s\S]*Would write/,
  },
  { name: '--quiet', argv: ['q.xlsx', '--quiet'], code: 0, files: OUTPUTS, stdout: /^$/ },
  {
    name: '--fail-on review',
    argv: ['q.xlsx', '--fail-on', 'review'],
    code: 1,
    files: OUTPUTS,
    stdout: /drafts/,
  },
  {
    name: '--fail-on unanswered',
    argv: ['q.xlsx', '--fail-on', 'unanswered'],
    code: 1,
    files: OUTPUTS,
    stdout: /open/,
  },
  {
    name: '--sheet',
    argv: ['q.xlsx', '--sheet', 'Security'],
    code: 0,
    files: OUTPUTS,
    stdout: /Security +3/,
  },
  {
    name: '--columns',
    argv: ['q.xlsx', '--columns', 'question=B,answer=C'],
    code: 0,
    files: OUTPUTS,
    stdout: /Security +3/,
  },
  ...['html', 'json', 'md', 'xlsx'].map((ending) => ({
    name: `--report .${ending}`,
    argv: ['q.xlsx', '--report', `report.${ending}`],
    code: 0,
    files: [...OUTPUTS, `report.${ending}`],
    stdout: new RegExp(`report\\.${ending}: the report`),
  })),
  { name: '--version', argv: ['--version'], code: 0, files: [], stdout: /^\d+\.\d+\.\d+\n$/ },
  { name: '--help', argv: ['--help'], code: 0, files: [], stdout: /fill[\s\S]*ask[\s\S]*inspect/ },
  {
    name: 'help of a command',
    argv: ['fill', '--help'],
    code: 0,
    files: [],
    stdout: /--overwrite[\s\S]*Examples:/,
  },
];

describe.each(runners)('answer FILE, %s', (_, run) => {
  it.each(cases)('$name', async ({ argv, code, files, stdout }) => {
    const folder = await small();
    const before = await readFile(join(folder, 'q.xlsx'));

    const outcome = await run(argv, folder);

    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toMatch(stdout);
    expect(await filesIn(folder)).toEqual([...files, 'q.xlsx'].sort());
    expect(await readFile(join(folder, 'q.xlsx')), 'the input stays').toEqual(before);
  });
});

describe('fill', () => {
  it('writes an answer, a draft without an option, and nothing for an open question', async () => {
    const folder = await small();
    await runInProcess(['q.xlsx'], folder);
    const cells = await readWithExceljs(join(folder, 'q.answered.xlsx'));
    expect(cells.get('Security!C2')).toBe('Yes');
    expect(cells.get('Security!D2')).toMatch(/AES-256/);
    expect(cells.get('Security!C3') ?? '').toBe('');
    expect(cells.get('Security!D3')).toMatch(/^Draft: /);
    expect(cells.get('Security!C4') ?? '').toBe('');
    expect(cells.get('Security!D4') ?? '').toBe('');
  });

  it('keeps answers that are there unless told otherwise', async () => {
    const rows = SMALL.map((row) => (row[0] === '1' ? ['1', row[1] ?? '', 'No', 'ours'] : row));
    const folder = await small(rows);
    const kept = await runInProcess(['q.xlsx'], folder);
    expect(kept.stdout).toMatch(/1 cell that were filled already|filled already/);
    expect((await readWithExceljs(join(folder, 'q.answered.xlsx'))).get('Security!C2')).toBe('No');
    await runInProcess(['q.xlsx', '--overwrite', '--force'], folder);
    expect((await readWithExceljs(join(folder, 'q.answered.xlsx'))).get('Security!C2')).toBe('Yes');
  });

  it('prints the content of answers.json with --json', async () => {
    const folder = await small();
    const { stdout } = await runInProcess(['q.xlsx', '--json'], folder);
    expect(stdout).toBe(await readFile(join(folder, 'q.answers.json'), 'utf8'));
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual([
      'version',
      'questionnaire',
      'asOf',
      'facts',
      'summary',
      'receipt',
      'questions',
    ]);
    expect(result).toMatchObject({
      questionnaire: 'q.xlsx',
      asOf: DAY,
      facts: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(result.questions).toMatchObject([
      {
        status: 'answered',
        response: 'yes',
        facts: ['encryption.at_rest'],
        cell: { sheet: 'Security', question: 'B2', answer: 'C2', details: 'D2' },
      },
      { status: 'review', facts: ['roadmap.training'] },
      { status: 'unanswered', response: null, facts: [], answer: null },
    ]);
  });

  it('gives the same bytes for the same command', async () => {
    const runs = await Promise.all(
      [1, 2].map(async () => {
        const folder = await temporaryFolder();
        await copyFile(join(PROJECT, 'templates/questionnaires/sample.de.xlsx'), join(folder, 'q.xlsx'));
        for (const ending of ['html', 'md', 'xlsx']) {
          await runInProcess(['q.xlsx', '--force', '--report', `r.${ending}`], folder);
        }
        const names = (await filesIn(folder)).filter((name) => name !== 'q.xlsx');
        return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
      }),
    );
    expect(runs[0]?.map(([name]) => name)).toEqual([
      'q.answered.xlsx',
      'q.answers.json',
      'r.html',
      'r.md',
      'r.xlsx',
    ]);
    expect(runs[0]).toEqual(runs[1]);
  });

  it('takes ./facts before the shipped ones', async () => {
    const folder = await small();
    await writeFile(join(folder, 'notes.txt'), '');
    const shipped = await runInProcess(['q.xlsx', '--dry-run'], folder);
    expect(shipped.stdout).toMatch(/from the facts shipped with the tool/);
    const here = await runInProcess(['templates/questionnaires/sample.en.xlsx', '--dry-run'], PROJECT);
    expect(here.stdout).toMatch(/from facts\n/);
  });

  it('colours nothing without a terminal', async () => {
    const folder = await small();
    const { stdout } = await runInProcess(['q.xlsx'], folder);
    expect(stdout).not.toContain('\u001b');
  });
});
