import { escapeXml } from '../workbook/xml-text.js';
import type { TestCase, TestKind, TestReport } from './test-report.js';

const SUITES: readonly (readonly [TestKind, string])[] = [
  ['example', 'examples'],
  ['near_miss', 'near misses'],
  ['expectation', 'expectations'],
];

/** The result of `answer test` in the JUnit XML format that build servers read: a suite per kind, a case per question. */
export function renderTestJunit({ cases, summary }: TestReport): string {
  const suites = SUITES.flatMap(([kind, name]) => {
    const own = cases.filter((one) => one.kind === kind);
    const { tried, failed } = summary[kind];
    return [
      `  <testsuite name="${name}" tests="${tried}" failures="${failed}">`,
      ...own.map(renderCase),
      '  </testsuite>',
    ];
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join(
    '\n',
  );
}

function renderCase({ kind, topic, question, file, line, failure }: TestCase): string {
  const start = `    <testcase classname="${attribute(topic ?? kind)}" name="${attribute(question)}" file="${attribute(file)}" line="${line}"`;
  if (failure === null) return `${start}/>`;
  const text = [`${file}:${line}`, failure.message, ...failure.because].join('\n');
  return `${start}><failure message="${attribute(failure.message)}">${escapeXml(allowed(text))}</failure></testcase>`;
}

function attribute(text: string): string {
  return escapeXml(allowed(text)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/** What XML 1.0 (section 2.2, Char) does not allow even when escaped: `\u0007` and lone surrogates; not tab or line feed. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function allowed(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}
