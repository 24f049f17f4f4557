import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Content that repeats a block, so that a gigabyte need not be held in memory. */
export interface Repeated {
  readonly head: string;
  readonly block: Buffer;
  readonly times: number;
  readonly tail: string;
}

/** A part of a ZIP archive. */
export interface Part {
  readonly name: string;
  readonly content: string | Repeated;
}

interface Packed {
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
}

/** A full flush ends a block on a byte and forgets what came before, so that its bytes can be repeated (RFC 1951). */
function pack(content: Part['content']): Packed {
  const whole =
    typeof content === 'string' ? { head: content, block: Buffer.alloc(0), times: 0, tail: '' } : content;
  const { head, block, times, tail } = whole;
  const open = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const repeated = deflateRawSync(block, open);
  let crc = crc32(head);
  for (let time = 0; time < times; time += 1) crc = crc32(block, crc);
  return {
    data: Buffer.concat([
      deflateRawSync(head, open),
      ...Array.from({ length: times }, () => repeated),
      deflateRawSync(tail, { level: 9 }),
    ]),
    crc: crc32(tail, crc),
    size: Buffer.byteLength(head) + block.length * times + Buffer.byteLength(tail),
  };
}

/** A ZIP archive made by hand (APPNOTE 4.3), so that hostile ones can be made too. */
export function zip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const { data, crc, size } = pack(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x0021_0000, 6);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]),
    );
    pieces.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, index, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook with one sheet whose XML is given. */
export function workbookAround(sheetXml: Part['content']): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${XLSX}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${XLSX}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Security" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ]);
}

const inline = (text: string): string => `<is><t>${text}</t></is>`;

/** A sheet whose one question is the given XML, with a document type in front. */
function sheetWithDoctype(doctype: string, question: string): string {
  return `<?xml version="1.0"?>${doctype}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr">${inline('Question')}</c><c r="B1" t="inlineStr">${inline('Answer')}</c></row><row r="2"><c r="A2" t="inlineStr">${inline(question)}</c></row></sheetData></worksheet>`;
}

/** A workbook of about 2 MB with a sheet that inflates to over 1 GB. */
export function zipBomb(): Buffer {
  return workbookAround({
    head: `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>`,
    block: Buffer.alloc(2 ** 20, '<row/> '),
    times: 1100,
    tail: '</sheetData></worksheet>',
  });
}

/** Entities that expand to ten to the power of ten copies ("billion laughs"). */
export function xmlBomb(): Buffer {
  const entities = Array.from({ length: 10 }, (_, level) => {
    const value = level === 0 ? 'ha' : `&e${level - 1};`.repeat(10);
    return `<!ENTITY e${level} "${value}">`;
  });
  return workbookAround(sheetWithDoctype(`<!DOCTYPE worksheet [${entities.join('')}]>`, '&e9;'));
}

/** An entity that stands for a file of this machine. */
export function externalEntity(): Buffer {
  const doctype = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  return workbookAround(sheetWithDoctype(doctype, '&x;'));
}

const SECTOR = 512;
const END_OF_CHAIN = 0xffff_fffe;
const FAT_SECTOR = 0xffff_fffd;
const FREE = 0xffff_ffff;

/**
 * A compound file (MS-CFB) with streams of these names, each with a sector of zeros: `EncryptedPackage` makes it a
 * workbook with a password (MS-OFFCRYPTO), `Workbook` one of Excel 97 (MS-XLS).
 */
export function compoundFile(streams: readonly string[]): Buffer {
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x003e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(FAT_SECTOR, 0);
  table.writeUInt32LE(END_OF_CHAIN, 4);
  const entries = ['Root Entry', ...streams].map((name, index) =>
    directoryEntry(name, index, streams.length),
  );
  const directory = Buffer.alloc(SECTOR);
  Buffer.concat(entries).copy(directory);
  return Buffer.concat([header, table, directory, Buffer.alloc(8 * SECTOR)]);
}

function directoryEntry(name: string, index: number, count: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(index === 0 ? 5 : 2, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(index > 0 && index < count ? index + 1 : FREE, 72);
  entry.writeUInt32LE(index === 0 && count > 0 ? 1 : FREE, 76);
  entry.writeUInt32LE(END_OF_CHAIN, 116);
  return entry;
}
