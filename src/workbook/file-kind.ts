import { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';

/** Compound files (MS-CFB 2.2) hold the older formats, and newer ones once a password is set. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Length of a directory entry, and where it keeps its name's length in bytes, the final zero included (MS-CFB 2.6.1). */
const DIRECTORY_ENTRY = 128;
const NAME_LENGTH = 64;

const SAVE_AS = 'open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)';

/** Throws the Problem that fits when the bytes are no zip file, which every .xlsx and .xlsm is. */
export function checkIsZip(bytes: Buffer, name: string): void {
  if (bytes.length === 0) {
    throw new Problem('workbook/empty', `${name} is empty; ask for the workbook again.`);
  }
  if (bytes.length >= 4 && bytes.readUInt16BE(0) === 0x504b) return;
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) throw compoundFileProblem(bytes, name);
  // A worksheet of Excel 2 to 5 outside of a compound file begins with its BOF record (MS-XLS 2.4.21).
  const isBareBiff = bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1);
  const head = bytes.toString('latin1', 0, 2000);
  if (isBareBiff || head.includes('urn:schemas-microsoft-com:office:spreadsheet')) throw legacy(name);
  const kind = head.startsWith('%PDF') ? 'a PDF file' : 'not an Excel workbook';
  throw new Problem(
    'workbook/not-a-workbook',
    `${name} is ${kind}; pass a workbook in the .xlsx or .xlsm format.`,
  );
}

function compoundFileProblem(bytes: Buffer, name: string): Problem {
  if (hasDirectoryEntry(bytes, 'EncryptedPackage')) {
    return new Problem(
      'workbook/encrypted',
      `${name} is protected by a password or a rights policy; open it in Excel, remove it under File > Info > Protect Workbook > Encrypt with Password, and save it as .xlsx.`,
    );
  }
  if (hasDirectoryEntry(bytes, 'WordDocument') || hasDirectoryEntry(bytes, 'PowerPoint Document')) {
    return new Problem(
      'workbook/not-a-workbook',
      `${name} is no spreadsheet; pass a workbook in the .xlsx or .xlsm format.`,
    );
  }
  return legacy(name);
}

function legacy(name: string): Problem {
  return new Problem('workbook/legacy-xls', `${name} is in the older .xls format; ${SAVE_AS}.`);
}

/** True if a compound file has a storage or stream of that name: entries lie at multiples of their length. */
function hasDirectoryEntry(bytes: Buffer, name: string): boolean {
  const encoded = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(encoded); at >= 0; at = bytes.indexOf(encoded, at + 1)) {
    const isAligned = at % DIRECTORY_ENTRY === 0;
    if (
      isAligned &&
      at + DIRECTORY_ENTRY <= bytes.length &&
      bytes.readUInt16LE(at + NAME_LENGTH) === encoded.length
    ) {
      return true;
    }
  }
  return false;
}

/** What else a zip file may be, by the content type of its main part or the first words of its `mimetype` entry. */
const OTHER_KINDS: readonly (readonly [sign: string, sentence: string])[] = [
  ['sheet.binary.', `is a binary workbook (.xlsb); ${SAVE_AS}`],
  ['opendocument.spreadsheet', `is an OpenDocument spreadsheet (.ods); ${SAVE_AS}`],
  ['wordprocessingml', 'is a Word document; pass a workbook, or copy its questions into one (.xlsx)'],
  ['presentationml', 'is a presentation; pass a workbook in the .xlsx or .xlsm format'],
  [
    'opendocument',
    'is an OpenDocument file, but no spreadsheet; pass a workbook in the .xlsx or .xlsm format',
  ],
];

/** The problem of a zip file that is no workbook; `signs` is its main content type or its mimetype. */
export function notAWorkbook(name: string, signs: string): Problem {
  const sentence = OTHER_KINDS.find(([sign]) => signs.includes(sign))?.[1];
  return new Problem(
    'workbook/not-a-workbook',
    `${name} ${sentence ?? 'is a zip file, but no Excel workbook; pass a workbook in the .xlsx or .xlsm format'}.`,
  );
}
