/**
 * Something a person can mend: bad input, a wrong option, a file that cannot be written.
 * The message is one sentence (or one per line for collected problems) that says what is wrong and what to do.
 * The command line prints it without a stack trace and exits with 2.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** Stable code for programs, such as `workbook/encrypted`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
