import { Buffer } from 'node:buffer';
import { chmod, link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '../../src/workbook/save.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'save-'));
  await writeFile(join(folder, 'input.xlsx'), 'input');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const BYTES = Buffer.from('output');

describe('saveFile', () => {
  it('writes the file, and leaves nothing else', async () => {
    await saveFile(at('new.xlsx'), BYTES);
    expect(await readFile(at('new.xlsx'))).toEqual(BYTES);
    expect(await readdir(folder)).toEqual(['input.xlsx', 'new.xlsx']);
  });

  it('replaces an output only when told to', async () => {
    await writeFile(at('old.xlsx'), 'old');
    await expect(saveFile(at('old.xlsx'), BYTES)).rejects.toMatchObject({ code: 'workbook/output-exists' });
    expect(await readFile(at('old.xlsx'), 'utf8')).toBe('old');
    await saveFile(at('old.xlsx'), BYTES, { force: true });
    expect(await readFile(at('old.xlsx'))).toEqual(BYTES);
    expect(await readdir(folder)).toEqual(['input.xlsx', 'old.xlsx']);
  });

  it.each(['input.xlsx', 'link.xlsx', 'hard.xlsx', '../SELF/input.xlsx'])(
    'never writes over the input as %s',
    async (name) => {
      await symlink(at('input.xlsx'), at('link.xlsx'));
      await link(at('input.xlsx'), at('hard.xlsx'));
      const path = at(name.replace('SELF', folder.split('/').at(-1) ?? ''));
      await expect(saveFile(path, BYTES, { force: true, keep: at('input.xlsx') })).rejects.toMatchObject({
        code: 'workbook/output-is-input',
      });
      expect(await readFile(at('input.xlsx'), 'utf8')).toBe('input');
    },
  );

  it.each([
    ['.', 'workbook/output-is-folder', /folder/],
    ['missing/new.xlsx', 'workbook/cannot-write', /folder does not exist/],
    ['input.xlsx/new.xlsx', 'workbook/cannot-write', /folder is a file/],
    [`${'n'.repeat(300)}.xlsx`, 'workbook/cannot-write', /name is too long/],
  ])('refuses %s', async (name, code, message) => {
    await expect(saveFile(at(name), BYTES, { force: true })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await readdir(folder)).toEqual(['input.xlsx']);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder that cannot be written', async () => {
    await chmod(folder, 0o500);
    await expect(saveFile(at('new.xlsx'), BYTES)).rejects.toMatchObject({ code: 'workbook/cannot-write' });
    await chmod(folder, 0o700);
  });

  it('lets one of two win that write the same output at once', async () => {
    const results = await Promise.allSettled(
      ['one', 'two', 'three'].map((text) => saveFile(at('new.xlsx'), Buffer.from(text))),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['input.xlsx', 'new.xlsx']);
  });
});
