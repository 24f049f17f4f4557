import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderReadme } from '../../src/build/reference.js';
import { loadFacts } from '../../src/facts/load.js';
import { PROJECT, runInProcess, temporaryFolder } from '../commands/command-line.js';

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');

/** Blocks of code in one language. */
function blocks(language: string): string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...readme.matchAll(pattern)].map(([, code = '']) => code);
}

/** Words of a command line: `ask "a b"` is `ask` and `a b`. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const commandLines = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line.startsWith('npx answer '));

describe('README', () => {
  it('is up to date in its generated parts', async () => {
    expect(await renderReadme(readme), 'run `npm run docs`').toBe(readme);
  });

  it('shows the two commands for a start', () => {
    const lines = blocks('sh').join('');
    expect(lines).toContain('npm ci && npx answer templates/questionnaires/sample.en.xlsx\n');
    expect(lines).toContain('npm ci && npm test\n');
  });

  it('says to install before npx', () => {
    expect(readme.indexOf('npm install --save-dev security-answers')).toBeLessThan(
      readme.indexOf('npx answer questionnaire.xlsx'),
    );
  });

  it.each(commandLines)('%s', async (line) => {
    const folder = await temporaryFolder();
    await copyFile(
      join(PROJECT, 'templates/questionnaires/sample.en.xlsx'),
      join(folder, 'questionnaire.xlsx'),
    );
    await writeFile(join(folder, 'questions.txt'), 'Are backups encrypted?\nRPO (hours)\n');
    const { code, stderr } = await runInProcess(words(line).slice(2), folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('names commands', () => {
    expect(commandLines.length).toBeGreaterThan(6);
    expect(words('npx answer ask "a b" --json')).toEqual(['npx', 'answer', 'ask', 'a b', '--json']);
  });

  it('shows facts that load', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'facts'));
    const [yaml = ''] = blocks('yaml');
    await writeFile(join(folder, 'facts/backup.yaml'), yaml);
    expect([...(await loadFacts(join(folder, 'facts'))).facts.keys()]).toEqual(['backup.encryption']);
  });

  it.each([...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target))(
    'links to %s',
    (target) => {
      expect(existsSync(join(PROJECT, target))).toBe(true);
    },
  );
});
