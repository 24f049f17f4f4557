import { describe, expect, it } from 'vitest';
import { junitErrors, sarifErrors } from './validate-report.js';

const DRIVER = { driver: { name: 'd' } };
const log = (result: object): string =>
  JSON.stringify({ version: '2.1.0', runs: [{ tool: DRIVER, results: [result] }] });
const at = (region: object): object => ({
  message: { text: 'm' },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region } }],
});

describe('the schema of SARIF', () => {
  it('accepts the least that there can be', () => {
    expect(sarifErrors(log(at({ startLine: 1 })))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['another version', JSON.stringify({ version: '2.0.0', runs: [] }), /\/version/],
    ['no runs', JSON.stringify({ version: '2.1.0' }), /runs/],
    ['a result without message', log({ ruleId: 'a' }), /message/],
    ['a level that there is not', log({ message: { text: 'm' }, level: 'notice' }), /\/level/],
    ['a line before the first', log(at({ startLine: 0 })), /startLine/],
    ['a key of our own', log({ message: { text: 'm' }, cell: 'A1' }), /additional properties/],
    [
      'a URI with a space',
      log({
        message: { text: 'm' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }],
      }),
      /uri.*format/,
    ],
  ])('refuses %s', (_, text, error) => {
    expect(sarifErrors(text).join('\n')).toMatch(error);
  });
});

describe('the schemas of JUnit XML', () => {
  const SUITE =
    '<testsuite id="0" package="p" name="n" timestamp="2026-11-23T00:00:00" hostname="h" tests="1" failures="0" errors="0" time="0">';
  const suite = (cases: string, start = SUITE): string =>
    `<testsuites>${start}<properties><property name="a" value="b"/></properties>${cases}<system-out/><system-err/></testsuite></testsuites>`;

  it('accept a passed case', async () => {
    expect(await junitErrors(suite('<testcase name="a" classname="b" time="0"/>'))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['no XML', '<testsuites>', /./],
    ['another root', '<tests/>', /junit-jenkins.*tests[\s\S]*junit-ant.*tests/],
    [
      'a case without a name',
      suite('<testcase classname="b" time="0"/>'),
      /junit-jenkins.*'name' is required/,
    ],
    [
      'an attribute of our own',
      suite('<testcase name="a" classname="b" time="0" line="3"/>'),
      /junit-jenkins.*'line' is not allowed/,
    ],
    [
      'a message on what was skipped',
      suite('<testcase name="a" classname="b" time="0"><skipped message="m"/></testcase>'),
      /junit-jenkins.*'message' is not allowed/,
    ],
    [
      'a failure without a type',
      suite('<testcase name="a" classname="b" time="0"><failure>m</failure></testcase>'),
      /junit-ant.*'type' is required/,
    ],
    ['a time zone', suite('', SUITE.replace('00:00:00', '00:00:00Z')), /junit-ant.*timestamp/],
  ])('refuse %s', async (_, text, error) => {
    expect((await junitErrors(text)).join('\n')).toMatch(error);
  });
});
