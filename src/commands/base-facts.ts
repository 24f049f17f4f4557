import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../problem.js';

const run = promisify(execFile);
/** More than any facts folder holds. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Calls a function with a folder that holds the facts as a git revision has them, and removes the folder afterwards.
 * @param dir facts folder, absolute
 * @throws Problem when the folder is in no repository, or the revision does not exist or has no facts
 */
export async function withFactsOf<T>(
  dir: string,
  revision: string,
  use: (baseDir: string) => Promise<T>,
): Promise<T> {
  const commit = await resolveRevision(dir, revision);
  const files = await listFiles(dir, commit);
  if (!files.some((name) => /^[^/]+\.ya?ml$/.test(name))) {
    throw new Problem('drift/base', `The revision ${revision} has no facts in ${dir}: name a later one.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'answer-base-'));
  try {
    const target = join(folder, 'facts');
    for (const name of files) {
      const path = join(target, name);
      // Names come from the repository: none may lead out of the folder.
      if (relative(target, path).startsWith('..')) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await git(dir, ['cat-file', 'blob', `${commit}:./${name}`]));
    }
    return await use(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function resolveRevision(dir: string, revision: string): Promise<string> {
  await git(dir, ['rev-parse', '--is-inside-work-tree']).catch((cause: unknown) => {
    throw new Problem('drift/no-repository', `--base needs git, and ${dir} is in no repository.`, { cause });
  });
  try {
    const commit = await git(dir, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    return commit.toString('utf8').trim();
  } catch (cause) {
    throw new Problem('drift/base', `There is no revision "${revision}": name a commit, branch or tag.`, {
      cause,
    });
  }
}

/** YAML files below the folder, relative to it. Links are left out: a link in a repository can point anywhere. */
async function listFiles(dir: string, commit: string): Promise<string[]> {
  const list = (await git(dir, ['ls-tree', '-r', '-z', commit, '--', '.'])).toString('utf8');
  return list
    .split('\0')
    .map((entry) => /^100\d{3} blob [0-9a-f]+\t(.+\.ya?ml)$/s.exec(entry)?.[1])
    .filter((name) => name !== undefined);
}

async function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', [...args], { cwd, encoding: 'buffer', maxBuffer: MOST_BYTES });
  return stdout;
}
