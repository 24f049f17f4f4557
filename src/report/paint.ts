import { Chalk, type ChalkInstance } from 'chalk';
import { withoutUnprintable } from './unprintable.js';

/** Colours for terminal text; with `level` 0 they leave text as it is. */
export type Paint = ChalkInstance;

/**
 * Colours for a stream: never with NO_COLOR set to anything (no-color.org) or on a dumb terminal; else on a terminal, or
 * where FORCE_COLOR asks for them.
 */
export function createPaint(
  stream: { readonly isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const { NO_COLOR = '', FORCE_COLOR = '0', TERM } = env;
  const isOff = NO_COLOR !== '' || TERM === 'dumb';
  return new Chalk({ level: !isOff && (stream.isTTY === true || FORCE_COLOR !== '0') ? 1 : 0 });
}

/**
 * Text from outside made safe for a terminal: characters that could move the cursor, recolour, or reverse the writing
 * direction are shown as a question mark, line ends and tabs as a space.
 */
export function printable(text: string): string {
  return withoutUnprintable(text.replace(/[\r\n\t]+/g, ' '));
}
