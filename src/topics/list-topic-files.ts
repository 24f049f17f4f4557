import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.js';

/** Why a folder cannot be listed, by code. */
const UNLISTABLE: Readonly<Record<string, string>> = {
  ENOTDIR: 'is not a folder',
  ENOENT: 'is a symbolic link to nothing',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a symbolic link that leads in a circle',
};

/** The folder of the user's own topics below the facts folder, or null where there is none. */
export function ownTopicsFolder(userDir: string): string | null {
  const folder = join(userDir, 'topics');
  return lstatSync(folder, { throwIfNoEntry: false }) ? folder : null;
}

/** Paths of the YAML files of a folder of topics, by name. @throws Problem `topics/invalid` where it cannot be listed */
export function listTopicFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? UNLISTABLE[String(error.code)] : undefined;
    if (why === undefined) throw error;
    throw new Problem('topics/invalid', `${folder} ${why}; make it a folder of YAML files, or rename it.`);
  }
}
