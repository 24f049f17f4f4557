import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Facts that come with the package. */
export const SHIPPED_FACTS = fileURLToPath(new URL('../../facts', import.meta.url));

/** A folder of facts and why it was taken. */
export interface FactsFolder {
  readonly dir: string;
  readonly origin: 'option' | 'here' | 'shipped';
}

/**
 * The folder that facts are read from: the one given, else `facts` in the current folder where it holds YAML files, else
 * the facts shipped with the package.
 * @param given value of `--facts`, relative to `cwd`
 */
export async function findFacts(given: string | undefined, cwd: string): Promise<FactsFolder> {
  if (given !== undefined) return { dir: resolve(cwd, given), origin: 'option' };
  const here = join(cwd, 'facts');
  const names = await readdir(here).catch(() => []);
  if (names.some((name) => /\.ya?ml$/.test(name))) return { dir: here, origin: 'here' };
  return { dir: SHIPPED_FACTS, origin: 'shipped' };
}

/** The folder as a person would name it. */
export function describeFacts(folder: FactsFolder, cwd: string): string {
  if (folder.origin === 'shipped') return 'the facts shipped with the tool';
  const path = relative(cwd, folder.dir);
  return path === '' || path.startsWith('..') ? folder.dir : path;
}
