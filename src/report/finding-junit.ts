import type { Finding, FindingReport } from '../check/finding.js';
import { escapeXml } from './escape-xml.js';
import type { FindingContext } from './finding-format.js';

/**
 * Findings as JUnit XML: a test case per finding, failed where it makes the run fail and skipped where it does not, and a
 * passed one for each rule that found nothing. Valid by what Jenkins and Ant's JUnitReport accept.
 */
export function renderFindingJunit(report: FindingReport, context: FindingContext): string {
  const { findings, asOf } = report;
  const found = new Set(findings.map(({ rule }) => rule));
  const passed = context.rules.filter(({ id }) => !found.has(id));
  const failures = findings.filter(({ severity }) => context.failing.has(severity)).length;
  const suite = attributes({
    id: '0',
    package: 'security-answers',
    name: context.title,
    timestamp: `${asOf}T00:00:00`,
    hostname: 'localhost',
    tests: String(findings.length + passed.length),
    failures: String(failures),
    errors: '0',
    skipped: String(findings.length - failures),
    time: '0',
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite ${suite}>`,
    `    <properties><property ${attributes({ name: 'asOf', value: asOf })}/></properties>`,
    ...findings.map((finding) => testCase(finding, context)),
    ...passed.map(
      ({ id, summary }) => `    <testcase ${attributes({ name: summary, classname: id, time: '0' })}/>`,
    ),
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n');
}

function testCase(finding: Finding, { failing }: FindingContext): string {
  const { file, line, column, rule, severity, message, hint, cell, details = [] } = finding;
  const place = cell === undefined ? `${file}:${line}:${column}` : `${file} ${cell}`;
  const isFailed = failing.has(severity);
  const text = [
    `${isFailed ? '' : `${severity}: `}${place}: ${message}`,
    ...details.map((one) => `${one.label}: ${one.text}`),
    ...(hint === '' ? [] : [hint]),
  ].join('\n');
  // A skipped case has text only: the schema of Jenkins allows no attribute there.
  const outcome = isFailed
    ? `<failure ${attributes({ message, type: rule })}>${escapeXml(text)}</failure>`
    : `<skipped>${escapeXml(text)}</skipped>`;
  const name = `${place}: ${message}`;
  return `    <testcase ${attributes({ name, classname: rule, time: '0' })}>${outcome}</testcase>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ');
}
