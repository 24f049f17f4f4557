import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Problem } from '../problem.js';
import { type Limits, RATIO_FREE_SIZE } from './limits.js';

/** Compression methods of a workbook (APPNOTE 4.4.5): stored, deflated. */
const STORED = 0;
const DEFLATED = 8;

/** What the central directory says of an entry (APPNOTE 4.3.12). */
export type EntryRecord = Pick<
  Entry,
  | 'versionMadeBy'
  | 'versionNeededToExtract'
  | 'generalPurposeBitFlag'
  | 'compressionMethod'
  | 'lastModFileTime'
  | 'lastModFileDate'
  | 'crc32'
  | 'compressedSize'
  | 'uncompressedSize'
  | 'internalFileAttributes'
  | 'externalFileAttributes'
  | 'fileNameRaw'
  | 'extraFieldRaw'
  | 'fileCommentRaw'
>;

export interface ArchiveEntry {
  /** Name with forward slashes. */
  readonly name: string;
  /** Everything the central directory says, to be written again as it was. */
  readonly record: EntryRecord;
  /** Where its local header and its compressed bytes begin in the file. */
  readonly headerStart: number;
  readonly dataStart: number;
  readonly dataEnd: number;
}

/** A zip file in memory, its directory read and checked; entries are inflated on demand. */
export interface Archive {
  readonly bytes: Buffer;
  /** In the order of the central directory. */
  readonly entries: readonly ArchiveEntry[];
  readonly directoryStart: number;
  readonly comment: Buffer;
}

/** Reads the directory of a zip file. Throws Problem when it is damaged, encrypted, or beyond the limits. */
export async function readArchive(bytes: Buffer, limits: Limits): Promise<Archive> {
  const { default: yauzl } = await import('yauzl');
  const entries: ArchiveEntry[] = [];
  let comment: Buffer = Buffer.alloc(0);
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > limits.parts) throw tooLarge(`it has ${zip.entryCount} parts`);
    comment = Buffer.from(zip.comment as unknown as Uint8Array);
    for await (const record of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = record;
      const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
      entries.push(await placeEntry(zip, record, name));
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damagedZip(error);
  }
  checkSizes(entries, limits);
  checkPlaces(entries);
  return { bytes, entries, comment, directoryStart: directoryStart(bytes, comment.length, entries) };
}

async function placeEntry(zip: ZipFile, record: Entry, name: string): Promise<ArchiveEntry> {
  if (record.isEncrypted()) {
    throw new Problem(
      'workbook/encrypted',
      'The workbook is encrypted as a zip file; unpack it with its password and pass the workbook inside.',
    );
  }
  const { fileDataStart: dataStart, fileName } = await zip.readLocalFileHeaderPromise(record);
  // A reader that goes by the local headers would see other parts than one that goes by the directory.
  if (!fileName.equals(record.fileNameRaw)) throw damagedZip(`${name} has two names`);
  const dataEnd = dataStart + record.compressedSize;
  return { name, record, headerStart: record.relativeOffsetOfLocalHeader, dataStart, dataEnd };
}

function checkSizes(entries: readonly ArchiveEntry[], limits: Limits): void {
  let total = 0;
  for (const { name, record } of entries) {
    const { uncompressedSize: size, compressedSize } = record;
    total += size;
    if (size > limits.part) throw tooLarge(`${name} unzips to ${megabytes(size)}`);
    if (size > RATIO_FREE_SIZE && size > compressedSize * limits.ratio) {
      throw tooLarge(`${name} unzips to ${megabytes(size)} from ${megabytes(compressedSize)}`);
    }
  }
  if (total > limits.total) throw tooLarge(`it unzips to ${megabytes(total)}`);
}

/** Entries that overlap, or share a name, mean different things to different readers: no spreadsheet program writes them. */
function checkPlaces(entries: readonly ArchiveEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) throw damagedZip(`two parts are named ${name}`);
    names.add(key);
  }
  const byPlace = entries.toSorted((a, b) => a.headerStart - b.headerStart);
  byPlace.forEach((entry, i) => {
    const before = byPlace[i - 1];
    if (before && entry.headerStart < before.dataEnd) throw damagedZip('parts overlap');
  });
}

/** Offset of the central directory (APPNOTE 4.3.16, and 4.3.14 for ZIP64), whose end record the reader has checked. */
function directoryStart(bytes: Buffer, commentLength: number, entries: readonly ArchiveEntry[]): number {
  const end = bytes.length - 22 - commentLength;
  let start = bytes.readUInt32LE(end + 16);
  if (start === 0xffffffff && end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
    start = Number(bytes.readBigUInt64LE(Number(bytes.readBigUInt64LE(end - 12)) + 48));
  }
  if (entries.some((entry) => entry.dataEnd > start)) throw damagedZip('parts overlap the directory');
  return start;
}

/**
 * Inflates an entry: to no more than the size it declares, which `readArchive` has held against the limits, so that
 * a header that lies costs nothing. Throws Problem when size or checksum are not as declared.
 */
export function readEntry(archive: Archive, entry: ArchiveEntry): Buffer {
  const { compressionMethod, uncompressedSize, crc32: checksum } = entry.record;
  const raw = archive.bytes.subarray(entry.dataStart, entry.dataEnd);
  let data = raw;
  if (compressionMethod === DEFLATED) data = inflate(raw, uncompressedSize, entry.name);
  else if (compressionMethod !== STORED) {
    throw damagedZip(`${entry.name} is compressed with method ${compressionMethod}, which no workbook uses`);
  }
  if (data.length !== uncompressedSize || crc32(data) !== checksum) {
    throw damagedZip(`${entry.name} is not what its checksum says`);
  }
  return data;
}

function inflate(raw: Buffer, size: number, name: string): Buffer {
  // Deflate cannot expand further than 1032 : 1, so a larger claim is a lie and not worth the memory.
  if (size > raw.length * 1032 + 64) throw damagedZip(`${name} is shorter than it says`);
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
  } catch (cause) {
    throw damagedZip(`${name} cannot be unzipped`, cause);
  }
}

const megabytes = (size: number): string => `${Math.ceil(size / 2 ** 20)} MB`;

function tooLarge(detail: string): Problem {
  return new Problem('workbook/too-large', `The workbook is too large to be read safely: ${detail}.`);
}

function damagedZip(detail: unknown, cause: unknown = detail): Problem {
  const reason = detail instanceof Error ? detail.message : String(detail);
  return new Problem(
    'workbook/damaged',
    `The workbook is damaged or was not transferred completely (${reason.replace(/\.$/, '')}); ask for it again, or open it in Excel and save it anew.`,
    { cause },
  );
}
