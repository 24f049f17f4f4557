import type { FindingReport, Severity } from '../check/finding.js';
import type { ReportedRule } from '../report/finding-format.js';
import { findingFormats } from '../report/finding-formats.js';
import { createPaint } from '../report/paint.js';
import type { CommandContext } from './command.js';
import { ExitCode } from './exit-code.js';
import { readVersion } from './read-version.js';
import { shownPath } from './shown-path.js';

/** How findings are shown. */
export interface PrintOptions {
  /** Name of a format. */
  readonly format: string;
  readonly title: string;
  readonly rules: readonly ReportedRule[];
  readonly failing: ReadonlySet<Severity>;
}

/** Prints findings, their files named from the current folder, and gives the exit status. */
export async function printFindings(
  report: FindingReport,
  { format, ...options }: PrintOptions,
  { cwd, stdout, env }: CommandContext,
): Promise<ExitCode> {
  const render = await findingFormats.find(({ name }) => name === format)?.load();
  const findings = report.findings.map((one) => ({ ...one, file: shownPath(one.file, cwd) }));
  const paint = createPaint(stdout, env);
  const context = { ...options, toolVersion: readVersion(), paint };
  stdout.write(render?.({ ...report, findings }, context) ?? '');
  return findings.some(({ severity }) => options.failing.has(severity)) ? ExitCode.findings : ExitCode.ok;
}
