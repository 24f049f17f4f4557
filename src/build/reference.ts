import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../check/registry.js';
import { EXIT_CODE_MEANINGS } from '../commands/exit-code.js';
import { commands } from '../commands/registry.js';
import { main } from '../main.js';
import { escapeMarkdown } from '../report/escape-markdown.js';
import { findingFormats } from '../report/finding-formats.js';
import { reportFormats } from '../report/registry.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = 'templates/questionnaires/sample.en.xlsx';
/** The day of the transcript: answers depend on it. */
const DAY = '2026-11-23';

/** Every part of the README that is made from the code, by the name in its markers. */
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  transcript: renderTranscript,
  options: renderOptions,
  reports: () => reportFormats.map(({ ending, description }) => `- \`${ending}\`: ${description}`).join('\n'),
  rules: () =>
    table(
      ['Rule', 'Level', 'What it reports'],
      rules.map(({ id, severity, summary }) => [`\`${id}\``, severity, summary]),
    ),
  'finding-formats': () =>
    findingFormats.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n'),
  'exit-codes': () =>
    table(
      ['Status', 'Meaning'],
      Object.entries(EXIT_CODE_MEANINGS).map(([code, meaning]) => [code, meaning]),
    ),
};

/** `<!-- generated: options -->` up to `<!-- end of generated -->`; not `<!-- options -->`. */
const MARKED = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end of generated -->)/g;

/**
 * The README with its generated parts made anew.
 * @throws Error when a part is marked that nothing makes, or is missing
 */
export async function renderReadme(readme: string): Promise<string> {
  const made = new Map<string, string>();
  for (const [name, make] of Object.entries(parts)) made.set(name, await make());
  const used = new Set<string>();
  const text = readme.replace(MARKED, (_, start: string, name: string, end: string) => {
    const content = made.get(name);
    if (content === undefined) throw new Error(`README: nothing makes the part "${name}"`);
    used.add(name);
    return `${start}${content}\n${end}`;
  });
  const missing = Object.keys(parts).filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`README: no place for ${missing.join(', ')}`);
  return text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function renderOptions(): string {
  const sections = commands.map((command) => {
    const argument = command.argument === null ? '' : ` ${command.argument.flags}`;
    const usage = command.isDefault
      ? `\`answer${argument}\`, the same as \`answer ${command.name}${argument}\``
      : `\`answer ${command.name}${argument}\``;
    const rows = Object.values(command.options).map(({ flags, description }) => [
      `\`${flags}\``,
      escapeMarkdown(description).replace(/\\([-:().])/g, '$1'),
    ]);
    return `#### ${usage}\n\n${command.summary}.\n\n${table(['Option', 'What it does'], rows)}`;
  });
  return sections.join('\n\n');
}

async function renderTranscript(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'answer-readme-'));
  try {
    await cp(join(ROOT, SAMPLE), join(cwd, SAMPLE), { recursive: true });
    await cp(join(ROOT, 'facts'), join(cwd, 'facts'), { recursive: true });
    let text = '';
    const collect = {
      write: (more: string) => {
        text += more;
      },
    };
    const code = await main({ argv: [SAMPLE], cwd, stdout: collect, stderr: collect, env: {}, today: DAY });
    if (code !== 0) throw new Error(`README: the transcript ended with ${code}: ${text}`);
    return `\`\`\`console\n$ npx answer ${SAMPLE}\n${text}\`\`\``;
  } finally {
    await rm(cwd, { recursive: true });
  }
}
