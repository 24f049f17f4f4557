import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../problem.js';

/** Folder of what was sent, unless others are named. */
const DEFAULT = 'sent';
const ENDING = '.answers.json';

/**
 * The `*.answers.json` files that paths stand for, folders with everything below them, as absolute paths in order, each
 * once.
 * @throws Problem when a path does not exist or nothing is found
 */
export async function findRecordedRuns(paths: readonly string[], cwd: string): Promise<string[]> {
  const wanted = paths.length > 0 ? paths : [DEFAULT];
  const found = await Promise.all(
    wanted.map((path) => filesAt(path, resolve(cwd, path), paths.length === 0)),
  );
  const files = [...new Set(found.flat())].sort();
  if (files.length > 0) return files;
  throw new Problem(
    'drift/nothing',
    `There is no file *${ENDING} in ${wanted.join(', ')}: name those of the runs that were sent.`,
  );
}

async function filesAt(named: string, path: string, isDefault: boolean): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) {
    const advice = isDefault
      ? `keep the *${ENDING} of what you send in a folder "${DEFAULT}", or name files`
      : 'check the path';
    throw new Problem('drift/not-found', `There is no ${isDefault ? 'folder ' : ''}${named}: ${advice}.`);
  }
  if (!info.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new Problem('drift/not-found', `${named} cannot be searched (${cause.code}): check its rights.`, {
      cause,
    });
  });
  const candidates = names.filter((name) => name.endsWith(ENDING)).map((name) => join(path, name));
  // A folder can have such a name too. What cannot be opened is kept: reading it tells why.
  const kinds = await Promise.all(candidates.map((file) => stat(file).catch(() => undefined)));
  return candidates.filter((_, index) => kinds[index]?.isDirectory() !== true);
}
