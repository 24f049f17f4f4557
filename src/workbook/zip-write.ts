import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Archive, ArchiveEntry } from './zip-archive.js';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_RECORD = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const ZIP64_EXTRA = 0x0001;
/** Flags that describe how the old data were written: the deflate level, and sizes that follow the data (APPNOTE 4.4.4). */
const DATA_FLAGS = 0b1110;

interface Placed {
  readonly entry: ArchiveEntry;
  readonly offset: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly flags: number;
}

/**
 * Gives the zip file with the content of some entries replaced. Every other entry is copied with its header and
 * compressed bytes as they are, in the same place of the order; a replaced entry keeps its name, time, attributes and
 * method, so that the same input and changes give the same bytes.
 *
 * Written by hand over node:zlib because no zip library passes entries through untouched: those that can copy
 * compressed data (zip.js) write headers, extra fields and flags of their own, and cost more to load than all of this layer.
 */
export function replaceEntries(archive: Archive, changes: ReadonlyMap<string, Buffer>): Buffer {
  if (changes.size === 0) return archive.bytes;
  const byPlace = archive.entries.toSorted((a, b) => a.headerStart - b.headerStart);
  const pieces: Buffer[] = [archive.bytes.subarray(0, byPlace[0]?.headerStart ?? 0)];
  let offset = pieces[0]?.length ?? 0;
  const placed = new Map<ArchiveEntry, Placed>();
  byPlace.forEach((entry, i) => {
    const change = changes.get(entry.name);
    const copyEnd = byPlace[i + 1]?.headerStart ?? archive.directoryStart;
    const written = change ? packed(archive, entry, change, offset) : copied(archive, entry, copyEnd, offset);
    placed.set(entry, written.placed);
    pieces.push(...written.pieces);
    offset += written.pieces.reduce((sum, piece) => sum + piece.length, 0);
  });
  const directory = archive.entries.map((entry) => directoryRecord(placed.get(entry), entry));
  const directorySize = directory.reduce((sum, record) => sum + record.length, 0);
  return Buffer.concat([...pieces, ...directory, directoryEnd(archive, offset, directorySize)]);
}

function copied(
  archive: Archive,
  entry: ArchiveEntry,
  end: number,
  offset: number,
): { placed: Placed; pieces: Buffer[] } {
  const {
    crc32: crc,
    compressedSize: packedSize,
    uncompressedSize: size,
    generalPurposeBitFlag: flags,
  } = entry.record;
  const placed = { entry, offset, crc, packedSize, size, flags };
  return { placed, pieces: [archive.bytes.subarray(entry.headerStart, end)] };
}

function packed(
  archive: Archive,
  entry: ArchiveEntry,
  data: Buffer,
  offset: number,
): { placed: Placed; pieces: Buffer[] } {
  const { record } = entry;
  const body = record.compressionMethod === 0 ? data : deflate(data);
  const flags = record.generalPurposeBitFlag & ~DATA_FLAGS;
  const nameLength = archive.bytes.readUInt16LE(entry.headerStart + 26);
  const extraStart = entry.headerStart + 30 + nameLength;
  const name = archive.bytes.subarray(entry.headerStart + 30, extraStart);
  const extra = withoutZip64(archive.bytes.subarray(extraStart, entry.dataStart));
  const placed = { entry, offset, crc: crc32(data), packedSize: body.length, size: data.length, flags };
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(record.versionNeededToExtract, 4);
  writeCommon(header, 6, placed);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return { placed, pieces: [header, name, extra, body] };
}

/** Parts beyond this size are packed with less effort: twice as fast for a tenth more bytes. */
const LARGE = 16 * 2 ** 20;

function deflate(data: Buffer): Buffer {
  // Few large chunks instead of thousands of small ones, which are costly to join.
  const chunkSize = Math.min(Math.max(Math.ceil(data.length / 4), 2 ** 14), 2 ** 25);
  return deflateRawSync(data, { chunkSize, level: data.length > LARGE ? 3 : 6 });
}

/** The fields that a local header and a directory record share, from the flags to the size (APPNOTE 4.3.7, 4.3.12). */
function writeCommon(target: Buffer, at: number, placed: Placed): void {
  const { record } = placed.entry;
  target.writeUInt16LE(placed.flags, at);
  target.writeUInt16LE(record.compressionMethod, at + 2);
  target.writeUInt16LE(record.lastModFileTime, at + 4);
  target.writeUInt16LE(record.lastModFileDate, at + 6);
  target.writeUInt32LE(placed.crc, at + 8);
  target.writeUInt32LE(placed.packedSize, at + 12);
  target.writeUInt32LE(placed.size, at + 16);
}

function directoryRecord(placed: Placed | undefined, { record, name }: ArchiveEntry): Buffer {
  if (!placed) throw new RangeError(`${name} was not written.`);
  const extra = withoutZip64(record.extraFieldRaw);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(DIRECTORY_RECORD, 0);
  header.writeUInt16LE(record.versionMadeBy, 4);
  header.writeUInt16LE(record.versionNeededToExtract, 6);
  writeCommon(header, 8, placed);
  header.writeUInt16LE(record.fileNameRaw.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(record.fileCommentRaw.length, 32);
  header.writeUInt16LE(record.internalFileAttributes, 36);
  header.writeUInt32LE(record.externalFileAttributes, 38);
  header.writeUInt32LE(placed.offset, 42);
  return Buffer.concat([header, record.fileNameRaw, extra, record.fileCommentRaw]);
}

function directoryEnd(archive: Archive, start: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(archive.entries.length, 8);
  end.writeUInt16LE(archive.entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(archive.comment.length, 20);
  return Buffer.concat([end, archive.comment]);
}

/** Extra fields without the one for large files, which the limits on size make needless, and which would be out of date. */
function withoutZip64(extra: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) kept.push(extra.subarray(at, end));
    at = end;
  }
  kept.push(extra.subarray(at));
  return Buffer.concat(kept);
}
