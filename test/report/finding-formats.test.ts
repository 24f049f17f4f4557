import { Chalk } from 'chalk';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type Finding, reportFindings, type Severity } from '../../src/check/finding.js';
import { rules } from '../../src/check/registry.js';
import { escapeGithubData, escapeGithubProperty } from '../../src/report/escape-github.js';
import { escapeXml } from '../../src/report/escape-xml.js';
import type { FindingContext } from '../../src/report/finding-format.js';
import { findingFormats } from '../../src/report/finding-formats.js';
import { withoutUnprintable } from '../../src/report/unprintable.js';
import { DAY } from '../commands/command-line.js';
import { junitErrors, sarifErrors } from './validate-report.js';

/** What a terminal obeys: control characters, and marks that reverse the writing direction. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const NASTY = '100 % <b>"x" & \'y\'</b>\r\n::error::a,b | `c`';
const FINDING: Finding = {
  rule: 'roadmap/overdue',
  severity: 'error',
  message: 'fact a.b was planned',
  hint: 'Set a new date.',
  file: 'facts/a b.yaml',
  line: 3,
  column: 11,
  source: '    due: { quarter: Q3 2026, edge: by }',
};

/** Text with everything in it that a format gives a meaning. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '%0A',
        '%',
        '::',
        ',',
        '|',
        '\\',
        '\\|',
        '`',
        '\u001b[31m',
        '\u009b',
        '\0',
      ),
      fc.constantFrom('<!--', '<b>', ']]>', '\u2028', '\u0085', '\u202e', '\ud800', '\t', ' ', '::error::x'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const hostileFinding = fc.record({
  rule: fc.constant('roadmap/overdue'),
  severity: fc.constantFrom<Severity>('error', 'warning', 'notice'),
  message: HOSTILE,
  hint: fc.constant('Set a new date.'),
  file: HOSTILE,
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.integer({ min: 1, max: 300 }),
  source: fc.option(HOSTILE),
  details: HOSTILE.map((text) => [{ label: 'told', text }]),
});

function context(failing: readonly Severity[] = ['error']): FindingContext {
  return {
    toolVersion: '1.2.3',
    title: 'answer check',
    rules,
    failing: new Set(failing),
    paint: new Chalk({ level: 0 }),
  };
}

async function render(format: string, findings: readonly Finding[], failing?: readonly Severity[]) {
  const renderer = await findingFormats.find(({ name }) => name === format)?.load();
  if (renderer === undefined) throw new Error(`no format ${format}`);
  return renderer(reportFindings(findings, DAY, 2), context(failing));
}

/** Elements of an XML text as `path name=value`, in order; throws where it is not well-formed. */
function elements(xml: string): { name: string; path: string; attributes: Record<string, string> }[] {
  const found: { name: string; path: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    found.push({ name, path: open.join('/'), attributes: attributes as Record<string, string> });
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe('text', () => {
  it('shows place, rule, line with a caret, and what to do', async () => {
    expect(await render('text', [FINDING])).toBe(
      [
        'facts/a b.yaml:3:11  error  roadmap/overdue',
        '  fact a.b was planned',
        '  3 |     due: { quarter: Q3 2026, edge: by }',
        '    |           ^',
        '  Set a new date.',
        '',
        '1 error as of 2026-11-23 (2 accepted)',
        '',
      ].join('\n'),
    );
  });

  it('keeps the caret under its column in a long line', async () => {
    const source = `${'x'.repeat(300)}Y${'z'.repeat(300)}`;
    const lines = (await render('text', [{ ...FINDING, column: 301, source }])).split('\n');
    expect(lines[2]?.charAt(lines[3]?.indexOf('^') ?? 0)).toBe('Y');
    expect(lines[2]?.length).toBeLessThan(120);
  });

  it('shows a cell of a workbook without a line', async () => {
    const text = await render('text', [
      { ...FINDING, cell: 'S!B2', details: [{ label: 'told', text: 'Yes' }] },
    ]);
    expect(text).toContain('facts/a b.yaml:3:11  S!B2  error');
    expect(text).toContain('  told: Yes\n');
    expect(text).not.toContain('|');
  });

  it('says when there is nothing', async () => {
    expect(await render('text', [])).toBe('nothing found as of 2026-11-23 (2 accepted)\n');
  });
});

describe('json', () => {
  it('holds the report without the source lines', async () => {
    const { source: _, ...finding } = FINDING;
    expect(JSON.parse(await render('json', [FINDING]))).toEqual({
      version: 1,
      asOf: DAY,
      summary: { errors: 1, warnings: 0, notices: 0, accepted: 2 },
      findings: [finding],
    });
  });
});

describe('github', () => {
  it.each([
    ['100 %', '100 %25'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['a:b,c', 'a:b,c'],
    ['a\u001b[31mb\u0007\u009b\tc\u202e', 'a?[31mb???c?'],
  ])('escapes %j as data', (text, escaped) => expect(escapeGithubData(text)).toBe(escaped));

  it.each([
    ['100 %', '100 %25'],
    ['a:b,c', 'a%3Ab%2Cc'],
  ])('escapes %j as a property', (text, escaped) => expect(escapeGithubProperty(text)).toBe(escaped));

  it('is one line per finding', async () => {
    expect(
      await render('github', [FINDING, { ...FINDING, severity: 'notice', message: NASTY, file: 'a,b:c' }]),
    ).toBe(
      '::error file=facts/a b.yaml,line=3,col=11,title=roadmap/overdue::fact a.b was planned. Set a new date.\n' +
        '::notice file=a%2Cb%3Ac,line=3,col=11,title=roadmap/overdue::100 %25 <b>"x" & \'y\'</b>%0D%0A::error::a,b | `c`. Set a new date.\n',
    );
  });

  it('ends the message once', async () => {
    const message = 'unknown key "titel", did you mean "title"?';
    expect(await render('github', [{ ...FINDING, message }])).toMatch(/"title"\? Set a new date\.\n$/);
    expect(await render('github', [{ ...FINDING, hint: '' }])).toMatch(/::fact a\.b was planned\.\n$/);
  });

  it('never lets a text end the line or the command', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(escapeGithubData(text)).not.toMatch(/[\r\n]|%(?!25|0D|0A)/);
        expect(escapeGithubProperty(text)).not.toMatch(/[\r\n:,]|%(?!25|0D|0A|3A|2C)/);
      }),
    );
  });

  it('can be read back, whatever the facts and the file say', async () => {
    await fc.assert(
      fc.asyncProperty(hostileFinding, async (finding) => {
        const text = await render('github', [finding, FINDING]);
        const lines = text.split(/[\r\n]/);
        expect(lines).toHaveLength(3);
        expect(lines[2]).toBe('');
        const command = /^::(error|warning|notice) ([^:]*)::(.*)$/s.exec(lines[0] ?? '');
        const [, severity, properties = '', data = ''] = command ?? [];
        expect(severity).toBe(finding.severity);
        const read = properties.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2));
        expect(read.map(([name]) => name)).toEqual(['file', 'line', 'col', 'title']);
        expect(unescapeGithub(read[0]?.[1] ?? '')).toBe(withoutUnprintable(finding.file, '\r\n'));
        expect(unescapeGithub(data)).toContain(withoutUnprintable(finding.message.trim(), '\r\n'));
      }),
    );
  });
});

/** What a runner makes of escaped text. */
function unescapeGithub(text: string): string {
  const chars: Readonly<Record<string, string>> = {
    '%0D': '\r',
    '%0A': '\n',
    '%3A': ':',
    '%2C': ',',
    '%25': '%',
  };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => chars[code] ?? code);
}

describe('sarif', () => {
  const levels = ['none', 'note', 'warning', 'error'];

  it('has the shape that SARIF 2.1.0 demands', async () => {
    const findings: Finding[] = [
      FINDING,
      { ...FINDING, severity: 'warning', file: '/abs/ä.yaml' },
      {
        ...FINDING,
        severity: 'notice',
        rule: 'drift/wording',
        message: NASTY,
        cell: '2 A!B3',
        file: 'C:\\x\\y.json',
      },
    ];
    const log = JSON.parse(await render('sarif', findings));
    expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(Object.keys(run).sort()).toEqual(['columnKind', 'results', 'tool']);
    const { driver } = run.tool;
    expect(driver.name).toBe('security-answers');
    expect(driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect(new Set(driver.rules.map(({ id }: { id: string }) => id)).size).toBe(driver.rules.length);
    for (const rule of driver.rules) {
      expect(Object.keys(rule).sort()).toEqual(['defaultConfiguration', 'help', 'id', 'shortDescription']);
      expect(levels).toContain(rule.defaultConfiguration.level);
    }
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
    for (const result of run.results) {
      if (result.ruleIndex !== undefined) expect(driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).toBeTypeOf('string');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
      expect(() => new URL(artifactLocation.uri, 'file:///base/')).not.toThrow();
      expect(artifactLocation.uri).toMatch(/^[A-Za-z0-9%._~:/-]+$/);
    }
    expect(
      run.results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]?.physicalLocation.artifactLocation.uri,
      ),
    ).toEqual(['facts/a%20b.yaml', 'file:///abs/%C3%A4.yaml', 'file:///C:/x/y.json']);
    expect(run.results[2].locations[0].logicalLocations).toEqual([
      { fullyQualifiedName: '2 A!B3', kind: 'member' },
    ]);
  });

  it('keeps the fingerprint when a line moves', async () => {
    const prints = await Promise.all(
      [3, 4].map(async (line) => {
        const log = JSON.parse(await render('sarif', [{ ...FINDING, line }]));
        return log.runs[0].results[0].partialFingerprints;
      }),
    );
    expect(prints[0]).toEqual(prints[1]);
  });
});

describe('junit', () => {
  /** What JUnit.xsd and junit-10.xsd both demand of a test suite. */
  const REQUIRED = ['id', 'package', 'name', 'timestamp', 'hostname', 'tests', 'failures', 'errors', 'time'];

  it('has the elements and attributes of the schemas, in their order', async () => {
    const nasty = { ...FINDING, severity: 'warning' as const, message: `${NASTY}\u0000\ud800` };
    const found = elements(await render('junit', [FINDING, nasty]));
    const [root, suite, properties, property, ...rest] = found;
    expect([root?.name, suite?.path, properties?.name, property?.name]).toEqual([
      'testsuites',
      'testsuites/testsuite',
      'properties',
      'property',
    ]);
    for (const name of REQUIRED) expect(suite?.attributes, name).toHaveProperty(name);
    expect(suite?.attributes.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const cases = rest.filter(({ name }) => name === 'testcase');
    for (const { attributes } of cases)
      expect(Object.keys(attributes)).toEqual(['name', 'classname', 'time']);
    expect(suite?.attributes.tests).toBe(String(cases.length));
    expect(cases).toHaveLength(2 + rules.length - 1);
    expect(rest.slice(0, 4).map(({ name }) => name)).toEqual(['testcase', 'failure', 'testcase', 'skipped']);
    expect(rest.slice(-2).map(({ path }) => path)).toEqual([
      'testsuites/testsuite/system-out',
      'testsuites/testsuite/system-err',
    ]);
  });

  it.each<[Severity[], string, string]>([
    [['error'], '1', '1'],
    [['error', 'warning'], '2', '0'],
    [[], '0', '2'],
  ])('fails what makes the run fail: %j', async (failing, failures, skipped) => {
    const xml = await render('junit', [FINDING, { ...FINDING, severity: 'warning' }], failing);
    expect(elements(xml)[1]?.attributes).toMatchObject({ failures, skipped });
  });

  it('escapes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [element] = elements(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        const expected = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
        expect(element?.attributes.b).toBe(expected);
      }),
    );
  });
});

describe('markdown', () => {
  it('has a table per file that no text breaks', async () => {
    const text = await render('markdown', [FINDING, { ...FINDING, message: NASTY, cell: 'S|x!B2' }]);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5);
    expect(text).not.toContain('<b>');
  });

  it('keeps its rows and cells, whatever the facts say', async () => {
    await fc.assert(
      fc.asyncProperty(hostileFinding, async (finding) => {
        const text = await render('markdown', [{ ...finding, cell: finding.file }]);
        const lines = text.split(/\r\n|\r|\n/);
        expect(lines).toHaveLength(10);
        // A pipe is part of the text where an odd number of backslashes stands before it.
        expect(lines[8]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(5);
        expect(text.replaceAll('\n', '')).not.toMatch(UNSAFE);
        expect(text.replaceAll('<br>', '')).not.toContain('<');
      }),
    );
  });
});

describe('every format', () => {
  it('sends no terminal code', async () => {
    await fc.assert(
      fc.asyncProperty(hostileFinding, async (finding) => {
        const report = await render('text', [finding]);
        expect(report.replaceAll('\n', '')).not.toMatch(UNSAFE);
        // Place, message, detail, code frame, hint, and the count after an empty line.
        expect(report.split('\n')).toHaveLength(finding.source === null ? 7 : 9);
        for (const format of ['json', 'sarif', 'junit']) {
          expect(await render(format, [finding]), format).not.toMatch(/(?!\n)[^\P{Cc}\u007f-\u009f]/u);
        }
      }),
    );
  });

  it('is valid by its schema, whatever the facts say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileFinding, { minLength: 30, maxLength: 60 }), async (findings) => {
        expect(sarifErrors(await render('sarif', findings))).toEqual([]);
        expect(await junitErrors(await render('junit', findings))).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});
