import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../commands/command-line.js';

/** Folders of src in the order of the data's way; a folder imports only from itself and from those before it. */
const ORDER = [
  'text',
  'facts',
  'topics',
  'workbook',
  'questionnaire',
  'match',
  'answer',
  'check',
  'report',
  'commands',
  'main',
  // Scripts of the build and the list of exports stand beside main: nothing imports them.
  'index',
  'build',
];
/** May be imported from everywhere. */
const SHARED = 'problem';

const SRC = join(PROJECT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort();

/** The folder of a path below src, or its name for a file of src itself: `match/decide.ts` is `match`, `main.ts` is `main`. */
function place(path: string): string {
  return path.split('/')[0]?.replace(/\.[jt]s$/, '') ?? '';
}

/** `from './x.js'` and `import('./x.js')`; not `from 'zod'`. */
const IMPORT = /(?:from|import\()\s*'(\.[^']+)'/g;

/** What a file imports, as paths below src. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, target = '']) =>
    relative(SRC, join(SRC, dirname(file), target)).replaceAll('\\', '/'),
  );
}

describe('imports between folders', () => {
  it.each([
    ["import { x } from './x.js';", './x.js'],
    ["const { x } = await import('../y/x.js');", '../y/x.js'],
    ["import { z } from 'zod';", undefined],
  ])('are read from %s', (line, target) => {
    expect([...line.matchAll(IMPORT)][0]?.[1]).toBe(target);
  });

  it('know every folder', () => {
    expect([...new Set(files.map(place))].filter((name) => ![...ORDER, SHARED].includes(name))).toEqual([]);
  });

  it.each(files)('%s imports downwards only', (file) => {
    const own = place(file) === SHARED ? -1 : ORDER.indexOf(place(file));
    const upwards = importsOf(file).filter(
      (target) => place(target) !== SHARED && ORDER.indexOf(place(target)) > own,
    );
    expect(upwards).toEqual([]);
  });

  it('leave main, index and build alone', () => {
    const isEntry = (name: string) => ['main', 'index', 'build'].includes(name);
    const found = files
      .filter((file) => !isEntry(place(file)))
      .flatMap((file) => importsOf(file).filter((target) => isEntry(place(target))));
    expect(found).toEqual([]);
  });
});
