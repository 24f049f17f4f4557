import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.js';
import { Package } from '../../src/workbook/package.js';
import { readArchive } from '../../src/workbook/zip-archive.js';
import { buildZip } from './build-package.js';

const target = (path: string, mode = ''): string =>
  `<Relationships><Relationship Id="a" Type="http://x/y/sharedStrings" Target="${path}"${mode}/></Relationships>`;

async function open(relationships: string): Promise<Package> {
  const zip = buildZip([
    {
      name: '[Content_Types].xml',
      data: '<Types><Default Extension="XML" ContentType="text/xml"/><Override PartName="/XL/Workbook.xml" ContentType="main"/></Types>',
    },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships },
    { name: 'xl/my strings.xml', data: '<sst/>' },
  ]);
  return new Package(await readArchive(zip, DEFAULT_LIMITS), DEFAULT_LIMITS);
}

describe('Package', () => {
  it.each([
    ['styles.xml', 'xl/styles.xml'],
    ['./a/../styles.xml', 'xl/styles.xml'],
    ['../docProps/app.xml', 'docProps/app.xml'],
    ['/xl/styles.xml', 'xl/styles.xml'],
    ['\\xl\\styles.xml', 'xl/styles.xml'],
    ['styles.xml#there', 'xl/styles.xml'],
    ['../../../etc/passwd', 'etc/passwd'],
  ])('finds the target %s at %s', async (path, name) => {
    expect((await open(target(path))).relationships('xl/workbook.xml')).toEqual([
      { id: 'a', type: 'sharedStrings', target: name, isExternal: false },
    ]);
  });

  it('leaves external targets as they are', async () => {
    const source = await open(target('https://example.org/a b', ' TargetMode="External"'));
    expect(source.relationships('xl/workbook.xml')).toMatchObject([
      { target: 'https://example.org/a b', isExternal: true },
    ]);
  });

  it.each(['xl/my strings.xml', '/XL/My%20Strings.xml', 'xl/my%20strings.xml'])(
    'finds the part %s',
    async (name) => {
      expect((await open(target('x'))).read(name).toString()).toBe('<sst/>');
    },
  );

  it.each(['xl/other.xml', 'xl/100%.xml'])('misses the part %s', async (name) => {
    const source = await open(target('x'));
    expect(source.has(name)).toBe(false);
    expect(() => source.read(name)).toThrow(expect.objectContaining({ code: 'workbook/damaged' }));
  });

  it('knows content types by name, else by extension', async () => {
    const source = await open(target('x'));
    expect(['xl/workbook.xml', 'xl/a.xml', 'xl/a.bin'].map((name) => source.contentType(name))).toEqual([
      'main',
      'text/xml',
      '',
    ]);
    expect(source.partsOfType(/^main$/)).toEqual(['xl/workbook.xml']);
  });

  it('has no relationships where there are none', async () => {
    expect((await open(target('x'))).relationships('xl/other.xml')).toEqual([]);
  });
});
