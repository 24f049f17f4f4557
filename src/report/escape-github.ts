import { withoutUnprintable } from './unprintable.js';

/**
 * Text as it must stand after `::` of a workflow command (GitHub Actions toolkit, `escapeData`). The log of a run
 * interprets terminal codes, so none are left.
 */
export function escapeGithubData(text: string): string {
  return withoutUnprintable(text, '\r\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** Text as it must stand as a property of a workflow command (`escapeProperty`). */
export function escapeGithubProperty(text: string): string {
  return escapeGithubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
