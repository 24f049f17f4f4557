import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { readArchive, readEntry } from '../../src/workbook/zip-archive.js';
import { DAY, filesIn, runSpawned, temporaryFolder } from './command-line.js';

/** Questionnaires as their publishers made them belong to those: they are tried where a folder with them is named. */
const FOLDER = process.env.SECURITY_ANSWERS_QUESTIONNAIRES;

const MOST_SECONDS = 1.5;

async function copyOf(name: string): Promise<string> {
  const folder = await temporaryFolder();
  await copyFile(join(FOLDER ?? '', name), join(folder, 'q.xlsx'));
  return folder;
}

async function partsOf(path: string): Promise<Map<string, string>> {
  const archive = await readArchive(await readFile(path), DEFAULT_LIMITS);
  return new Map(archive.entries.map((entry) => [entry.name, readEntry(archive, entry).toString('latin1')]));
}

/** Parts whose content differs, or that only one of the two has. */
function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

describe.skipIf(FOLDER === undefined)('real questionnaires (SECURITY_ANSWERS_QUESTIONNAIRES)', () => {
  it('CAIQ 4.0.3: answers go where they belong, and nothing else changes', async () => {
    const folder = await copyOf('caiq-4.0.3.xlsx');
    const seconds: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      const { code, stderr } = await runSpawned(['q.xlsx', '--as-of', DAY, '--force', '--quiet'], folder);
      seconds.push((performance.now() - start) / 1000);
      expect(code, stderr).toBe(0);
    }
    const report = JSON.parse(await readFile(join(folder, 'q.answers.json'), 'utf8'));
    expect(report.summary.sheets).toMatchObject([{ sheet: 'CAIQv4.0.3', questions: 261 }]);

    const [before, after] = await Promise.all(
      ['q.xlsx', 'q.answered.xlsx'].map((name) => openWorkbook(join(folder, name))),
    );
    const written = { C: 0, E: 0 };
    for (const { cell } of report.questions) {
      const row = Number(/\d+$/.exec(cell.question)?.[0]);
      const text = (column: number) => after?.sheet('CAIQv4.0.3').cell(row, column)?.text ?? '';
      expect(before?.sheet('CAIQv4.0.3').cell(row, 3)?.text ?? '').toBe('');
      expect(['', 'Yes', 'No', 'NA']).toContain(text(3));
      expect(text(4)).toBe('');
      expect(text(6)).toBe('');
      if (text(3) !== '') written.C += 1;
      if (text(5) !== '') written.E += 1;
    }
    expect(written.E).toBeGreaterThan(0);

    const parts = await Promise.all(['q.xlsx', 'q.answered.xlsx'].map((name) => partsOf(join(folder, name))));
    const changed = differing(parts[0] ?? new Map(), parts[1] ?? new Map());
    const allowed = /^xl\/(?:worksheets\/sheet\d+|styles|sharedStrings|workbook)\.xml$/;
    expect(changed.filter((name) => !allowed.test(name))).toEqual([]);
    expect(changed.filter((name) => name.includes('worksheets'))).toHaveLength(1);
    expect(Math.min(...seconds)).toBeLessThan(MOST_SECONDS);
  });

  it('CyberFundamentals: says that it is no questionnaire, and writes nothing', async () => {
    const folder = await copyOf('cyfun-2025-essential.xlsx');
    const { code, stdout, stderr } = await runSpawned(['q.xlsx'], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/maturity assessment.*nothing was changed/);
    expect(await filesIn(folder)).toEqual(['q.xlsx']);
  });
});
