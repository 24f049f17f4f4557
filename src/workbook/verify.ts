import { Buffer } from 'node:buffer';
import type { OpenedPackage } from './apply-edits.js';
import type { SheetPlan } from './edit-plan.js';
import { isRecalculationOnly } from './recalculation.js';
import { failed } from './verification-failed.js';
import { verifySheet } from './verify-sheet.js';
import { type ComparedStyles, compareStyles } from './verify-styles.js';
import { toUtf8 } from './xml-text.js';
import type { Archive, ArchiveEntry } from './zip-archive.js';
import { readEntry } from './zip-archive.js';
import { readPlainDirectory } from './zip-directory.js';

/** What was found in the output. */
export interface Verified {
  readonly partsUntouched: number;
  readonly partsChanged: readonly string[];
  readonly validationsKept: number;
  readonly recalculates: boolean;
}

/**
 * Reads an output back and proves that it differs from the input by the plan and by nothing else: the same entries in
 * the same order; each entry outside the plan with the same header and compressed bytes; in planned sheets every byte
 * outside the planned cells the same, the planned cells as planned, in a style that differs by a mark at most; added
 * fills and styles only; the recalculation flag only.
 * Throws Problem workbook/verification-failed otherwise: the output is not to be used.
 */
export function verifyEdit(opened: OpenedPackage, plans: readonly SheetPlan[], output: Buffer): Verified {
  const input = opened.source.archive;
  const archive = readOutput(input, output);
  const changed = input.entries.flatMap((entry, i) => {
    const now = archive.entries[i];
    return now && isSameEntry(input, entry, archive, now) ? [] : [entry.name];
  });
  const nameOf = (part: string | undefined): string =>
    part === undefined ? '' : opened.source.entry(part).name;
  const sheets = new Map(plans.map((plan) => [nameOf(plan.sheet.part), plan]));
  const [styles, main] = [nameOf(opened.parts.styles), nameOf(opened.parts.main)];
  for (const name of changed) {
    if (!sheets.has(name) && name !== styles && name !== main) throw failed(`${name} was changed`);
  }
  const read = (part: string): Buffer => readPart(archive, part);
  const hasMarks = plans.some((plan) => plan.cells.some((cell) => cell.mark !== undefined));
  const needsStyles = opened.parts.styles !== undefined && (hasMarks || changed.includes(styles));
  const compared = needsStyles ? verifyStyles(opened, styles, read(styles)) : undefined;
  const recalculates = changed.includes(main);
  if (recalculates) verifyMain(opened, main, read(main));
  let validationsKept = 0;
  for (const [name, plan] of sheets) validationsKept += verifySheet(opened, plan, read(name), compared);
  const files = input.entries.filter((entry) => !entry.name.endsWith('/')).length;
  return { partsUntouched: files - changed.length, partsChanged: changed, validationsKept, recalculates };
}

function readOutput(input: Archive, output: Buffer): Archive {
  let entries: ArchiveEntry[];
  try {
    entries = readPlainDirectory(output, input.comment.length);
  } catch (cause) {
    throw failed('it is not a sound zip file', cause);
  }
  const isSame =
    entries.length === input.entries.length &&
    entries.every((entry, i) => isSameName(entry, input.entries[i]));
  if (!isSame) throw failed('its parts are not those of the original');
  return { bytes: output, entries, comment: input.comment, directoryStart: 0 };
}

const isSameName = (a: ArchiveEntry, b: ArchiveEntry | undefined): boolean =>
  b?.record.fileNameRaw.equals(a.record.fileNameRaw) ?? false;

/** True if content, time and attributes are the same; the flags may lose what only describes how data were streamed. */
function isSameEntry(input: Archive, old: ArchiveEntry, output: Archive, now: ArchiveEntry): boolean {
  const [a, b] = [old.record, now.record];
  const sameFields =
    a.compressionMethod === b.compressionMethod &&
    a.crc32 === b.crc32 &&
    a.uncompressedSize === b.uncompressedSize &&
    a.compressedSize === b.compressedSize &&
    a.generalPurposeBitFlag === b.generalPurposeBitFlag &&
    a.lastModFileDate === b.lastModFileDate &&
    a.lastModFileTime === b.lastModFileTime &&
    a.internalFileAttributes === b.internalFileAttributes &&
    a.externalFileAttributes === b.externalFileAttributes;
  const raw = input.bytes.subarray(old.headerStart, old.dataEnd);
  return sameFields && raw.equals(output.bytes.subarray(now.headerStart, now.dataEnd));
}

function readPart(archive: Archive, name: string): Buffer {
  const bytes = Buffer.from(name);
  const entry = archive.entries.find(
    (candidate) => candidate.record.fileNameRaw.equals(bytes) || candidate.name === name,
  );
  if (!entry) throw failed(`${name} is missing`);
  try {
    return toUtf8(readEntry(archive, entry), name).bytes;
  } catch (cause) {
    throw failed(`${name} cannot be read`, cause);
  }
}

function verifyStyles(opened: OpenedPackage, part: string, now: Buffer): ComparedStyles {
  const compared = compareStyles(opened.source.text(part), now.toString('utf8'), part);
  if (!compared) throw failed(`${part} lost or changed a style`);
  return compared;
}

function verifyMain(opened: OpenedPackage, part: string, now: Buffer): void {
  if (!isRecalculationOnly(opened.source.text(part), now.toString('utf8'), part)) {
    throw failed(`${part} was changed by more than the request to recalculate`);
  }
}
