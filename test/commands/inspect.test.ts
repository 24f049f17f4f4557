import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runInProcess } from './command-line.js';

const FOLDER = join(PROJECT, 'templates/questionnaires');

describe('answer inspect', () => {
  it.each([
    [
      'sample.en.xlsx',
      /57 questions\n/,
      /2 Security: 22 questions\n.*header in row 3/,
      /C +answer +"Response"/,
    ],
    [
      'sample.de.xlsx',
      /57 questions\n/,
      /B Sicherheit: 22 questions\n.*header in row 3/,
      /E +evidence +"Nachweis"/,
    ],
  ])('shows what was found in %s', async (file, total, sheet, column) => {
    const { code, stdout, stderr } = await runInProcess(['inspect', file], FOLDER);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [total, sheet, column]) expect(stdout).toMatch(part);
    expect(stdout).toMatch(/answers: one of .+ \| .+ \(22 cells\)/);
    expect(stdout).toMatch(/answers: a mark under .+ \| .+ \(6 rows\)/);
    expect(stdout).toMatch(/answers: free text \(10 cells\)/);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await runInProcess(['inspect', 'sample.en.xlsx', '--json'], FOLDER);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ questionnaire: 'sample.en.xlsx', questions: 57 });
    expect(found.sheets[2].tables[0]).toMatchObject({
      headerRows: [3],
      questions: 22,
      accepts: [{ kind: 'list', options: ['Yes', 'No', 'Partially', 'N/A'], questions: 22 }],
    });
    expect(found.sheets.at(-1)).toMatchObject({ name: 'Lists', state: 'hidden', questions: 0 });
  });
});
