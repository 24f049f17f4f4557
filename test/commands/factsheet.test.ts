import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess, runners, temporaryFolder } from './command-line.js';

describe.each(runners)('answer factsheet, %s', (_, run) => {
  it('prints Markdown', async () => {
    const { code, stdout, stderr } = await run(
      ['factsheet', '--lang', 'de', '--as-of', '2026-11-23'],
      await temporaryFolder(),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^# Security-Factsheet\n\nStand: 2026-11-23\n\n## HOSTING & VERFÜGBARKEIT\n/);
  });

  it.each([
    ['sheet.md', '# Security'],
    ['sheet.html', '<!doctype html>'],
    ['sheet.xlsx', 'PK'],
    ['sheet.json', '{\n'],
  ])('writes %s', async (name, start) => {
    const cwd = await temporaryFolder();
    const { code, stdout, stderr } = await run(['factsheet', '-o', name], cwd);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `Wrote ${name}.\n`, stderr: '' });
    expect((await readFile(join(cwd, name), 'utf8')).startsWith(start)).toBe(true);
  });
});

describe('options of answer factsheet', () => {
  it.each([
    [['--lang', 'fr'], '--lang takes de, en, not "fr".'],
    [['--format', 'pdf'], '--format takes md, html, xlsx, json, not "pdf".'],
    [['-o', 'sheet.pdf'], 'ends in none of .md, .html, .xlsx, .json'],
    [['--format', 'xlsx'], 'A workbook needs a file'],
    [['--as-of', 'today'], '--as-of takes a real date'],
    [['-o', 'there.md'], 'there.md exists'],
    [['--facts', 'nowhere'], 'does not exist'],
  ])('%j is refused', async (argv, sentence) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'there.md'), 'mine');
    const { code, stdout, stderr } = await runInProcess(['factsheet', ...argv], cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(await readFile(join(cwd, 'there.md'), 'utf8')).toBe('mine');
  });

  it('replaces a file with --force, and takes a format for any ending', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'there.txt'), 'mine');
    const { code } = await runInProcess(['factsheet', '-o', 'there.txt', '--format', 'md', '--force'], cwd);
    expect(code).toBe(0);
    expect(await readFile(join(cwd, 'there.txt'), 'utf8')).toMatch(/^# Security fact sheet\n/);
  });
});
