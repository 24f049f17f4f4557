import { createHash } from 'node:crypto';
import type { Finding, FindingReport, Severity } from '../check/finding.js';
import type { FindingContext } from './finding-format.js';

/** Level of a result (SARIF 2.1.0, 3.27.10). */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** Findings as a SARIF 2.1.0 log (OASIS standard of 2020-03-27). */
export function renderFindingSarif(report: FindingReport, context: FindingContext): string {
  const index = new Map(context.rules.map(({ id }, at) => [id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'security-answers',
            semanticVersion: context.toolVersion,
            rules: context.rules.map(({ id, severity, summary, hint }) => ({
              id,
              shortDescription: { text: summary },
              help: { text: hint },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => resultOf(finding, index)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, index: ReadonlyMap<string, number>) {
  const { rule, severity, message, file, line, column, cell, details = [] } = finding;
  const ruleIndex = index.get(rule);
  const text = [message, ...details.map((one) => `${one.label}: ${one.text}`)].join('\n');
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(cell === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: cell, kind: 'member' }] }),
      },
    ],
    // Lines move; what was found stays the same finding.
    partialFingerprints: { 'finding/v1': hash([rule, file, cell ?? '', message]) },
  };
}

/** Half of a character, which no URI can hold; file names of Windows may have it. */
const HALF = /\p{Surrogate}/gu;

/** A path as a URI reference (RFC 3986); an absolute one becomes a `file:` URI. */
function uriOf(path: string): string {
  const forward = path.replace(HALF, '\ufffd').replaceAll('\\', '/');
  const encoded = forward.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:/.test(forward)) return `file:///${encoded.replace('%3A', ':')}`;
  return forward.startsWith('/') ? `file://${encoded}` : encoded;
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
