import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../commands/command-line.js';

const names = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' });
const files = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.ts'));

/** Libraries that cost start-up time or memory: loaded by `import()` where they are needed, never at the top of a file. */
const HEAVY = ['exceljs', 'typescript', 'vitest'];

describe('files of src', () => {
  it('are named in kebab-case', () => {
    expect(files.filter((name) => !/^[a-z0-9/-]+\.ts$/.test(name))).toEqual([]);
  });

  it('are no drawers', () => {
    expect(files.filter((name) => /(?:^|[/-])(?:utils?|helpers?|common|types|misc)\.ts$/.test(name))).toEqual(
      [],
    );
  });

  it.each(HEAVY)('load %s on demand only', (library) => {
    const atTop = new RegExp(`^import (?!type)[^;]*from '${library.replace('.', '\\.')}'`, 'm');
    const found = files.filter((name) => atTop.test(readFileSync(join(PROJECT, 'src', name), 'utf8')));
    expect(found).toEqual([]);
  });

  it('have no default export', () => {
    const found = files.filter((name) =>
      /^export default/m.test(readFileSync(join(PROJECT, 'src', name), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
