import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** One zip entry to build, with whatever is to be odd about it. */
export interface TestEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** 0 stored, 8 deflated (the default). */
  readonly method?: number;
  readonly flags?: number;
  /** Sizes follow the data instead of preceding them, as streaming writers do it. */
  readonly descriptor?: boolean;
  readonly extra?: Buffer;
  readonly comment?: string;
  readonly attributes?: number;
  /** What the headers claim instead of the truth. */
  readonly claims?: { readonly size?: number; readonly crc?: number };
}

/** 2020-02-02 03:04:06 in DOS form. */
const TIME = (3 << 11) | (4 << 5) | 3;
const DATE = (40 << 9) | (2 << 5) | 2;

/** Builds a zip file byte by byte, so that a test decides what it looks like. */
export function buildZip(entries: readonly TestEntry[], comment = '', before = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [before];
  const records: Buffer[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const { local, record } = buildEntry(entry, offset);
    locals.push(local);
    records.push(record);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

function buildEntry(entry: TestEntry, offset: number): { local: Buffer; record: Buffer } {
  const { method = 8, flags = 0, descriptor = false, extra = Buffer.alloc(0), claims = {} } = entry;
  const data = Buffer.from(entry.data);
  const body = method === 8 ? deflateRawSync(data) : data;
  const name = Buffer.from(entry.name);
  const comment = Buffer.from(entry.comment ?? '');
  const [crc, size] = [claims.crc ?? crc32(data), claims.size ?? data.length];
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags | (descriptor ? 8 : 0), 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt16LE(TIME, 6);
  common.writeUInt16LE(DATE, 8);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const localFields = Buffer.from(common);
  if (descriptor) localFields.fill(0, 10, 22);
  const trailer = Buffer.alloc(descriptor ? 16 : 0);
  if (descriptor) {
    trailer.writeUInt32LE(0x08074b50, 0);
    common.copy(trailer, 4, 10, 22);
  }
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), localFields, name, extra, body, trailer]);
  const tail = Buffer.alloc(14);
  tail.writeUInt16LE(comment.length, 0);
  tail.writeUInt32LE(entry.attributes ?? 0, 6);
  tail.writeUInt32LE(offset, 10);
  const head = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
  return { local, record: Buffer.concat([head, common, tail, name, extra, comment]) };
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** One sheet of a workbook to build. */
export interface TestSheet {
  readonly name: string;
  readonly state?: string;
  /** The whole part, or the rows inside `<sheetData>`. */
  readonly xml?: string | Uint8Array;
  readonly rows?: string;
  /** Elements after the sheet data. */
  readonly after?: string;
  /** Parts that belong to the sheet: relationship type, name below xl/, content. */
  readonly related?: readonly { readonly type: string; readonly path: string; readonly data: string }[];
  readonly type?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly strings?: string | Uint8Array;
  readonly styles?: string | Uint8Array | null;
  /** Elements of the workbook before and after its sheets. */
  readonly properties?: string;
  readonly after?: string;
  readonly workbook?: string;
  readonly mainType?: string;
  readonly extra?: readonly TestEntry[];
  readonly rootRelationships?: string;
}

/** A worksheet part around rows. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** Plain, date, percent, two places, locked-off, wrapped. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;Q&quot;0"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf xfId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="2"/><xf><protection locked="0"/></xf><xf fillId="0"><alignment wrapText="1"/></xf><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The entries of a workbook with the given sheets. */
export function workbookEntries(book: TestWorkbook): TestEntry[] {
  const sheetPath = (i: number): string => `worksheets/sheet${i + 1}.xml`;
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${RELATIONSHIPS}/${type}`}" Target="${target}"/>`;
  const wrap = (items: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`;
  const styles = book.styles === undefined ? STYLES : book.styles;
  const workbookRelationships = [
    ...book.sheets.map((sheet, i) => relationship(`rId${i + 1}`, sheet.type ?? 'worksheet', sheetPath(i))),
    ...(book.strings === undefined ? [] : [relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')]),
    ...(styles === null ? [] : [relationship('rIdStyles', 'styles', '/xl/styles.xml')]),
  ].join('');
  const sheets = book.sheets
    .map(
      ({ name, state }, i) =>
        `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
    )
    .join('');
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${book.properties ?? ''}<sheets>${sheets}</sheets>${book.after ?? ''}</workbook>`;
  const mainType =
    book.mainType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: book.rootRelationships ?? wrap(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    },
    { name: 'xl/workbook.xml', data: book.workbook ?? workbook },
    { name: 'xl/_rels/workbook.xml.rels', data: wrap(workbookRelationships) },
    ...book.sheets.flatMap((sheet, i) => [
      { name: `xl/${sheetPath(i)}`, data: sheet.xml ?? sheetXml(sheet.rows ?? '', sheet.after) },
      ...(sheet.related
        ? [
            {
              name: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
              data: wrap(
                sheet.related
                  .map(({ type, path }, k) => relationship(`rId${k + 1}`, type, `../${path}`))
                  .join(''),
              ),
            },
            ...sheet.related.map(({ path, data }) => ({ name: `xl/${path}`, data })),
          ]
        : []),
    ]),
    ...(book.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: book.strings }]),
    ...(styles === null ? [] : [{ name: 'xl/styles.xml', data: styles }]),
    ...(book.extra ?? []),
  ];
}

/** The file of a workbook with the given sheets. */
export function buildWorkbook(book: TestWorkbook): Buffer {
  return buildZip(workbookEntries(book));
}
