/** Exit status of the command line. Every command keeps to these three. */
export const ExitCode = { ok: 0, findings: 1, failed: 2 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What each exit status means, as help and README print it. */
export const EXIT_CODE_MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: 'Fine: the work was done.',
  1: 'Done, with findings: an error in `check`, something no longer true in `drift`, a failure in `test`, or what `--fail-on` asks for.',
  2: 'Could not run: wrong option, unusable input, facts with errors, output that cannot be written. Nothing was written.',
};
