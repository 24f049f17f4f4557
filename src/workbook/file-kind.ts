import { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';

/** Compound files (MS-CFB 2.2) hold the older formats, and newer ones once a password is set. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Length of a directory entry, and where it keeps its name's length in bytes, the final zero included (MS-CFB 2.6.1). */
const DIRECTORY_ENTRY = 128;
const NAME_LENGTH = 64;

const SAVE_AS = 'open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)';
const ASK = 'ask for the workbook that it was made from, or copy its questions into a workbook (.xlsx)';
const COPY = 'copy its questions into a workbook (.xlsx)';
const UNPACK = 'unpack it and pass the workbook (.xlsx) in it';

/** A kind of file, by the bytes that it begins with (Latin-1), and how to get a workbook from it. */
const SIGNATURES: readonly (readonly [start: RegExp, sentence: string])[] = [
  [/^%PDF/, `is a PDF file; ${ASK}`],
  [/^\{\\rtf/, `is a text document (.rtf); ${COPY}`],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM....\0{4}|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif))/s,
    `is a picture; ${ASK}`,
  ],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the first byte of a gzip file
  [/^(?:\x1f\x8b|7z\xbc\xaf|Rar!)/, `is a packed archive; ${UNPACK}`],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype )?html/i, `is a web page; ${SAVE_AS}`],
  [/^(?:\xef\xbb\xbf)?\s*<[\s\S]*opendocument:xmlns:office/, `is an OpenDocument file; ${SAVE_AS}`],
];

/** Throws the Problem that fits when the bytes are no zip file, which every .xlsx and .xlsm is. */
export function checkIsZip(bytes: Buffer, name: string): void {
  if (isZip(bytes)) return;
  checkKind(bytes, name);
  const isText = !bytes.subarray(0, 4096).includes(0);
  throw new Problem(
    'workbook/not-a-workbook',
    isText
      ? `${name} is text, not an Excel workbook; give it the ending .csv if it is one, else ${SAVE_AS}.`
      : `${name} is not an Excel workbook; ${SAVE_AS}.`,
  );
}

/** Throws the Problem that fits when the bytes of a file that is named as CSV are of another kind. */
export function checkIsText(bytes: Buffer, name: string): void {
  if (isZip(bytes)) {
    throw new Problem(
      'workbook/not-a-workbook',
      `${name} is no CSV file, but probably an Excel workbook; give it the ending .xlsx.`,
    );
  }
  checkKind(bytes, name);
}

function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt16BE(0) === 0x504b;
}

/** Throws the Problem of a file that is empty or of a kind that is known and cannot be filled. */
function checkKind(bytes: Buffer, name: string): void {
  if (bytes.length === 0) {
    throw new Problem('workbook/empty', `${name} is empty; ask for the workbook again.`);
  }
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) throw compoundFileProblem(bytes, name);
  // A worksheet of Excel 2 to 5 outside of a compound file begins with its BOF record (MS-XLS 2.4.21).
  const isBareBiff = bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1);
  const head = bytes.toString('latin1', 0, 2000);
  if (isBareBiff || head.includes('urn:schemas-microsoft-com:office:spreadsheet')) throw legacy(name);
  const sentence = SIGNATURES.find(([start]) => start.test(head))?.[1];
  if (sentence !== undefined) throw new Problem('workbook/not-a-workbook', `${name} ${sentence}.`);
}

/** What a compound file may be besides an .xls, by an entry of its directory. */
const COMPOUND_KINDS: readonly (readonly [entry: string, sentence: string])[] = [
  ['WordDocument', `is a Word document (.doc), no spreadsheet; ${COPY}`],
  ['PowerPoint Document', `is a presentation (.ppt), no spreadsheet; ${COPY}`],
  [
    '__properties_version1.0',
    'is an e-mail (.msg), no spreadsheet; save the workbook attached to it (.xlsx)',
  ],
];

function compoundFileProblem(bytes: Buffer, name: string): Problem {
  if (hasDirectoryEntry(bytes, 'EncryptedPackage')) {
    return new Problem(
      'workbook/encrypted',
      `${name} is protected by a password or a rights policy; open it in Excel, remove it under File > Info > Protect Workbook > Encrypt with Password, and save it as .xlsx.`,
    );
  }
  const sentence = COMPOUND_KINDS.find(([entry]) => hasDirectoryEntry(bytes, entry))?.[1];
  return sentence === undefined
    ? legacy(name)
    : new Problem('workbook/not-a-workbook', `${name} ${sentence}.`);
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

/** The sign of a .numbers, .pages or .key file: these have no mimetype, but parts of this kind. */
export const IWORK = '.iwa';

/** What else a zip file may be, by the content type of its main part or the first words of its `mimetype` entry. */
const OTHER_KINDS: readonly (readonly [sign: string, sentence: string])[] = [
  ['sheet.binary.', `is a binary workbook (.xlsb); ${SAVE_AS}`],
  ['opendocument.spreadsheet', `is an OpenDocument spreadsheet (.ods); ${SAVE_AS}`],
  ['wordprocessingml', `is a Word document (.docx); ${COPY}`],
  ['presentationml', `is a presentation (.pptx); ${COPY}`],
  ['opendocument', `is an OpenDocument file, but no spreadsheet; ${COPY}`],
  [IWORK, `is an Apple iWork document; open it in Numbers and choose File > Export To > Excel, or ${COPY}`],
];

/** The problem of a zip file that is no workbook; `signs` is its main content type or its mimetype. */
export function notAWorkbook(name: string, signs: string): Problem {
  const sentence = OTHER_KINDS.find(([sign]) => signs.includes(sign))?.[1];
  return new Problem(
    'workbook/not-a-workbook',
    `${name} ${sentence ?? `is a zip file, but no Excel workbook; ${UNPACK}`}.`,
  );
}
