import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { saveFile } from '../../src/workbook/save.js';
import { DAY, filesIn, PROJECT, runSpawned, temporaryFolder } from '../commands/command-line.js';
import { writeWorkbook } from '../commands/workbooks.js';

const SAVE = pathToFileURL(join(PROJECT, 'dist/workbook/save.js')).href;
const BIN = join(PROJECT, 'bin/answer.js');

/** Runs a program, and gives its exit status and what it says on stderr. */
function run(command: string, argv: readonly string[], cwd: string) {
  const child = spawn(command, argv, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, stderr }));
  });
  return { child, ended };
}

const isTemporary = (name: string): boolean => name.endsWith('.tmp');

describe('a run that is killed while it writes', () => {
  it('leaves the old output, and nothing that the next run does not remove', {
    timeout: 60_000,
  }, async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.xlsx');
    await writeFile(output, 'old');
    const script = `const { saveFile } = await import(${JSON.stringify(SAVE)}); await saveFile(${JSON.stringify(output)}, new Uint8Array(400e6), { force: true });`;
    const { child, ended } = run(process.execPath, ['--input-type=module', '-e', script], folder);
    let seen: string[] = [];
    while (seen.length === 0 && child.exitCode === null) {
      await wait(1);
      seen = (await readdir(folder)).filter(isTemporary);
    }
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    expect(seen).toHaveLength(1);
    expect(await readFile(output, 'utf8')).toBe('old');
    expect((await readdir(folder)).filter(isTemporary)).toEqual(seen);
    await saveFile(output, new TextEncoder().encode('new'), { force: true });
    expect(await filesIn(folder)).toEqual(['out.xlsx']);
    expect(await readFile(output, 'utf8')).toBe('new');
  });
});

describe('two runs on the same questionnaire at once', () => {
  it('one wins, the other one says so', async () => {
    const folder = await temporaryFolder();
    await writeWorkbook(join(folder, 'q.xlsx'));
    const before = await readFile(join(folder, 'q.xlsx'));
    const argv = ['q.xlsx', '--as-of', DAY, '--quiet'];
    const results = await Promise.all([runSpawned(argv, folder), runSpawned(argv, folder)]);
    expect(results.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect(results.find(({ code }) => code === 2)?.stderr).toMatch(/exists/);
    expect(await filesIn(folder)).toEqual(['q.answered.xlsx', 'q.answers.json', 'q.xlsx']);
    expect((await openWorkbook(join(folder, 'q.answered.xlsx'))).sheet('Security').cell(2, 3)?.text).toBe(
      'Yes',
    );
    expect((await readFile(join(folder, 'q.xlsx'))).equals(before)).toBe(true);
  });

  it('both may replace the output, which is whole whoever comes last', async () => {
    const folder = await temporaryFolder();
    await writeWorkbook(join(folder, 'q.xlsx'));
    const argv = ['q.xlsx', '--as-of', DAY, '--quiet', '--force'];
    const results = await Promise.all([1, 2, 3].map(() => runSpawned(argv, folder)));
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([1, 2, 3].map(() => [0, '']));
    expect(await filesIn(folder)).toEqual(['q.answered.xlsx', 'q.answers.json', 'q.xlsx']);
    const sheet = (await openWorkbook(join(folder, 'q.answered.xlsx'))).sheet('Security');
    expect(sheet.cell(2, 3)?.text).toBe('Yes');
    expect(JSON.parse(await readFile(join(folder, 'q.answers.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});

describe('a disk that takes no more', () => {
  // A limit on the size of files stands in for a full disk: both make a write fail half-way.
  it.skipIf(process.platform === 'win32')('leaves the old output and no other file', async () => {
    const folder = await temporaryFolder();
    await writeWorkbook(join(folder, 'q.xlsx'));
    await writeFile(join(folder, 'q.answered.xlsx'), 'old');
    const command = `ulimit -f 2; exec "${process.execPath}" "${BIN}" q.xlsx --force --as-of ${DAY}`;
    const { code, stderr } = await run('sh', ['-c', command], folder).ended;
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^\S+ cannot be written: .+\.\n$/),
    });
    expect(await readFile(join(folder, 'q.answered.xlsx'), 'utf8')).toBe('old');
    expect(await filesIn(folder)).toEqual(['q.answered.xlsx', 'q.xlsx']);
  });
});
