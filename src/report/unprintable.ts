/** Control characters, and the marks that reverse the writing direction (Unicode Bidi_Control). */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text without characters that could move a cursor, recolour a terminal or reverse the writing direction: each becomes a
 * question mark.
 * @param kept control characters that may stay, such as line ends that are escaped later
 */
export function withoutUnprintable(text: string, kept = ''): string {
  return text.replace(UNPRINTABLE, (char) => (kept.includes(char) ? char : '?'));
}
