import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Problem } from '../problem.js';
import { defineCommand } from './define-command.js';
import { ExitCode } from './exit-code.js';
import { sharedOptions, switchSchema } from './options.js';
import { readVersion } from './read-version.js';
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
    const [{ makeStarterFiles }, { loadTopicAreas }, { saveFile }] = await Promise.all([
      import('./starter-files.js'),
      import('../topics/overview.js'),
      import('../workbook/save.js'),
    ]);
    const areas = await loadTopicAreas();
    const files = await makeStarterFiles(areas, { day: context.today, version: readVersion() });
    if (options.force !== true) await refuseExisting(project, files);
    for (const { path, content, isExecutable } of files) {
      const target = join(project, path);
      await makeFolder(dirname(target));
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await saveFile(target, bytes, { force: options.force === true });
      if (isExecutable) await chmod(target, 0o755);
    }
    const topics = areas.reduce((sum, area) => sum + area.topics.length, 0);
    const shown = relative(context.cwd, project) || '.';
    context.stdout.write(
      `Wrote ${files.length} files to ${shown}: ${topics} topics in facts/, none of them claimed.\n\n` +
        'Next: fill in the facts that you know, most asked first\n' +
        '      answer check: what is missing or contradictory\n' +
        '      answer questionnaire.xlsx: answers from your facts\n' +
        '      git config core.hooksPath .githooks: check before each commit\n',
    );
    return ExitCode.ok;
  },
});

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
async function refuseExisting(project: string, files: readonly StarterFile[]): Promise<void> {
  const found: string[] = [];
  for (const { path } of files) {
    if ((await stat(join(project, path)).catch(() => undefined)) !== undefined) found.push(path);
  }
  if (found.length === 0) return;
  const named = found.slice(0, MOST_NAMED).join(', ');
  const rest = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  throw new Problem(
    'init/exists',
    `${project} holds ${named}${rest} already: choose another folder, or replace them with --force.`,
  );
}
