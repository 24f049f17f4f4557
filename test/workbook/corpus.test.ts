import type { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.js';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { readArchive, readEntry } from '../../src/workbook/zip-archive.js';

/** A folder of workbooks from other programs, sound and hostile ones; `OPENPYXL.tsv` in it says which ones are sound. */
const FOLDER = process.env.SECURITY_ANSWERS_CORPUS ?? '';
const files = FOLDER === '' ? [] : readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name));
if (FOLDER === '')
  console.warn('Skipped: set SECURITY_ANSWERS_CORPUS to a folder of workbooks to try them all.');

/** What may change besides the sheet itself. */
const MAY_CHANGE = /^xl\/(styles|sharedStrings|workbook)\.xml$/i;

const contents = async (path: string): Promise<Map<string, Buffer>> => {
  const archive = await readArchive(await readFile(path), DEFAULT_LIMITS);
  return new Map(archive.entries.map((entry) => [entry.name, readEntry(archive, entry)]));
};

/** The text of a cell as exceljs reads it; undefined where it cannot open the file, or finds no such sheet. */
async function readByExceljs(path: string, sheet: string, cell: string): Promise<unknown> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path).catch(() => undefined);
  return book.getWorksheet(sheet)?.getCell(cell).text;
}

describe.skipIf(FOLDER === '')('every workbook of the corpus', () => {
  let folder = '';
  let sound = new Set<string>();
  let readElsewhere = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corpus-'));
    const list = await readFile(join(FOLDER, 'OPENPYXL.tsv'), 'utf8').catch(() => '');
    sound = new Set(
      list
        .split('\n')
        .filter((line) => line.endsWith('\tOK'))
        .map((line) => line.split('\t')[0] ?? ''),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(files)(
    '%s takes an edit, or is refused with one line',
    async (name) => {
      const [input, output] = [join(FOLDER, name), join(folder, name)];
      let other: unknown;
      let before: unknown;
      try {
        const book = await openWorkbook(input);
        const sheet =
          book.sheets.find((candidate) => book.sheet(candidate.name).rows.length > 0) ?? book.sheets[0];
        const edit = { sheet: sheet?.name ?? '', cell: 'AZ200', text: 'x' };
        await book.edit([edit]).save(output);
        expect((await openWorkbook(output)).sheet(edit.sheet).cell(200, 52)?.text).toBe('x');
        before = await readByExceljs(input, edit.sheet, edit.cell);
        other = await readByExceljs(output, edit.sheet, edit.cell);
      } catch (error) {
        expect(sound).not.toContain(name);
        expect(error).toBeInstanceOf(Problem);
        expect(String(error)).not.toContain('\n');
        return;
      }
      // What exceljs opens before, it opens after, with the text.
      expect(other).toBe(before === undefined ? undefined : 'x');
      if (other === 'x') readElsewhere += 1;
      const [old, after] = [await contents(input), await contents(output)];
      expect([...after.keys()]).toEqual([...old.keys()]);
      const changed = [...after].filter(([part, data]) => !old.get(part)?.equals(data)).map(([part]) => part);
      expect(changed.filter((part) => !MAY_CHANGE.test(part))).toHaveLength(1);
    },
    10_000,
  );

  it('and exceljs reads nine of ten outputs', () => {
    expect(readElsewhere).toBeGreaterThanOrEqual(sound.size * 0.88);
  });

  it('and memory stays below 1 GB', () => {
    expect(process.resourceUsage().maxRSS / 2 ** 20).toBeLessThan(1);
  });
});
