import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, temporaryFolder } from '../commands/command-line.js';
import { readWithExceljs } from '../commands/workbooks.js';

describe('the package in a program', () => {
  it('runs the example of the README', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'node_modules'));
    await symlink(PROJECT, join(folder, 'node_modules/security-answers'));
    await symlink(join(PROJECT, 'facts'), join(folder, 'facts'));
    await copyFile(
      join(PROJECT, 'templates/questionnaires/sample.en.xlsx'),
      join(folder, 'questionnaire.xlsx'),
    );
    const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
    const code = /^```ts\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? '';
    expect(code).toContain("from 'security-answers'");
    await writeFile(join(folder, 'example.mjs'), code);
    const output = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(output).toMatch(/^\d+ facts\n/);
    expect(output).toMatch(/questions: 57/);
    const cells = await readWithExceljs(join(folder, 'edited.xlsx'));
    expect(cells.get('2 Security!D5')).toBe('Written by hand');
  });
});
