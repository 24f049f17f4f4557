import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../problem.js';
import type { Complaint } from './complaint.js';

/** No facts file written by people comes near this. */
const LARGEST_FILE = 2 * 1024 * 1024;
/** Lies in the facts folder, but holds what `answer check` expects of a questionnaire. */
const NOT_FACTS = 'expectations.yaml';

/** A facts file as it lies on disk. */
export interface RawFile {
  /** Folder and name as the user knows them. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads every `.yaml` and `.yml` file of a folder, in order of name; sub-folders (such as `topics`) are left alone.
 * Throws Problem `facts/missing` where there is no folder or no such file in it; files that cannot be read are
 * complained about.
 */
export async function readFactFiles(dir: string): Promise<{ files: RawFile[]; complaints: Complaint[] }> {
  const names = (await list(dir)).filter((name) => /\.ya?ml$/i.test(name) && name !== NOT_FACTS).sort();
  if (names.length === 0) {
    throw new Problem(
      'facts/missing',
      `The facts folder ${dir} holds no .yaml file: write facts into it, or name another folder with --facts DIR.`,
    );
  }
  const files: RawFile[] = [];
  const complaints: Complaint[] = [];
  for (const name of names) {
    const file = path.join(dir, name);
    const read = await readOne(file);
    if (typeof read === 'string') complaints.push({ position: { file, line: 1, column: 1 }, message: read });
    else files.push({ file, bytes: read });
  }
  return { files, complaints };
}

async function list(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    const sentence = FOLDER_SENTENCES[codeOf(error)] ?? 'cannot be read';
    throw new Problem(
      'facts/missing',
      `The facts folder ${dir} ${sentence}: name the folder with your facts with --facts DIR.`,
      { cause: error },
    );
  }
}

const FOLDER_SENTENCES: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a symbolic link that leads in a circle',
};

/** The bytes, or what is wrong with the file. */
async function readOne(file: string): Promise<Uint8Array | string> {
  try {
    const info = await stat(file);
    if (info.isDirectory()) return 'found a folder, expected a YAML file; rename or move it';
    if (!info.isFile()) return 'found a device or pipe, expected a YAML file';
    if (info.size > LARGEST_FILE) return 'the file is larger than 2 MB, too large for a facts file';
    return await readFile(file);
  } catch (error) {
    return FILE_SENTENCES[codeOf(error)] ?? `the file cannot be read (${codeOf(error)})`;
  }
}

const FILE_SENTENCES: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'the file is a symbolic link to nothing',
  ELOOP: 'the file is a symbolic link that leads in a circle',
  EACCES: 'the file may not be read; check its permissions',
  EPERM: 'the file may not be read; check its permissions',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
