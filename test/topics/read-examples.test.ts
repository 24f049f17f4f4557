import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/topics/read-examples.js';
import { temporaryFolder } from '../commands/command-line.js';
import { source } from '../match/catalogue.js';

const OWN = `area: { de: Eigenes, en: Own }
topics:
  - id: access.mfa
    label: { de: MFA, en: MFA }
    terms: { de: [MFA], en: [MFA] }
    examples:
      en:
        - Is MFA used?
        - "Two: with a colon"
      de: [MFA?]
    near_misses:
      en: [Is SSO used?]
`;

async function withOwn(yaml: string) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'topics'));
  await writeFile(join(folder, 'topics/own.yaml'), yaml);
  return { folder, examples: () => readExamples({ userDir: folder }) };
}

describe('examples', () => {
  it('are all there, each at its place', async () => {
    const examples = await readExamples();
    const lists = source.files
      .flatMap(({ topics }) => topics)
      .flatMap(({ examples: yes, near_misses: no }) => [yes.de, yes.en, no.de, no.en]);
    expect(examples).toHaveLength(lists.flat().length);
    const files = new Map<string, string[]>();
    for (const { text, position } of examples.filter((_, index) => index % 40 === 0)) {
      const lines = files.get(position.file) ?? (await readFile(position.file, 'utf8')).split('\n');
      files.set(position.file, lines);
      const found = lines[position.line - 1]?.slice(position.column - 1).replace(/^["']/, '');
      expect(found?.startsWith(text.slice(0, 12)), `${position.file}:${position.line}`).toBe(true);
    }
  });

  it("of a user's topics replace those of the same id", async () => {
    const { examples } = await withOwn(OWN);
    const own = (await examples()).filter(({ topic }) => topic === 'access.mfa');
    expect(
      own.map(({ kind, language, text, position: { line, column } }) => [kind, language, text, line, column]),
    ).toEqual([
      ['example', 'en', 'Is MFA used?', 8, 11],
      ['example', 'en', 'Two: with a colon', 9, 11],
      ['example', 'de', 'MFA?', 10, 12],
      ['near_miss', 'en', 'Is SSO used?', 12, 12],
    ]);
  });

  it.each([
    [
      'a mistake in the schema',
      OWN.replace('examples:', 'example:'),
      /own\.yaml:\d+:\d+: .*unknown key "example"/,
    ],
    ['no YAML', 'topics: [', /own\.yaml:1:\d+: /],
  ])('%s is told with its place', async (_, yaml, message) => {
    const { examples } = await withOwn(yaml);
    await expect(examples()).rejects.toThrow(message);
  });
});
