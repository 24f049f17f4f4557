import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/registry.js';
import { reportFormats } from '../../src/report/registry.js';
import { PROJECT } from '../commands/command-line.js';

/** Names of files in a folder whose text fits. */
function filesWith(folder: string, pattern: RegExp): string[] {
  const names = readdirSync(join(PROJECT, folder)).filter((name) => name.endsWith('.ts'));
  return names
    .filter((name) => pattern.test(readFileSync(join(PROJECT, folder, name), 'utf8')))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}

describe('registries and folders', () => {
  it('every file that defines a command is listed', () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(
      filesWith('src/commands', /^export const \w+ = defineCommand\(/m),
    );
  });

  it('one command is the default', () => {
    expect(commands.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['fill']);
  });

  it('every option has flags that lead to its name', () => {
    for (const { options } of commands) {
      for (const [key, { flags }] of Object.entries(options)) {
        const long = /--(?:no-)?([a-z-]+)/.exec(flags)?.[1] ?? '';
        expect(long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())).toBe(key);
      }
    }
  });

  it('every file that renders a report is listed', () => {
    const renderers = filesWith(
      'src/report',
      /^export (?:async )?function render\w+\(\s*report: RunReport(?:, (?:\w+|\{[^}]*\}): ReportContext)?,?\s*\)/m,
    );
    const endings = reportFormats.map(({ ending }) => ({ '.md': 'markdown' })[ending] ?? ending.slice(1));
    expect(endings.sort()).toEqual(renderers);
  });

  it.each(reportFormats)('$ending can be loaded', async ({ load }) => {
    expect(await load()).toBeTypeOf('function');
  });
});
