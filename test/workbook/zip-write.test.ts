import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import { readArchive, readEntry } from '../../src/workbook/zip-archive.js';
import { readPlainDirectory } from '../../src/workbook/zip-directory.js';
import { replaceEntries } from '../../src/workbook/zip-write.js';
import { buildZip, type TestEntry } from './build-package.js';

/** An extended timestamp, and the extra field of large files with nothing in it. */
const TIMESTAMP = Buffer.from('5554050001a1b2c3d4', 'hex');
const ZIP64 = Buffer.from('01000000', 'hex');

const ENTRIES: readonly TestEntry[] = [
  {
    name: 'a.xml',
    data: 'aaa',
    extra: Buffer.concat([ZIP64, TIMESTAMP]),
    comment: 'first',
    attributes: 0x81a40000,
  },
  { name: 'folder/', data: '', method: 0 },
  { name: 'folder/b.xml', data: 'bbb'.repeat(100), descriptor: true, flags: 0x806 },
  { name: 'ü.bin', data: Buffer.from([1, 2, 3]), method: 0, flags: 0x800 },
];

const open = (bytes: Buffer) => readArchive(bytes, DEFAULT_LIMITS);

const contents = async (bytes: Buffer): Promise<Record<string, string>> => {
  const archive = await open(bytes);
  return Object.fromEntries(
    archive.entries.map((entry) => [entry.name, readEntry(archive, entry).toString()]),
  );
};

describe('replaceEntries', () => {
  it('gives the same file when nothing is replaced', async () => {
    const bytes = buildZip(ENTRIES, 'comment');
    expect(replaceEntries(await open(bytes), new Map())).toEqual(bytes);
  });

  it.each(ENTRIES.map((entry) => entry.name))(
    'replaces %s and copies the others as they are',
    async (name) => {
      const bytes = buildZip(ENTRIES, 'a comment', Buffer.from('prefix'));
      const input = await open(bytes);
      const output = replaceEntries(input, new Map([[name, Buffer.from('new content')]]));
      expect(await contents(output)).toEqual({ ...(await contents(bytes)), [name]: 'new content' });
      expect(output.subarray(0, 6).toString()).toBe('prefix');
      const archive = await open(output);
      expect(archive.comment.toString()).toBe('a comment');
      archive.entries.forEach((entry, i) => {
        const old = input.entries[i];
        expect(entry.name).toBe(old?.name);
        expect(entry.record).toMatchObject({
          lastModFileTime: old?.record.lastModFileTime,
          lastModFileDate: old?.record.lastModFileDate,
          externalFileAttributes: old?.record.externalFileAttributes,
          compressionMethod: old?.record.compressionMethod,
          fileCommentRaw: old?.record.fileCommentRaw,
        });
        if (!old || entry.name === name) return;
        const raw = bytes.subarray(old.headerStart, old.dataEnd);
        expect(output.subarray(entry.headerStart, entry.dataEnd)).toEqual(raw);
      });
    },
  );

  it('keeps timestamps, and drops what describes the old data', async () => {
    const output = replaceEntries(
      await open(buildZip(ENTRIES)),
      new Map([
        ['a.xml', Buffer.from('x')],
        ['folder/b.xml', Buffer.from('y')],
      ]),
    );
    const [first, , second] = (await open(output)).entries;
    expect(first?.record.extraFieldRaw).toEqual(TIMESTAMP);
    expect(second?.record.generalPurposeBitFlag).toBe(0x800);
  });

  it('is deterministic', async () => {
    const archive = await open(buildZip(ENTRIES));
    const changes = new Map([['a.xml', Buffer.from('x'.repeat(5000))]]);
    expect(replaceEntries(archive, changes)).toEqual(replaceEntries(archive, changes));
  });

  it('writes what it is given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('a.xml', 'folder/b.xml', 'ü.bin'), fc.string(), {
          noNullPrototype: true,
        }),
        async (changes) => {
          const bytes = buildZip(ENTRIES);
          const map = new Map(Object.entries(changes).map(([name, text]) => [name, Buffer.from(text)]));
          expect(await contents(replaceEntries(await open(bytes), map))).toEqual({
            ...(await contents(bytes)),
            ...changes,
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('readPlainDirectory', () => {
  it('reads what replaceEntries writes as the zip library does', async () => {
    const output = replaceEntries(await open(buildZip(ENTRIES, 'c')), new Map([['a.xml', Buffer.from('x')]]));
    const archive = await open(output);
    const entries = readPlainDirectory(output, 1);
    entries.forEach((entry, i) => {
      const other = archive.entries[i];
      expect(other?.record).toMatchObject(entry.record);
      expect([entry.headerStart, entry.dataStart, entry.dataEnd]).toEqual([
        other?.headerStart,
        other?.dataStart,
        other?.dataEnd,
      ]);
    });
    expect(entries).toHaveLength(ENTRIES.length);
  });

  it.each([0, 10, 40, 1])('refuses a file without its last %i bytes, or with a wrong comment', (bytes) => {
    const file = buildZip(ENTRIES, 'c');
    expect(() => readPlainDirectory(bytes === 1 ? file : file.subarray(0, file.length - bytes), 0)).toThrow(
      RangeError,
    );
  });
});
