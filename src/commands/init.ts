import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Problem } from '../problem.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { sharedOptions, switchSchema } from './options.js';
import { readVersion } from './read-version.js';
import { shownPath } from './shown-path.js';
import type { StarterFile } from './starter-files.js';

/** Files named in a message. */
const MOST_NAMED = 5;

/** `answer init`: files to start with for another company. */
export const init = defineCommand({
  name: 'init',
  summary: 'write a facts folder to start with: every topic that customers ask about, nothing claimed',
  isDefault: false,
  argument: { flags: '[folder]', description: 'project that gets the folder "facts" (default: this one)' },
  options: {
    force: { flags: '--force', description: 'replace files that exist', schema: switchSchema },
    verbose: sharedOptions.verbose,
  },
  examples: [
    ['answer init', 'facts/, a GitHub Actions workflow, and a pre-commit hook'],
    ['answer init ../our-facts', 'the same in another folder'],
  ],
  async run([folder = '.'], options, context) {
    const project = resolve(context.cwd, folder);
    const [{ makeStarterFiles }, { loadTopicAreas }] = await Promise.all([
      import('./starter-files.js'),
      import('../topics/overview.js'),
    ]);
    const areas = await loadTopicAreas();
    const root = await findRepository(project);
    const hooks = quoteForShell(inRepository(root ?? project, join(project, HOOKS)));
    const files = await makeStarterFiles(areas, { day: context.today, version: readVersion(), hooks });
    const shown = shownPath(project, context.cwd);
    if (options.force !== true) await refuseExisting(project, shown, files);
    await writeStarter(project, files, options.force === true);
    const topics = areas.reduce((sum, area) => sum + area.topics.length, 0);
    const isHere = project === resolve(context.cwd);
    context.stdout.write(
      [
        `Wrote ${files.length} files to ${isHere ? '.' : shown}: ${topics} topics in facts/, none of them claimed.\n`,
        ...(isHere ? [] : [`Next: cd ${quoteForShell(shown)}`]),
        `${isHere ? 'Next:' : '     '} fill in the facts that you know, most asked first`,
        '      answer check: what is missing or contradictory',
        '      answer questionnaire.xlsx: answers from your facts',
        `      git config core.hooksPath ${hooks}: check before each commit`,
        ...(root === undefined || root === project ? [] : [noteOnWorkflow(root, project)]),
        '',
      ].join('\n'),
    );
    return ExitCode.ok;
  },
});

const HOOKS = '.githooks';

/** The nearest folder, upwards, that holds a repository; `.git` is a file in a work tree. */
async function findRepository(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await stat(join(at, '.git')).catch(() => undefined)) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A path below a repository as git configuration and workflows write it. */
function inRepository(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}

function noteOnWorkflow(root: string, project: string): string {
  const path = inRepository(root, project);
  return `      GitHub runs workflows at the top of a repository: move ${path}/.github there, and set\n      defaults.run.working-directory to ${path} and put ${path}/ before the paths in it`;
}

/** A path that a shell takes as it stands: `our-facts/.githooks`; not `our facts`. */
const SAFE_IN_SHELL = /^[\p{L}\d._/+-]+$/u;

function quoteForShell(path: string): string {
  return SAFE_IN_SHELL.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Writes all files, or none that was not there before. */
async function writeStarter(project: string, files: readonly StarterFile[], force: boolean): Promise<void> {
  const { saveFile } = await import('../workbook/save.js');
  const written: string[] = [];
  try {
    for (const { path, content, isExecutable } of files) {
      const target = join(project, path);
      await makeFolder(dirname(target));
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await saveFile(target, bytes, { force });
      written.push(target);
      if (isExecutable) await chmod(target, 0o755);
    }
  } catch (error) {
    if (!force) await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new Problem(
      'init/folder',
      `The folder ${path} cannot be made (${cause.code}): choose another place with answer init DIR.`,
      { cause },
    );
  });
}

/** @throws Problem when a file is there already; nothing is written then */
async function refuseExisting(project: string, shown: string, files: readonly StarterFile[]): Promise<void> {
  const found: string[] = [];
  for (const { path } of files) {
    if ((await stat(join(project, path)).catch(() => undefined)) !== undefined) found.push(path);
  }
  if (found.length === 0) return;
  const named = found.slice(0, MOST_NAMED).join(', ');
  const rest = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  throw new Problem(
    'init/exists',
    `${shown} holds ${named}${rest} already: choose another folder, or replace them, with all that you filled in, with --force.`,
  );
}
