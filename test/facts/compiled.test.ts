import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFacts, loadFacts } from '../../src/facts/load.js';
import { SHIPPED, shippedFacts } from './shipped-facts.js';

let root: string;
let dir: string;
let compiled: URL;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'compiled-'));
  dir = path.join(root, 'facts');
  await cp(SHIPPED, dir, { recursive: true });
  const file = path.join(root, 'facts.json');
  compiled = pathToFileURL(file);
  // A mark that only the compiled form has, to see which one was read.
  await writeFile(file, JSON.stringify({ ...(await compileFacts(SHIPPED)), hash: 'compiled' }));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('compiled facts', () => {
  it('are taken for the files that they were made from, and are the same facts', async () => {
    const base = await loadFacts(dir, compiled);
    const parsed = await loadFacts(dir, new URL('nowhere.json', compiled));
    expect(base.hash).toBe('compiled');
    expect({ ...base, hash: parsed.hash }).toEqual(parsed);
    expect([...base.facts.keys()]).toEqual([...(await shippedFacts()).facts.keys()]);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'a changed file',
      async () => {
        const file = path.join(dir, 'hosting.yaml');
        await writeFile(file, `${await readFile(file, 'utf8')}# changed\n`);
      },
    ],
    [
      'a file more',
      async () => {
        const file = path.join(dir, 'more.yaml');
        await writeFile(file, 'section: { id: more, order: 9, title: { de: M, en: M } }\n');
      },
    ],
  ])('are not taken for %s', async (_, change) => {
    await rm(dir, { recursive: true });
    await cp(SHIPPED, dir, { recursive: true });
    expect((await loadFacts(dir, compiled)).hash).toBe('compiled');
    await change();
    expect((await loadFacts(dir, compiled)).hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
