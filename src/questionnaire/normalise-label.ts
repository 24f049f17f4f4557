/** Longest label that is looked at; anything beyond is no header and no option. */
export const MAX_LABEL_LENGTH = 400;

/** What stays of a label: letters, digits, and the few signs that are labels by themselves. */
const NOT_PART_OF_A_LABEL = /[^\p{L}\p{N}\p{M}#%✓✔✗✘☑☒]+/gu;

/** Most texts of a large sheet: nothing to be joined, no apostrophe. `Backup (daily)`; not `l'accès`, `für`. */
const PLAIN = /^[\n\r\t -&(-~]*$/;
/** The same as above, for such texts. */
const NOT_PART_OF_A_PLAIN_LABEL = /[^a-z0-9#%]+/g;

/**
 * Brings a header, an option or a row's lead words into a form that can be compared: compatibility forms joined (NFKC),
 * lower case, everything but letters, digits and a few signs turned into single spaces. `Lfd.-Nr.` becomes `lfd nr`,
 * `N/A` becomes `n a`.
 *
 * @param text what a cell or a list of words holds; only the first 400 characters count
 * @returns words joined by single spaces; '' when nothing is left
 */
export function normaliseLabel(text: string): string {
  const start = text.slice(0, MAX_LABEL_LENGTH);
  if (PLAIN.test(start)) return start.toLowerCase().replace(NOT_PART_OF_A_PLAIN_LABEL, ' ').trim();
  return start
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1 ')
    .replace(NOT_PART_OF_A_LABEL, ' ')
    .trim();
}

/** The words of a label, normalised (see {@link normaliseLabel}). */
export function labelTokens(text: string): string[] {
  const label = normaliseLabel(text);
  return label === '' ? [] : label.split(' ');
}
