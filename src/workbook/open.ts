import { Buffer } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../problem.js';
import { checkIsText, checkIsZip } from './file-kind.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { OpenedWorkbook } from './opened-workbook.js';

export type { EditedWorkbook } from './edited-workbook.js';
export type { DefinedName } from './list-source.js';
export type { OpenedWorkbook as Workbook } from './opened-workbook.js';

export interface OpenOptions {
  /** Bounds that differ from the usual ones. */
  readonly limits?: Partial<Limits>;
  /** File name of a workbook that is given as bytes: its ending tells CSV from a workbook. */
  readonly name?: string | undefined;
}

/** The endings of files that are read as CSV, whatever separates their fields. */
export const CSV_ENDING = /\.(?:csv|tsv|tab)$/i;

/**
 * Opens a workbook (.xlsx, .xlsm) or a CSV file (.csv, .tsv) from a path or from its bytes; sheets are read when first
 * asked for.
 * Throws Problem when there is no such file, when it is no workbook, encrypted, in an older format, damaged, unsafe, or
 * beyond the limits.
 */
export async function openWorkbook(
  source: string | Uint8Array,
  options: OpenOptions = {},
): Promise<OpenedWorkbook> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const path = typeof source === 'string' ? source : undefined;
  const name = options.name ?? (path === undefined ? 'The workbook' : basename(path));
  // A copy, since the caller may go on to change its bytes, and sheets are read later.
  const bytes = typeof source === 'string' ? await readInput(source, limits.file) : Buffer.from(source);
  if (CSV_ENDING.test(name)) {
    checkIsText(bytes, name);
    const { CsvWorkbook } = await import('./csv-workbook.js');
    return new CsvWorkbook(bytes, name, limits, path);
  }
  checkIsZip(bytes, name);
  // Loaded here, so that a command that opens no workbook does not pay for the parsers.
  const [{ Package }, { Workbook }, { readWorkbookParts }, { readArchive }] = await Promise.all([
    import('./package.js'),
    import('./workbook.js'),
    import('./workbook-parts.js'),
    import('./zip-archive.js'),
  ]);
  const contents = new Package(await readArchive(bytes, limits), limits);
  return new Workbook(contents, readWorkbookParts(contents, name), path);
}

async function readInput(path: string, limit: number): Promise<Buffer> {
  try {
    // Asked before it is opened: opening a pipe waits for a writer.
    const status = await stat(path);
    if (status.isDirectory()) {
      throw new Problem('workbook/is-folder', `${path} is a folder; pass the path of a workbook in it.`);
    }
    if (!status.isFile())
      throw new Problem('workbook/unreadable', `${path} is no file; pass the path of a workbook.`);
    if (status.size > limit) {
      const size = Math.ceil(status.size / 2 ** 20);
      throw new Problem(
        'workbook/too-large',
        `The workbook is too large to be read safely: ${path} has ${size} MB.`,
      );
    }
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof Problem ? cause : fileProblem(path, cause as NodeJS.ErrnoException);
  }
}

function fileProblem(path: string, cause: NodeJS.ErrnoException): Problem {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') {
    return new Problem('workbook/not-found', `There is no file ${path}; check the path.`, { cause });
  }
  if (cause.code === 'EISDIR') {
    return new Problem('workbook/is-folder', `${path} is a folder; pass the path of a workbook in it.`, {
      cause,
    });
  }
  return new Problem('workbook/unreadable', `${path} cannot be read (${cause.code ?? cause.message}).`, {
    cause,
  });
}
