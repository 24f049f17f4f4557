import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, runners, temporaryFolder } from './command-line.js';
import { compoundFile, externalEntity, xmlBomb, zipBomb } from './hostile.js';
import { SMALL, writeWorkbook } from './workbooks.js';

interface Case {
  readonly name: string;
  /** Makes the input; `q.xlsx`, a sound questionnaire, is there already. */
  readonly prepare?: (folder: string) => Promise<unknown>;
  readonly argv: readonly string[];
  /** What the sentence must say. */
  readonly says: RegExp;
  /** Lines on stderr, where several things are wrong: one each. */
  readonly lines?: number;
}

const put = (name: string, content: Uint8Array | string) => (folder: string) =>
  writeFile(join(folder, name), content);

const facts = (content: string) => async (folder: string) => {
  await mkdir(join(folder, 'f'));
  await writeFile(join(folder, 'f/facts.yaml'), content);
};

const inputs: readonly Case[] = [
  { name: 'no such file', argv: ['none.xlsx'], says: /no file none\.xlsx/ },
  { name: 'a mistyped command', argv: ['inspekt'], says: /no file inspekt.*no command/ },
  { name: 'a folder', prepare: (f) => mkdir(join(f, 'd.xlsx')), argv: ['d.xlsx'], says: /is a folder/ },
  { name: 'an empty file', prepare: put('e.xlsx', ''), argv: ['e.xlsx'], says: /is empty/ },
  {
    name: 'text named .xlsx',
    prepare: put('t.xlsx', 'No.;Question\n'),
    argv: ['t.xlsx'],
    says: /not an Excel workbook/,
  },
  {
    name: 'legacy .xls',
    prepare: put('l.xls', compoundFile(['Workbook'])),
    argv: ['l.xls'],
    says: /older \.xls format/,
  },
  {
    name: 'legacy .xls named .xlsx',
    prepare: put('l.xlsx', compoundFile(['Workbook'])),
    argv: ['l.xlsx'],
    says: /older \.xls format/,
  },
  {
    name: 'a password',
    prepare: put('p.xlsx', compoundFile(['EncryptionInfo', 'EncryptedPackage'])),
    argv: ['p.xlsx'],
    says: /protected by a password/,
  },
  {
    name: 'a truncated zip',
    prepare: async (folder) => {
      const bytes = await readFile(join(folder, 'q.xlsx'));
      await writeFile(join(folder, 'cut.xlsx'), bytes.subarray(0, bytes.length / 2));
    },
    argv: ['cut.xlsx'],
    says: /damaged/,
  },
  {
    name: 'a zip bomb',
    prepare: async (f) => put('zb.xlsx', zipBomb())(f),
    argv: ['zb.xlsx'],
    says: /too large/,
  },
  { name: 'an XML bomb', prepare: async (f) => put('xb.xlsx', xmlBomb())(f), argv: ['xb.xlsx'], says: /\w/ },
  {
    name: 'an external entity',
    prepare: async (f) => put('xe.xlsx', externalEntity())(f),
    argv: ['xe.xlsx'],
    says: /^(?!.*root:).*\w/,
  },
  {
    name: 'no questions',
    prepare: (f) =>
      writeWorkbook(
        join(f, 'n.xlsx'),
        [
          ['Item', 'Amount', 'Price'],
          ['Pens', '3', '4'],
        ],
        [],
      ),
    argv: ['n.xlsx'],
    says: /No questions were found/,
  },
];

const outputs: readonly Case[] = [
  {
    name: 'output exists',
    prepare: put('q.answered.xlsx', 'mine'),
    argv: ['q.xlsx'],
    says: /exists.*--force/,
  },
  {
    name: 'answers.json exists',
    prepare: put('q.answers.json', 'mine'),
    argv: ['q.xlsx'],
    says: /exists.*--force/,
  },
  {
    name: 'report exists',
    prepare: put('r.html', 'mine'),
    argv: ['q.xlsx', '--report', 'r.html'],
    says: /exists/,
  },
  { name: 'output folder missing', argv: ['q.xlsx', '-o', 'none/out.xlsx'], says: /cannot be written/ },
  { name: 'output folder is a file', argv: ['q.xlsx', '-o', 'q.xlsx/out.xlsx'], says: /cannot be written/ },
  {
    name: 'output is a folder',
    prepare: (f) => mkdir(join(f, 'o.xlsx')),
    argv: ['q.xlsx', '-o', 'o.xlsx'],
    says: /is a folder/,
  },
  { name: 'output is the input', argv: ['q.xlsx', '-o', './q.xlsx', '--force'], says: /never changed/ },
  { name: 'output with another ending', argv: ['q.xlsx', '-o', 'out.csv'], says: /must end in \.xlsx/ },
  {
    name: 'report of no known format',
    argv: ['q.xlsx', '--report', 'r.pdf'],
    says: /\.html, \.json, \.md, \.xlsx/,
  },
  {
    name: 'report in place of the output',
    argv: ['q.xlsx', '--report', 'q.answered.xlsx'],
    says: /another file of this run/,
  },
];

const settings: readonly Case[] = [
  { name: 'facts missing', argv: ['q.xlsx', '--facts', 'none'], says: /none/ },
  { name: 'facts empty', prepare: (f) => mkdir(join(f, 'f')), argv: ['q.xlsx', '--facts', 'f'], says: /f\b/ },
  {
    name: 'facts no YAML',
    prepare: facts('facts: [\n'),
    argv: ['q.xlsx', '--facts', 'f'],
    says: /facts\.yaml:\d+:\d+/,
  },
  {
    name: 'facts wrong',
    prepare: facts('facts: 1\n'),
    argv: ['q.xlsx', '--facts', 'f'],
    says: /facts\.yaml:\d+:\d+/,
    lines: 2,
  },
  { name: 'unknown option', argv: ['q.xlsx', '--forc'], says: /Unknown option --forc.*--force/ },
  { name: 'unknown option of ask', argv: ['ask', '--fiel', 'x'], says: /Unknown option --fiel.*--file/ },
  { name: 'option without value', argv: ['q.xlsx', '--facts'], says: /needs a value/ },
  { name: 'bad date', argv: ['q.xlsx', '--as-of', '2026-02-30'], says: /real date/ },
  { name: 'bad language', argv: ['q.xlsx', '--lang', 'fr'], says: /auto, de, en/ },
  { name: 'bad --fail-on', argv: ['q.xlsx', '--fail-on', 'all'], says: /review, unanswered/ },
  { name: 'bad columns', argv: ['q.xlsx', '--columns', 'question'], says: /no column of a questionnaire/ },
  { name: 'unknown sheet', argv: ['q.xlsx', '--sheet', 'None'], says: /no sheet "None"/ },
  { name: 'no arguments', argv: [], says: /Name the/ },
  { name: 'two files', argv: ['q.xlsx', 'r.xlsx'], says: /Too many arguments/ },
  { name: 'ask without a question', argv: ['ask'], says: /no question/ },
  { name: 'ask with both', argv: ['ask', 'MFA?', '--file', 'x.txt'], says: /not both/ },
  { name: 'ask with a missing file', argv: ['ask', '--file', 'none.txt'], says: /no such file/ },
  {
    name: 'ask with an empty file',
    prepare: put('b.txt', '\n \n'),
    argv: ['ask', '--file', 'b.txt'],
    says: /no question/,
  },
  {
    name: 'ask with a file in another encoding',
    prepare: put('l1.txt', Buffer.from('Verschl\xfcsselung?', 'latin1')),
    argv: ['ask', '--file', 'l1.txt'],
    says: /UTF-8/,
  },
  { name: 'inspect without a file', argv: ['inspect'], says: /Name the/ },
  { name: 'inspect with no such file', argv: ['inspect', 'none.xlsx'], says: /no file/ },
];

describe.each(runners)('bad input, %s', (_, run) => {
  it.each([...inputs, ...outputs, ...settings])('$name', async ({ prepare, argv, says, lines = 1 }) => {
    const folder = await temporaryFolder();
    await writeWorkbook(join(folder, 'q.xlsx'), SMALL);
    await prepare?.(folder);
    const before = await filesIn(folder);

    const { code, stdout, stderr } = await run(argv, folder);

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n'), 'a line each').toHaveLength(lines);
    expect(stderr).not.toMatch(/Unexpected error|\n\s+at /);
    expect(await filesIn(folder), 'nothing written').toEqual(before);
  });
});
