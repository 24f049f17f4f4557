import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/facts/load.js';
import { Problem } from '../../src/problem.js';
import { SHIPPED, shippedFacts } from './shipped-facts.js';

let root: string;
let next = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'facts-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  next += 1;
  const dir = path.join(root, String(next));
  await mkdir(dir);
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(dir, name), content);
  return dir;
}

/** The lines of the Problem, with the folder taken off. */
async function trouble(dir: string, code: string): Promise<string[]> {
  const error = await loadFacts(dir).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw error ?? new Error('no problem');
  expect(error.code).toBe(code);
  return error.message
    .replaceAll(dir + path.sep, '')
    .replaceAll(dir, 'DIR')
    .split('\n');
}

/** `line:column` of each broken bar in the text, as if the bars were not there. */
function markedPlaces(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    line
      .split('¦')
      .slice(0, -1)
      .map((_, bar, pieces) => `${index + 1}:${pieces.slice(0, bar + 1).join('').length + 1}`),
  );
}

const SECTION = 'section: { id: s, order: 1, title: { de: S, en: S } }\n';
const REST =
  'label: { de: L, en: L }, display: { de: D, en: D }, source: { section: s, row: 1 }, owner: O, recorded: 2026-01-01';
const fact = (fields: string): string => `  - { ${fields}, ${REST} }\n`;
const facts = (...rows: string[]): string => `${SECTION}facts:\n${rows.join('')}`;
const GOOD = fact('id: a.b, status: implemented');

describe('loadFacts', () => {
  it('reads a folder of another company and leaves topics, expectations and other files alone', async () => {
    const dir = await folder({ 'a.yaml': facts(GOOD), 'expectations.yaml': '{{{', 'README.md': '# [' });
    await mkdir(path.join(dir, 'topics'));
    await writeFile(path.join(dir, 'topics', 'x.yaml'), '{{{');
    const base = await loadFacts(dir);
    expect(base.dir).toBe(dir);
    expect([...base.facts.keys()]).toEqual(['a.b']);
    expect(base.facts.get('a.b')).toMatchObject({ value: { kind: 'none' }, evidence: [], accept: [] });
    expect(base.positions.get('fact:a.b')).toEqual({ file: path.join(dir, 'a.yaml'), line: 3, column: 5 });
  });

  it('says what to do where there are no facts', async () => {
    const file = path.join(await folder({ 'a.txt': '' }), 'a.txt');
    await expect(loadFacts(path.join(root, 'nowhere'))).rejects.toMatchObject({ code: 'facts/missing' });
    expect(await trouble(path.join(root, 'nowhere'), 'facts/missing')).toEqual([
      'The facts folder DIR does not exist: name the folder with your facts with --facts DIR.',
    ]);
    expect(await trouble(file, 'facts/missing')).toEqual([
      'The facts folder DIR is not a folder: name the folder with your facts with --facts DIR.',
    ]);
    expect(await trouble(await folder({ 'notes.txt': 'x' }), 'facts/missing')).toEqual([
      'The facts folder DIR holds no .yaml file: write facts into it, or name another folder with --facts DIR.',
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'a wrong status',
      facts(fact('id: a.b, status: ¦implementd')),
      [
        'fact a.b: status: found "implementd", expected one of implemented, partial, planned, not_implemented (did you mean "implemented"?)',
      ],
    ],
    [
      'a number with a comma',
      facts(fact('id: a.b, status: implemented, value: { kind: percentage, percent: ¦"99,5" }')),
      ['fact a.b: value.percent: found "99,5", expected a number such as 99.5'],
    ],
    [
      'a percentage above 100',
      facts(fact('id: a.b, status: implemented, value: { kind: percentage, percent: ¦995 }')),
      ['fact a.b: value.percent: found 995, expected a number not above 100'],
    ],
    [
      'a wrong unit',
      facts(fact('id: a.b, status: implemented, value: { kind: duration, max: 8, unit: ¦hour }')),
      [
        'fact a.b: value.unit: found "hour", expected one of minutes, hours, days, weeks, months, years (did you mean "hours"?)',
      ],
    ],
    [
      'a range the wrong way round',
      facts(fact('id: a.b, status: implemented, value: { kind: duration, min: ¦8, max: 4, unit: hours }')),
      ['fact a.b: value.min: found 8, expected a number below max'],
    ],
    [
      'a version that YAML reads as a number',
      facts(fact('id: a.b, status: implemented, value: { kind: versions, protocol: TLS, accepted: [¦1.2] }')),
      ['fact a.b: value.accepted[1]: found 1.2, expected text; put it in quotes: "1.2"'],
    ],
    [
      'an unknown kind of value',
      facts(fact('id: a.b, status: implemented, value: { kind: ¦procent }')),
      [
        'fact a.b: value.kind: found "procent", expected one of percentage, duration, frequency, retention, algorithm, versions, product, region, parties, document, milestone, text, separation, none',
      ],
    ],
    [
      'an unknown key of a fact',
      facts(fact('id: a.b, status: implemented, ¦evidense: [x]')),
      ['fact a.b: unknown key "evidense", did you mean "evidence"?'],
    ],
    [
      'an unknown key of a value',
      facts(
        fact(
          'id: a.b, status: implemented, value: { kind: retention, ¦standart: 3, standard: 3, unit: days }',
        ),
      ),
      ['fact a.b: value: unknown key "standart", did you mean "standard"?'],
    ],
    [
      'a key that is like no other',
      facts(fact('id: a.b, status: implemented, due: { ¦zzz: 1, quarter: Q4 2026, edge: by }')),
      ['fact a.b: due: unknown key "zzz", expected one of: quarter, edge'],
    ],
    [
      'a missing field',
      facts(
        '  - ¦{ id: a.b, status: planned, label: { de: L, en: L }, source: { section: s, row: 1 }, owner: O, recorded: 2026-01-01 }\n',
      ),
      ['fact a.b: display: found nothing, expected a mapping such as { de: Text, en: text }'],
    ],
    [
      'a missing language',
      facts(GOOD.replace('{ de: D, en: D }', '¦{ de: D }')),
      ['fact a.b: display.en: found nothing, expected text'],
    ],
    [
      'a day that does not exist',
      facts(GOOD.replace('2026-01-01', '¦2026-02-30')),
      ['fact a.b: recorded: found "2026-02-30", expected a day that exists, as YYYY-MM-DD'],
    ],
    [
      'a quarter that does not exist',
      facts(fact('id: a.b, status: planned, due: { quarter: ¦Q5 2026, edge: by }')),
      ['fact a.b: due.quarter: found "Q5 2026", expected a quarter such as Q4 2026'],
    ],
    [
      'a fact without an id',
      facts(fact('status: planned')).replace('  - ', '  - ¦'),
      ['fact 1: id: found nothing, expected text'],
    ],
    [
      'evidence that is no list',
      facts(fact('id: a.b, status: planned, evidence: ¦dpa')),
      ['fact a.b: evidence: found "dpa", expected a list'],
    ],
    [
      'a document of unknown availability',
      `${SECTION}documents:\n  - { id: d, title: { de: T, en: T }, available: ¦soon, display: { de: D, en: D }, owner: O, recorded: 2026-01-01 }\n`,
      ['document d: available: found "soon", expected immediately, or { quarter: Q4 2026, edge: by }'],
    ],
    [
      'a reference to a document that does not exist',
      `${facts(fact('id: a.b, status: planned, evidence: [¦dpo]'))}documents:\n  - { id: dpa, title: { de: T, en: T }, available: immediately, display: { de: D, en: D }, owner: O, recorded: 2026-01-01 }\n`,
      ['found "dpo", expected the id of a document, did you mean "dpa"?'],
    ],
    [
      'a reference where there is nothing to refer to',
      facts(fact('id: a.b, status: planned, evidence: [¦dpa]')),
      ['found "dpa", expected the id of a document, there is none to choose from'],
    ],
    [
      'a roadmap row without a fact',
      `${facts(GOOD)}roadmap:\n  - { label: { de: L, en: L }, display: { de: D, en: D }, fact: ¦a.c, source: { section: ¦t, row: 1 } }\n`,
      [
        'found "a.c", expected the id of a fact, did you mean "a.b"?',
        'found "t", expected the id of a section, did you mean "s"?',
      ],
    ],
    [
      'an id used twice',
      facts(GOOD, fact('id: c, status: planned'), GOOD.replace('id: ', 'id: ¦')),
      ['fact a.b is defined twice, first at a.yaml:3'],
    ],
    [
      'a day where a quarter belongs',
      facts(fact('id: a.b, status: planned, due: ¦2026-12-31')),
      ['fact a.b: due: found "2026-12-31", expected a mapping such as { quarter: Q4 2026, edge: by }'],
    ],
    [
      'a number without end',
      facts(fact('id: a.b, status: implemented, value: { kind: percentage, percent: ¦.inf }')),
      ['fact a.b: value.percent: found no finite number, expected a number such as 99.5'],
    ],
    [
      'an acceptance with a blank reason',
      facts(fact('id: a.b, status: planned, accept: [{ rule: r, reason: ¦" ", until: 2026-01-01 }]')),
      ['fact a.b: accept[1].reason: found " ", expected why the finding is accepted'],
    ],
    [
      'a reference that is like none of many',
      `${facts(...Array.from({ length: 21 }, (_, index) => fact(`id: many.entry${index}, status: planned`)))}roadmap:\n  - { label: { de: L, en: L }, display: { de: D, en: D }, fact: ¦x, source: { section: s, row: 1 } }\n`,
      ['found "x", expected the id of a fact, there is none like it'],
    ],
    ['a list instead of a mapping', '¦- 1\n', ['found a list, expected a mapping']],
    ['an unknown key of the file', `${SECTION}¦fact: []\n`, ['unknown key "fact", did you mean "facts"?']],
    ['an empty file', '¦', ['the file is empty; write facts into it or delete it']],
  ])('names place, finding and expectation for %s', async (_, text, expected) => {
    const places = markedPlaces(text);
    const dir = await folder({ 'a.yaml': text.replaceAll('¦', '') });
    expect(await trouble(dir, 'facts/invalid')).toEqual(
      expected.map((message, index) => `a.yaml:${places[index]}: ${message}`),
    );
  });

  it('holds facts on documents to the availability of the document', async () => {
    const document = (available: string): string =>
      `documents:\n  - { id: d, title: { de: T, en: T }, available: ${available}, display: { de: D, en: D }, owner: O, recorded: 2026-01-01 }\n`;
    const on = (fields: string): string =>
      facts(fact(`id: a.b, ${fields}, value: { kind: document, document: d }`));
    const announced = '{ quarter: Q4 2026, edge: by }';
    expect(
      await trouble(
        await folder({ 'a.yaml': on('status: planned') + document('immediately') }),
        'facts/invalid',
      ),
    ).toEqual([
      'a.yaml:3:24: fact a.b: status: found "planned", expected "implemented", since document d is available immediately',
    ]);
    expect(
      await trouble(
        await folder({ 'a.yaml': on('status: implemented') + document(announced) }),
        'facts/invalid',
      ),
    ).toEqual([
      'a.yaml:3:24: fact a.b: status: found "implemented", expected "planned", since document d is only announced',
    ]);
    expect(
      await trouble(
        await folder({ 'a.yaml': on(`status: planned, due: ${announced}`) + document(announced) }),
        'facts/invalid',
      ),
    ).toEqual(['a.yaml:3:38: fact a.b: due: found a date, expected none: the date is that of document d']);
    const base = await loadFacts(await folder({ 'a.yaml': on('status: planned') + document(announced) }));
    expect(base.facts.get('a.b')?.due).toEqual({ quarter: 'Q4 2026', edge: 'by' });
  });

  it('collects everything that is wrong, in all files, in order', async () => {
    const lines = await trouble(
      await folder({
        'c.yaml': facts(fact('id: a.b, status: x')).replace('id: s', 'id: t'),
        'a.yaml': facts(GOOD, GOOD, fact('id: c, status: planned, evidence: [gone]')),
        'b.yaml': `${SECTION}fakts: []\n`,
      }),
      'facts/invalid',
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual(['a.yaml', 'a.yaml', 'b.yaml', 'c.yaml']);
  });

  it('does not blame references when a file could not be read', async () => {
    const lines = await trouble(
      await folder({ 'a.yaml': facts(fact('id: c, status: planned, evidence: [dpa]')), 'b.yaml': 'a: [' }),
      'facts/invalid',
    );
    expect(lines.filter((line) => line.includes('dpa'))).toEqual([]);
  });

  it('shows the first fifty complaints and counts the rest', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => fact(`id: f${index}, status: x`));
    const lines = await trouble(await folder({ 'a.yaml': facts(...rows) }), 'facts/invalid');
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('... and 10 more.');
  });

  it('survives a file with hundreds of thousands of complaints', async () => {
    const lines = await trouble(await folder({ 'a.yaml': '- *a\n'.repeat(300_000) }), 'facts/invalid');
    expect(lines).toHaveLength(51);
  });

  it('has one located message for each thing that is no file of facts', async () => {
    const dir = await folder({
      'big.yaml': new Uint8Array(2 * 1024 * 1024 + 1).fill(0x20),
      'ok.yaml': facts(GOOD),
    });
    await mkdir(path.join(dir, 'folder.yaml'));
    await symlink('loop.yaml', path.join(dir, 'loop.yaml'));
    await symlink('nothing', path.join(dir, 'nowhere.yml'));
    expect(await trouble(dir, 'facts/invalid')).toEqual([
      'big.yaml:1:1: the file is larger than 2 MB, too large for a facts file',
      'folder.yaml:1:1: found a folder, expected a YAML file; rename or move it',
      'loop.yaml:1:1: the file is a symbolic link that leads in a circle',
      'nowhere.yml:1:1: the file is a symbolic link to nothing',
    ]);
  });

  it('gives a long value cut short and in one line', async () => {
    const [line] = await trouble(
      await folder({ 'a.yaml': facts(fact(`id: a.b, status: "${'x'.repeat(500)}\\n\\e[31m"`)) }),
      'facts/invalid',
    );
    expect(line?.length).toBeLessThan(250);
    expect(line).not.toContain('\u001b');
  });
});

describe('the hash of the facts', () => {
  const copy = async (change: (name: string, text: string) => readonly [string, string]): Promise<string> => {
    next += 1;
    const dir = path.join(root, String(next));
    await cp(SHIPPED, dir, { recursive: true });
    const { readdir } = await import('node:fs/promises');
    for (const name of (await readdir(dir)).filter((one) => one !== 'expectations.yaml')) {
      const [newName, text] = change(name, await readFile(path.join(dir, name), 'utf8'));
      await rm(path.join(dir, name));
      await writeFile(path.join(dir, newName), text);
    }
    return (await loadFacts(dir)).hash;
  };

  it('is the same for other line endings, comments, file names and order', async () => {
    const { hash } = await shippedFacts();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await copy((name, text) => [name, text.replaceAll('\n', '\r\n')])).toBe(hash);
    expect(await copy((name, text) => [name, `# more\n${text}`])).toBe(hash);
    expect(await copy((name, text) => [`${name.charAt(2)}-${name}`, text])).toBe(hash);
  });

  it('changes with the content', async () => {
    const { hash } = await shippedFacts();
    expect(await copy((name, text) => [name, text.replace('percent: 99.5', 'percent: 99.6')])).not.toBe(hash);
    expect(await copy((name, text) => [name, text.replaceAll('edge: from', 'edge: by')])).not.toBe(hash);
  });
});
