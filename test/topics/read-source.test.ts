import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Problem } from '../../src/problem.js';
import { readTopicFiles } from '../../src/topics/read-source.js';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'topics-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

function trouble(dir: string): string[] {
  try {
    readTopicFiles(dir);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('topics/invalid');
    return error.message.replaceAll(join(dir, '/'), '').split('\n');
  }
  return [];
}

const GOOD = `area: { de: A, en: B }
topics:
  - id: own.x
    label: { de: E, en: F }
    terms: { en: [foo], de: [] }
    examples: { en: [Do you foo?], de: [] }
`;

describe('readTopicFiles', () => {
  it('reads topics, and fills in what is left out', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'a.yaml'), GOOD);
    expect(readTopicFiles(dir)[0]?.topics[0]).toMatchObject({ id: 'own.x', value: 'none', weight: 2 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['aliases', 'a: &a [x, x]\nb: [*a, *a]\n', 'a.yaml:1:7: found an anchor'],
    ['tags', 'area: !!js/function "x"\n', 'a.yaml:1:'],
    ['tabs', 'area:\n\tde: A\n', 'a.yaml:2:1: found a tab'],
    ['a key twice', `${GOOD}topics: []\n`, 'a.yaml:7:1: found the key "topics" twice'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'a.yaml:1:1: this is not UTF-8'],
    ['10 MB', 'x'.repeat(10 * 2 ** 20), 'a.yaml:1:1: the file is larger than'],
    [
      'a key that is unknown',
      GOOD.replace('terms:', 'term:'),
      'a.yaml:5:5: topics[1]: unknown key "term", did you mean "terms"?',
    ],
    ['a value', GOOD.replace('id: own.x', 'id: Own X'), 'a.yaml:3:9: topics[1].id: found "Own X"'],
  ])('refuses %s with the place', async (_, content, message) => {
    const dir = await folder();
    await writeFile(join(dir, 'a.yaml'), content);
    expect(
      trouble(dir).some((line) => line.startsWith(message)),
      trouble(dir).join('\n'),
    ).toBe(true);
  });

  it('refuses a folder and a link in a circle', async () => {
    const dir = await folder();
    await mkdir(join(dir, 'a.yaml'));
    expect(trouble(dir)).toEqual(['a.yaml:1:1: found a folder, expected a YAML file; rename or move it']);
    await rm(join(dir, 'a.yaml'), { recursive: true });
    await symlink('a.yaml', join(dir, 'a.yaml'));
    expect(trouble(dir)).toEqual(['a.yaml:1:1: the file cannot be read (ELOOP)']);
  });
});
