import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listTopicFiles, ownTopicsFolder } from '../../src/topics/list-topic-files.js';
import { loadCatalogue } from '../../src/topics/load.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'topics-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the folder of own topics', () => {
  test('is not there', () => expect(ownTopicsFolder(dir)).toBeNull());

  test('is listed by name, YAML only', () => {
    mkdirSync(join(dir, 'topics'));
    for (const name of ['b.yml', 'a.yaml', 'notes.txt']) writeFileSync(join(dir, 'topics', name), '');
    expect(listTopicFiles(join(dir, 'topics'))).toEqual(
      ['a.yaml', 'b.yml'].map((name) => join(dir, 'topics', name)),
    );
  });

  test.each([
    ['a file', (path: string) => writeFileSync(path, ''), 'is not a folder'],
    [
      'a link to itself',
      (path: string) => symlinkSync(path, path),
      'is a symbolic link that leads in a circle',
    ],
    [
      'a link to nothing',
      (path: string) => symlinkSync(`${path}-gone`, path),
      'is a symbolic link to nothing',
    ],
  ])('%s is told', async (_, make, sentence) => {
    make(join(dir, 'topics'));
    await expect(loadCatalogue({ userDir: dir })).rejects.toThrow(
      `${join(dir, 'topics')} ${sentence}; make it a folder of YAML files, or rename it.`,
    );
  });
});
