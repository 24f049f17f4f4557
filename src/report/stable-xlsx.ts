import type { Workbook } from 'exceljs';
import { cellText, encodeXstring } from '../workbook/xml-text.js';

/** A fixed moment for file properties: the bytes must not depend on the clock. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

/** 1980-01-01 00:00:00 as a ZIP entry stores it, time then date (APPNOTE 4.4.6). */
const DOS_EPOCH = 0x0021_0000;

const END_OF_DIRECTORY = 0x0605_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;

/**
 * Writes a new workbook so that the same content gives the same bytes on every day. Texts become what a workbook can hold:
 * characters that XML cannot are left out, and `_x0041_` stays text.
 * @param author goes into the file's properties
 */
export async function writeStableXlsx(workbook: Workbook, author: string): Promise<Uint8Array> {
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = encodeXstring(cellText(cell.value));
      });
    });
  }
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  workbook.created = EPOCH;
  workbook.modified = EPOCH;
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  freezeZipTimes(bytes);
  return bytes;
}

/**
 * Sets the time of every entry of a ZIP archive to 1980-01-01, in place. For archives that we made ourselves: no ZIP64,
 * no comment.
 * @throws Error when the bytes are no such archive
 */
export function freezeZipTimes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a plain ZIP archive');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('ZIP directory is damaged');
    view.setUint32(at + 12, DOS_EPOCH, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, DOS_EPOCH, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
