import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFacts, type FindingReport, Problem } from '../../src/index.js';
import { DAY, temporaryFolder } from '../commands/command-line.js';
import { SHIPPED } from '../facts/shipped-facts.js';

describe('checkFacts, for programs', () => {
  it('gives findings with their place in the folder', async () => {
    const report: FindingReport = await checkFacts({ factsDir: SHIPPED, asOf: DAY });
    expect(report).toMatchObject({ version: 1, asOf: DAY, summary: { errors: 0, warnings: 13 } });
    const overdue = report.findings.find(({ rule }) => rule === 'roadmap/overdue');
    expect(overdue).toMatchObject({ severity: 'warning', file: join(SHIPPED, 'roadmap.yaml') });
    expect(overdue?.source?.slice((overdue?.column ?? 0) - 1)).toMatch(/^Q3 2026/);
  });

  it('takes limits and levels', async () => {
    const { summary } = await checkFacts({
      factsDir: SHIPPED,
      asOf: DAY,
      limits: { dueWithinDays: 0, staleAfterMonths: 12 },
      levels: new Map([
        ['roadmap/overdue', 'error'],
        ['residency/subprocessor-region', 'off'],
      ]),
    });
    expect(summary).toMatchObject({ errors: 2, warnings: 0 });
  });

  it('throws where there is nothing to check', async () => {
    const options = { factsDir: await temporaryFolder(), asOf: DAY };
    await expect(checkFacts(options)).rejects.toBeInstanceOf(Problem);
    await expect(checkFacts(options)).rejects.toMatchObject({ code: 'facts/missing' });
  });
});
