import type { Buffer } from 'node:buffer';
import type { ArchiveEntry } from './zip-archive.js';

/**
 * Reads the directory of a zip file that this layer has written: whole, in memory, neither encrypted nor ZIP64. It
 * shares nothing with the writer, so that it can bear witness to what that wrote. Throws RangeError for anything else.
 */
export function readPlainDirectory(bytes: Buffer, commentLength: number): ArchiveEntry[] {
  const end = bytes.length - 22 - commentLength;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new RangeError('no end of the directory');
  const entries: ArchiveEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const entry = readRecord(bytes, at);
    const { fileNameRaw, extraFieldRaw, fileCommentRaw } = entry.record;
    at += 46 + fileNameRaw.length + extraFieldRaw.length + fileCommentRaw.length;
    entries.push(entry);
  }
  if (at !== end) throw new RangeError('a directory of another size');
  return entries;
}

/** One record of the central directory (APPNOTE 4.3.12), and the local header that it points to (4.3.7). */
function readRecord(bytes: Buffer, at: number): ArchiveEntry {
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no directory record');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const commentEnd = extraEnd + bytes.readUInt16LE(at + 32);
  const headerStart = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(headerStart) !== 0x04034b50) throw new RangeError('no local header');
  const dataStart =
    headerStart + 30 + bytes.readUInt16LE(headerStart + 26) + bytes.readUInt16LE(headerStart + 28);
  const fileNameRaw = bytes.subarray(at + 46, nameEnd);
  const localName = bytes.subarray(headerStart + 30, headerStart + 30 + fileNameRaw.length);
  if (!localName.equals(fileNameRaw)) throw new RangeError('a local header of another name');
  const compressedSize = bytes.readUInt32LE(at + 20);
  const record = {
    versionMadeBy: bytes.readUInt16LE(at + 4),
    versionNeededToExtract: bytes.readUInt16LE(at + 6),
    generalPurposeBitFlag: bytes.readUInt16LE(at + 8),
    compressionMethod: bytes.readUInt16LE(at + 10),
    lastModFileTime: bytes.readUInt16LE(at + 12),
    lastModFileDate: bytes.readUInt16LE(at + 14),
    crc32: bytes.readUInt32LE(at + 16),
    compressedSize,
    uncompressedSize: bytes.readUInt32LE(at + 24),
    internalFileAttributes: bytes.readUInt16LE(at + 36),
    externalFileAttributes: bytes.readUInt32LE(at + 38),
    fileNameRaw,
    extraFieldRaw: bytes.subarray(nameEnd, extraEnd),
    fileCommentRaw: bytes.subarray(extraEnd, commentEnd),
  };
  return {
    name: fileNameRaw.toString('utf8'),
    record,
    headerStart,
    dataStart,
    dataEnd: dataStart + compressedSize,
  };
}
