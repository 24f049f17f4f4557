import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../problem.js';

const run = promisify(execFile);
/** More than any facts folder holds. */
const MOST_BYTES = 64 * 2 ** 20;

/** Where the facts are, and how messages name the folder. */
export interface BaseFolder {
  /** Absolute. */
  readonly dir: string;
  readonly shown: string;
}

/**
 * Calls a function with a folder that holds the facts as a git revision has them, and removes the folder afterwards.
 * What is wrong with those facts is told with the revision's name before that of the file.
 * @throws Problem when git is missing, the folder is in no repository, or the revision does not exist or has no facts
 */
export async function withFactsOf<T>(
  { dir, shown }: BaseFolder,
  revision: string,
  use: (baseDir: string) => Promise<T>,
): Promise<T> {
  const commit = await resolveRevision({ dir, shown }, revision);
  const files = await listFiles(dir, commit);
  if (!files.some((name) => /^[^/]+\.ya?ml$/.test(name))) {
    throw new Problem(
      'drift/base',
      `The revision ${revision} has no facts in ${shown}: name one in which the folder holds YAML files.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'answer-base-'));
  const target = join(folder, 'facts');
  try {
    for (const name of files) {
      const path = join(target, name);
      // Names come from the repository: none may lead out of the folder.
      if (relative(target, path).startsWith('..')) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await git(dir, ['cat-file', 'blob', `${commit}:./${name}`]));
    }
    return await use(target);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    throw new Problem(cause.code, cause.message.replaceAll(target, `${revision}:${shown}`), { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function resolveRevision({ dir, shown }: BaseFolder, revision: string): Promise<string> {
  await git(dir, ['rev-parse', '--is-inside-work-tree']).catch((cause: unknown) => {
    throw new Problem('drift/no-repository', whyNoRepository(shown, cause), { cause });
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
    const isShallow = (await git(dir, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim();
    const advice =
      isShallow === 'true'
        ? 'this clone is a shallow one, so fetch the history first (git fetch --unshallow; fetch-depth: 0 in GitHub Actions)'
        : 'name a commit, branch or tag';
    throw new Problem('drift/base', `There is no revision ${JSON.stringify(revision)}: ${advice}.`, {
      cause,
    });
  }
}

/** What git says of a folder whose history it cannot read, in our words where they are clearer. */
function whyNoRepository(shown: string, cause: unknown): string {
  const failure: { code?: unknown; stderr?: unknown } =
    typeof cause === 'object' && cause !== null ? cause : {};
  if (failure.code === 'ENOENT') return '--base needs git, which is not installed or not on the PATH.';
  const [said = ''] = String(failure.stderr ?? '').split('\n');
  return said === '' || said.includes('not a git repository')
    ? `--base needs the history of the facts, and ${shown} is in no git repository.`
    : `--base needs the history of ${shown}, which git refuses to read (${said}).`;
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
