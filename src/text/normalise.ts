/** Longest question text that is analysed, in UTF-16 code units. Longer ones are open: no customer writes them, hostile files do. */
export const MAX_QUESTION_LENGTH = 4000;

/** Matches control characters, zero-width characters, soft hyphens and byte order marks: `a\u00adb`; not an ordinary blank: `a b`. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}]|[^\P{Cc}\t\n\v\f\r]/gu;

/** Gender forms: `Nutzer:innen`, `Mitarbeiter*innen`, `Kund/-innen`; not `Nutzer: innen`. */
const GENDER_ENDING = /(?<=\p{L})[:*_/]-?(?:innen|in)\b/giu;

/** `isn't`, `don't`; `can't` and `won't` are irregular. */
const CONTRACTED_NOT = /(?<=\p{L})n't\b/giu;

/** `e-mail`, `E-Mails` become one word; not `e-mailbox`. */
const E_MAIL = /\be-mail(s?)\b/giu;

/**
 * One line of plain text: Unicode NFKC, typographic quotes and dashes as ASCII, invisible characters dropped, every run
 * of white space (line breaks and non-breaking spaces included) as one blank, none at the ends.
 */
export function normalise(text: string): string {
  return text
    .slice(0, MAX_QUESTION_LENGTH * 2)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u201a\u2032\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\bcan't\b/giu, 'can not')
    .replace(/\bwon't\b/giu, 'will not')
    .replace(CONTRACTED_NOT, ' not')
    .replace(GENDER_ENDING, '')
    .replace(E_MAIL, 'email$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Lower case without umlauts, so that `Verschlüsselung`, `VERSCHLUESSELUNG` and `verschlusselung` are one. Only for
 * comparing: different words may fold alike (but `does` is not `dos`).
 */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ae/g, 'a')
    .replace(/oe(?!s$)/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u');
}
