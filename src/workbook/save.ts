import { link, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.js';
import { removeAbandoned, temporaryName } from './temporary-file.js';

/** Where an output goes. */
export interface SaveOptions {
  /** Replace a file that is there. */
  readonly force?: boolean;
  /** A file that must stay as it is: the input. */
  readonly keep?: string | undefined;
}

/**
 * Writes a file whole or not at all: to a temporary file in the same folder, flushed to the disk and read back, which
 * then takes the name. Whatever fails, the temporary file is removed and an older output stays; what a run left behind
 * that was killed is removed by the next one.
 * Throws Problem when the output exists and `force` is not given, is the file to keep, or cannot be written.
 */
export async function saveFile(path: string, bytes: Uint8Array, options: SaveOptions = {}): Promise<void> {
  await checkTarget(path, options);
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  try {
    await removeAbandoned(folder);
    await writeDurably(temporary, bytes);
    if (options.force) await rename(temporary, path);
    else await nameOnce(temporary, path);
    await flushFolder(folder);
  } catch (cause) {
    throw cause instanceof Problem ? cause : cannotWrite(path, cause as NodeJS.ErrnoException);
  } finally {
    // Gone already when it was renamed; where it cannot be removed there is nothing more to be done.
    await unlink(temporary).catch(() => undefined);
  }
}

async function checkTarget(path: string, { force, keep }: SaveOptions): Promise<void> {
  const target = await stat(path).catch(() => undefined);
  if (!target) return;
  if (keep !== undefined && (await isSameFile(path, keep))) {
    throw new Problem(
      'workbook/output-is-input',
      `${path} is the input, which is never changed; choose another output.`,
    );
  }
  if (target.isDirectory())
    throw new Problem('workbook/output-is-folder', `${path} is a folder; pass the path of a file.`);
  if (!force) throw exists(path);
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(path), stat(other).catch(() => undefined)]);
  if (b && a.ino !== 0 && a.ino === b.ino && a.dev === b.dev) return true;
  return b !== undefined && (await realpath(path)) === (await realpath(other));
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const written = await readFile(path);
  if (!written.equals(bytes))
    throw new Problem('workbook/cannot-write', `${path} does not keep what is written to it.`);
}

/** Gives a file its name unless that is taken in the meantime: a link fails where a rename would replace. */
async function nameOnce(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw exists(path);
    // File systems without links (exFAT, some network drives): the check above has to do.
    if (await stat(path).catch(() => undefined)) throw exists(path);
    await rename(temporary, path);
  }
}

/** Makes the new name itself durable; not all systems can flush a folder, and none needs it to be correct. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function exists(path: string): Problem {
  return new Problem(
    'workbook/output-exists',
    `${path} exists; choose another output, or use --force to replace it.`,
  );
}

/** What the usual errors of a file system mean for a person. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist; make it first',
  ENOTDIR: 'its folder is a file; choose another output',
  EACCES: 'you may not write there; choose another output',
  EPERM: 'you may not write there; choose another output',
  EROFS: 'the disk is read-only; choose another output',
  ENOSPC: 'the disk is full; make room or choose another output',
  EFBIG: 'files there must not grow that large; choose another output',
  EDQUOT: 'your quota is used up; make room or choose another output',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
};

function cannotWrite(path: string, cause: NodeJS.ErrnoException): Problem {
  const reason = REASONS[cause.code ?? ''] ?? `${cause.code ?? cause.message}; choose another output`;
  return new Problem('workbook/cannot-write', `${path} cannot be written: ${reason}.`, { cause });
}
