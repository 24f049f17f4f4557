import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { readYaml, type YamlContent } from '../../src/facts/read-yaml.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): YamlContent {
  const result = readYaml(yaml, 'x.yaml', bytes(text));
  if (Array.isArray(result)) throw new Error(result.map(({ message }) => message).join('\n'));
  return result;
}

function complaints(content: Uint8Array): string[] {
  const result = readYaml(yaml, 'x.yaml', content);
  if (!Array.isArray(result)) throw new Error('was read');
  return result.map(({ position, message }) => `${position.line}:${position.column} ${message}`);
}

describe('readYaml', () => {
  it('reads plain data; days and versions in quotes stay text', () => {
    const { data } = read("a: 99.5\r\nb: [true, 2026-11-23, '1.2']\nc: { d: null, e: no }\n");
    expect(data).toEqual({ a: 99.5, b: [true, '2026-11-23', '1.2'], c: { d: null, e: 'no' } });
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(read('\uFEFFa: 1\n')).toMatchObject({ data: { a: 1 } });
  });

  it('finds values, keys, and the nearest parent of what is missing', () => {
    const content = read('facts:\n  - id: a\n    status: planned\n');
    expect(content.locate(['facts', 0, 'status'])).toEqual({ file: 'x.yaml', line: 3, column: 13 });
    expect(content.locateKey(['facts', 0], 'status')).toMatchObject({ line: 3, column: 5 });
    expect(content.locate(['facts', 0, 'owner', 'x'])).toMatchObject({ line: 2, column: 5 });
    expect(content.locate([])).toMatchObject({ line: 1, column: 1 });
  });

  it.each<[string, string, string[]]>([
    ['an empty file', '', ['1:1 the file is empty; write facts into it or delete it']],
    ['nothing but comments', '# none\n', ['1:1 the file is empty; write facts into it or delete it']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 found a tab as indentation, expected spaces']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 found the key "a" twice, expected it once']],
    [
      'an alias',
      'a: &x 1\nb: *x\n',
      [
        '1:7 found an anchor (&x), expected plain values',
        '2:4 found an alias (*x), expected the value written out',
      ],
    ],
    ['a merge key', 'a: { <<: { b: 1 } }\n', ['1:6 found a merge key (<<), expected the values written out']],
    ['a tag of its own', 'a: !secret 1\n', ['1:4 found a tag (!...), expected plain values']],
    ['a core tag', 'a: !!str 1\n', ['1:10 found a tag (tag:yaml.org,2002:str), expected plain values']],
    ['two documents', 'a: 1\n---\nb: 1\n', ['2:1 found a second document (---), expected one per file']],
    ['YAML 1.1', '%YAML 1.1\n---\na: yes\n', ['1:1 found %YAML 1.1, expected YAML 1.2 (leave the line out)']],
    ['a key that is a list', '? [a]\n: 1\n', ['1:3 found a key that is not a word, expected a plain key']],
    ['a key that is no key', '__proto__: { a: 1 }\n', ['1:1 unknown key "__proto__"']],
  ])('complains about %s', (_, text, expected) => {
    expect(complaints(bytes(text))).toEqual(expected);
  });

  it('complains about broken syntax in one line with its place', () => {
    const found = complaints(bytes('a: 1\nb: [1, 2\nc: 3\n'));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/^\d+:\d+ not valid YAML: [^\n]+$/);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFFa: 1\n', 'utf16le')],
    ['Latin-1', Buffer.from('a: größe\n', 'latin1')],
    ['binary', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00])],
  ])('complains about %s', (_, content) => {
    expect(complaints(content)).toEqual(['1:1 this is not UTF-8 text; save the file as UTF-8']);
  });

  it('does not follow an alias bomb', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i += 1)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const started = performance.now();
    expect(complaints(bytes(lines.join('\n'))).length).toBeGreaterThan(200);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['nested lists', '['.repeat(100_000)],
    ['nested mappings', '{a: '.repeat(100_000)],
    ['nested block lists', '- '.repeat(50_000)],
    ['nested explicit keys', '? '.repeat(50_000)],
  ])('gives up on %s', (_, text) => {
    expect(complaints(bytes(text)).join()).toContain('the file is nested too deeply to be read');
  });

  it('reads many keys in little time', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n');
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!t',
      '"',
      "'",
      '|',
      '>',
      '%',
      '\t',
      '#',
      '? ',
      '<<',
      '---',
      ',',
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => bytes(pieces.join('')));
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 80 })), (content) => {
        const result = readYaml(yaml, 'x.yaml', content);
        if (Array.isArray(result)) {
          expect(result.length).toBeGreaterThan(0);
          for (const { position, message } of result) {
            expect(position.line).toBeGreaterThan(0);
            expect(message).not.toContain('\n');
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
