import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.js';
import { openWorkbook } from '../../src/workbook/open.js';
import {
  buildWorkbook,
  buildZip,
  MAIN,
  sheetXml,
  type TestWorkbook,
  workbookEntries,
} from './build-package.js';

const PLAIN: TestWorkbook = { sheets: [{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] };

/** Opens and reads every sheet; gives the problem's code and message. */
async function refusal(bytes: Uint8Array | string): Promise<Problem> {
  try {
    const book = await openWorkbook(bytes);
    for (const { name } of book.sheets) book.sheet(name);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was opened.');
}

/** A compound file with directory entries of the given names. */
function compoundFile(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    return entry;
  });
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...entries]);
}

const withPart = (name: string, data: string | Uint8Array): Buffer => {
  const entries = workbookEntries({ ...PLAIN, strings: '<sst/>' });
  return buildZip(entries.map((entry) => (entry.name === name ? { ...entry, data } : entry)));
};

const BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>';
const EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

describe('openWorkbook refuses', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 'workbook/empty', /is empty/],
    ['one byte', Buffer.from('P'), 'workbook/not-a-workbook', /not an Excel workbook/],
    ['text', Buffer.from('Question;Answer\n'), 'workbook/not-a-workbook', /not an Excel workbook.*\.csv/],
    ['unknown bytes', Buffer.from([1, 0, 2, 3]), 'workbook/not-a-workbook', /not an Excel workbook; open it/],
    ['a PDF file', Buffer.from('%PDF-1.7'), 'workbook/not-a-workbook', /PDF.*ask for the workbook/],
    ['rich text', Buffer.from('{\\rtf1'), 'workbook/not-a-workbook', /\.rtf.*copy its questions/],
    ['a PNG picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'workbook/not-a-workbook', /is a picture/],
    ['a JPEG picture', Buffer.from('ffd8ffe0', 'hex'), 'workbook/not-a-workbook', /is a picture/],
    ['a GIF picture', Buffer.from('GIF89a'), 'workbook/not-a-workbook', /is a picture/],
    ['a bitmap', Buffer.from('BMxxxx\0\0\0\0'), 'workbook/not-a-workbook', /is a picture/],
    ['a TIFF picture', Buffer.from('II*\0'), 'workbook/not-a-workbook', /is a picture/],
    ['a WebP picture', Buffer.from('RIFFxxxxWEBP'), 'workbook/not-a-workbook', /is a picture/],
    ['a photo', Buffer.from('\0\0\0\x18ftypheic'), 'workbook/not-a-workbook', /is a picture/],
    ['a gzip archive', Buffer.from('1f8b08', 'hex'), 'workbook/not-a-workbook', /archive; unpack/],
    ['a RAR archive', Buffer.from('Rar!'), 'workbook/not-a-workbook', /archive; unpack/],
    [
      'a web page',
      Buffer.from('<!DOCTYPE html><p>'),
      'workbook/not-a-workbook',
      /web page; open it in Excel/,
    ],
    [
      'a flat OpenDocument file',
      Buffer.from(
        '<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      ),
      'workbook/not-a-workbook',
      /OpenDocument.*save it as/,
    ],
    [
      'an .xls file',
      compoundFile('Root Entry', 'Workbook'),
      'workbook/legacy-xls',
      /save it as an Excel workbook/,
    ],
    [
      'an .xls file that mentions encryption',
      Buffer.concat([compoundFile('Workbook'), Buffer.from('..EncryptedPackage', 'utf16le')]),
      'workbook/legacy-xls',
      /\.xls/,
    ],
    ['an old .xls file', Buffer.from('0908100000060500', 'hex'), 'workbook/legacy-xls', /\.xls/],
    [
      'a 2003 XML spreadsheet',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'workbook/legacy-xls',
      /\.xls/,
    ],
    [
      'a password',
      compoundFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      'workbook/encrypted',
      /password/,
    ],
    [
      'a Word 97 document',
      compoundFile('Root Entry', 'WordDocument'),
      'workbook/not-a-workbook',
      /Word document \(\.doc\), no spreadsheet; copy its questions/,
    ],
    [
      'a PowerPoint 97 file',
      compoundFile('Root Entry', 'PowerPoint Document'),
      'workbook/not-a-workbook',
      /\.ppt/,
    ],
    ['a message', compoundFile('Root Entry', '__properties_version1.0'), 'workbook/not-a-workbook', /e-mail/],
    [
      'a .numbers or .pages file',
      buildZip([{ name: 'Index/Document.iwa', data: 'x' }]),
      'workbook/not-a-workbook',
      /Export To > Excel/,
    ],
    [
      'an .odt file',
      buildZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]),
      'workbook/not-a-workbook',
      /OpenDocument file, but no spreadsheet; copy/,
    ],
    [
      'an .xlsb file',
      buildWorkbook({ ...PLAIN, mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
      'workbook/not-a-workbook',
      /\.xlsb/,
    ],
    [
      'a .docx file',
      buildWorkbook({
        ...PLAIN,
        mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      }),
      'workbook/not-a-workbook',
      /Word/,
    ],
    [
      'an .ods file',
      buildZip([
        { name: 'mimetype', data: ODS, method: 0 },
        { name: 'content.xml', data: '<a/>' },
      ]),
      'workbook/not-a-workbook',
      /\.ods/,
    ],
    ['any zip file', buildZip([{ name: 'a.txt', data: 'a' }]), 'workbook/not-a-workbook', /zip file/],
    ['an empty zip file', buildZip([]), 'workbook/not-a-workbook', /zip file/],
    ['half a file', buildWorkbook(PLAIN).subarray(0, 900), 'workbook/damaged', /not transferred completely/],
    ['a missing end', buildWorkbook(PLAIN).subarray(0, -4), 'workbook/damaged', /not transferred completely/],
    [
      'two parts of one name',
      buildZip([...workbookEntries(PLAIN), { name: 'XL/workbook.xml', data: 'x' }]),
      'workbook/damaged',
      /two parts are named/,
    ],
    ['a wrong checksum', withClaims({ crc: 1 }), 'workbook/damaged', /checksum/],
    [
      'a part that is longer than it says',
      withClaims({ size: 10 }),
      'workbook/damaged',
      /cannot be unzipped/,
    ],
    ['a part that is shorter than it says', withClaims({ size: 12_000_000 }), 'workbook/damaged', /shorter/],
    [
      'an encrypted zip entry',
      buildZip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]),
      'workbook/encrypted',
      /encrypted/,
    ],
    ['a workbook without sheets', buildWorkbook({ sheets: [] }), 'workbook/damaged', /no sheets/],
    [
      'a sheet that is missing',
      buildZip(workbookEntries(PLAIN).filter((entry) => !entry.name.includes('sheet1'))),
      'workbook/damaged',
      /sheet1\.xml is missing/,
    ],
    [
      'a broken sheet',
      withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData></worksheet>'),
      'workbook/damaged',
      /well-formed/,
    ],
    ['a broken main part', withPart('xl/workbook.xml', '<workbook'), 'workbook/damaged', /well-formed/],
    [
      'an XML bomb in the main part',
      withPart('xl/workbook.xml', `${BOMB}<workbook>&c;</workbook>`),
      'workbook/unsafe-xml',
      /declaration/,
    ],
    [
      'an external entity in a sheet',
      withPart('xl/worksheets/sheet1.xml', `${EXTERNAL}${sheetXml('')}`),
      'workbook/unsafe-xml',
      /declaration/,
    ],
    [
      'an XML bomb in UTF-16',
      withPart('xl/workbook.xml', Buffer.from(`\ufeff${BOMB}<workbook/>`, 'utf16le')),
      'workbook/unsafe-xml',
      /declaration/,
    ],
    [
      'endless nesting',
      withPart('xl/workbook.xml', '<a>'.repeat(100_000)),
      'workbook/damaged',
      /well-formed/,
    ],
  ])('%s', async (_, bytes, code, message) => {
    const problem = await refusal(bytes);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(problem.message).not.toContain('\n');
  });

  it('a bomb in a shared string only when it is read', async () => {
    const strings = `${BOMB}<sst xmlns="${MAIN}"><si><t>&c;</t></si></sst>`;
    const book = await openWorkbook(
      buildWorkbook({ sheets: [{ name: 'S', rows: '<row><c t="s"><v>0</v></c></row>' }], strings }),
    );
    expect(() => book.sheet('S')).toThrow(expect.objectContaining({ code: 'workbook/unsafe-xml' }));
  });

  it('a zip bomb, at once and without the memory for it', async () => {
    const bomb = buildZip([
      ...workbookEntries(PLAIN),
      { name: 'xl/media/bomb.bin', data: Buffer.alloc(300 * 2 ** 20), method: 8 },
    ]);
    const before = process.memoryUsage().rss;
    const problem = await refusal(bomb);
    expect(problem).toMatchObject({ code: 'workbook/too-large', message: expect.stringContaining('300 MB') });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  }, 60_000);

  it.each([
    ['too many parts', { parts: 3 }, /parts/],
    ['too large a part', { part: 100 }, /unzips to/],
    ['too much in all', { total: 1000 }, /unzips to/],
    ['too large a tree', { tree: 100 }, /out of proportion/],
    ['too many cells', { items: 0 }, /millions of cells/],
  ])('%s', async (_, limits, message) => {
    const opening = openWorkbook(buildWorkbook(PLAIN), { limits }).then((book) => book.sheet('S'));
    await expect(opening).rejects.toMatchObject({
      code: 'workbook/too-large',
      message: expect.stringMatching(message),
    });
  });
});

function withClaims(claims: { size?: number; crc?: number }): Buffer {
  const entries = workbookEntries(PLAIN);
  return buildZip(entries.map((entry) => (entry.name.endsWith('sheet1.xml') ? { ...entry, claims } : entry)));
}

describe('openWorkbook on files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    await writeFile(join(folder, 'empty.xlsx'), '');
    await writeFile(join(folder, 'good.xlsx'), buildWorkbook(PLAIN));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['missing.xlsx', 'workbook/not-found'],
    ['good.xlsx/more.xlsx', 'workbook/not-found'],
    ['', 'workbook/is-folder'],
    ['empty.xlsx', 'workbook/empty'],
  ])('refuses "%s"', async (name, code) => {
    await expect(openWorkbook(join(folder, name))).rejects.toMatchObject({ code });
  });

  it('refuses what is no file', async () => {
    await expect(openWorkbook('/dev/null')).rejects.toMatchObject({ code: 'workbook/unreadable' });
  });

  it('refuses a file that is too large before it reads it', async () => {
    const opening = openWorkbook(join(folder, 'good.xlsx'), { limits: { file: 10 } });
    await expect(opening).rejects.toMatchObject({ code: 'workbook/too-large' });
  });

  it('remembers the path', async () => {
    const path = join(folder, 'good.xlsx');
    expect((await openWorkbook(path)).path).toBe(path);
  });
});

describe('openWorkbook tells', () => {
  it('sheets in tab order, with their state', async () => {
    const book = await openWorkbook(
      buildWorkbook({
        sheets: [{ name: 'B &amp; C', state: 'hidden' }, { name: 'A' }, { name: 'D', state: 'veryHidden' }],
      }),
    );
    expect(book.sheets).toEqual([
      { name: 'B & C', state: 'hidden' },
      { name: 'A', state: 'visible' },
      { name: 'D', state: 'veryHidden' },
    ]);
    expect(book.sheet('b & c').name).toBe('B & C');
    expect(book.sheet('A')).toBe(book.sheet('A'));
    expect(() => book.sheet('Z')).toThrow(/no sheet "Z".*"B & C", "A", "D"/);
  });

  it('defined names, and where they are valid', async () => {
    const after =
      '<definedNames><definedName name="A">S!$A$1</definedName><definedName name="B" localSheetId="0" hidden="1"> S!$B$1 </definedName></definedNames>';
    const book = await openWorkbook(buildWorkbook({ ...PLAIN, after }));
    expect(book.definedNames).toEqual([
      { name: 'A', formula: 'S!$A$1', isHidden: false },
      { name: 'B', formula: 'S!$B$1', isHidden: true, scope: 'S' },
    ]);
  });

  it.each([
    ['<c><v>1</v></c>', false],
    ['<c><f>1</f></c>', true],
    ['<c><f t="shared" si="0"/></c>', true],
  ])('whether there are formulas: %s', async (cell, hasFormulas) => {
    const bytes = buildWorkbook({ sheets: [{ name: 'S', rows: `<row>${cell}</row>` }] });
    const [unread, read] = [await openWorkbook(bytes), await openWorkbook(bytes)];
    read.sheet('S');
    expect([unread.hasFormulas, read.hasFormulas]).toEqual([hasFormulas, hasFormulas]);
  });

  it('macros and signatures', async () => {
    const entries = workbookEntries(PLAIN).map((entry) => {
      const add = (type: string): string =>
        String(entry.data).replace(
          '</Relationships>',
          `<Relationship Id="x" Type="${type}" Target="x.bin"/></Relationships>`,
        );
      if (entry.name === '_rels/.rels')
        return {
          ...entry,
          data: add('http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin'),
        };
      if (entry.name === 'xl/_rels/workbook.xml.rels')
        return { ...entry, data: add('http://schemas.microsoft.com/office/2006/relationships/vbaProject') };
      return entry;
    });
    const [plain, special] = [
      await openWorkbook(buildWorkbook(PLAIN)),
      await openWorkbook(buildZip(entries)),
    ];
    expect([plain.hasMacros, plain.isSigned]).toEqual([false, false]);
    expect([special.hasMacros, special.isSigned]).toEqual([true, true]);
  });

  it.each([
    ['damaged relationships', { rootRelationships: '<oops' }],
    ['no relationship to the workbook', { rootRelationships: '<Relationships/>' }],
    [
      'a template',
      { mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml' },
    ],
    ['macros', { mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }],
  ])('the sheets of a workbook with %s', async (_, odd) => {
    const book = await openWorkbook(buildWorkbook({ ...PLAIN, ...odd }));
    expect(book.sheet('S').cell(1, 1)?.text).toBe('1');
  });

  it('the sheets whatever the case and the separators of part names', async () => {
    const entries = workbookEntries(PLAIN).map((entry) => ({
      ...entry,
      name: entry.name.replace('xl/w', 'XL\\W'),
    }));
    const book = await openWorkbook(buildZip(entries));
    expect(book.sheet('S').cell(1, 1)?.text).toBe('1');
  });

  it('nothing new when the caller changes its bytes', async () => {
    const bytes = buildWorkbook(PLAIN);
    const book = await openWorkbook(bytes);
    bytes.fill(0);
    expect(book.sheet('S').cell(1, 1)?.text).toBe('1');
  });
});
