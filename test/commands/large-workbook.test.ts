import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook } from '../workbook/build-package.js';
import { DAY, PROJECT, temporaryFolder } from './command-line.js';

const ROWS = 50_000;
const COLUMNS = 20;
const MOST_MEMORY = 1024;
/** Of one processor, so that other programs do not count. */
const MOST_SECONDS = 20;

const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A million texts, none of them shared, some 75 MB unzipped, and a question. */
function millionCells(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const cells = Array.from({ length: COLUMNS }, (__, k) =>
      text(`${String.fromCharCode(65 + k)}${i + 1}`, `Text of row ${i + 1} in column ${k} of the data`),
    );
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  const question = `<row r="1">${text('A1', 'Question')}${text('B1', 'Answer')}</row><row r="2">${text('A2', 'Is customer data encrypted at rest?')}<c r="B2"/></row>`;
  return buildWorkbook({
    sheets: [
      { name: 'Q', rows: question },
      { name: 'Data', rows: rows.join('') },
    ],
  });
}

/** Runs a module in a process of its own: MB of memory at most, and seconds of a processor. */
async function measure(
  code: string,
  cwd: string,
): Promise<{ readonly memory: number; readonly seconds: number }> {
  const report =
    'const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); console.error(JSON.stringify({ memory: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }));';
  const argv = ['--input-type=module', '-e', `${code}\n${report}`];
  const { stderr } = await promisify(execFile)(process.execPath, argv, { cwd });
  return JSON.parse(stderr);
}

const moduleUrl = (path: string): string => JSON.stringify(pathToFileURL(join(PROJECT, 'dist', path)).href);

describe('a workbook with a million cells', () => {
  it('is edited and filled within 1 GB and 20 seconds', { timeout: 300_000 }, async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'q.xlsx'), millionCells());
    const edit = `const { openWorkbook } = await import(${moduleUrl('workbook/open.js')});
      const book = await openWorkbook('q.xlsx');
      await book.edit([{ sheet: 'Data', cell: 'AZ200', text: 'x' }]).save('edited.xlsx');`;
    const edited = await measure(edit, folder);
    expect(edited.memory).toBeLessThan(MOST_MEMORY);
    expect(edited.seconds).toBeLessThan(MOST_SECONDS);
    const fill = `const { main } = await import(${moduleUrl('main.js')});
      const quiet = { write() {} };
      const argv = ['q.xlsx', '--as-of', '${DAY}', '--quiet'];
      const code = await main({ argv, cwd: process.cwd(), stdout: quiet, stderr: quiet, env: {}, today: '${DAY}' });
      if (code !== 0) throw new Error('status ' + code);`;
    const filled = await measure(fill, folder);
    expect(filled.memory).toBeLessThan(MOST_MEMORY);
    expect(filled.seconds).toBeLessThan(MOST_SECONDS);
    const [one, two] = await Promise.all(
      ['edited.xlsx', 'q.answered.xlsx'].map((name) => openWorkbook(join(folder, name))),
    );
    expect(one?.sheet('Data').cell(200, 52)?.text).toBe('x');
    expect(two?.sheet('Q').cell(2, 2)?.text).toMatch(/^Yes/);
    console.info(`a million cells: edit ${JSON.stringify(edited)}, fill ${JSON.stringify(filled)}`);
  });
});
