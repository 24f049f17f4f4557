import { fold, normalise } from './normalise.js';
import { splitNormalised, type Token } from './tokenise.js';

/** Names of laws, standards and questionnaires that customers put before a question, folded. */
const FRAMEWORKS = new Set(
  `iso iec 27001 27002 27017 27018 bsi c5 dora nis nis2 vda isa tisax csa ccm caiq nist csf cis soc soc2 pci dss hipaa
  marisk bait vait kait zait eba eiopa esma dsgvo ds gvo gdpr bdsg kritis b3s grundschutz it sig vsa hecvat dtac finma fadp dsg lv los pos position oz`.split(
    /\s+/,
  ),
);

/** Words for a place within them, folded. */
const PLACES = new Set(
  `art article artikel abs absatz paragraph para nr no annex anhang anlage kapitel chapter section control controls ziffer
  lit buchstabe satz req requirement kriterium criterion rz tz at bt und and pos position titel ausschlusskriterium bewertungskriterium muss kann soll`.split(
    /\s+/,
  ),
);

/** Longest reference, in UTF-16 code units. */
const LONGEST = 60;

/** A question that begins with a reference: `DORA Art. 30 (2) b: Where is data stored?` */
export interface Referenced {
  readonly reference: string;
  readonly question: string;
}

/**
 * Parts a question from the law, standard or control before it; null where there is none. A name alone is no reference:
 * `ISO 27001: certified?` asks about it.
 */
export function splitReference(text: string): Referenced | null {
  const clean = normalise(text);
  const end = /:\s|\s[-|]\s/u.exec(clean.slice(0, LONGEST));
  if (!end) return null;
  const head = splitNormalised(clean.slice(0, end.index));
  const question = clean.slice(end.index + end[0].length).trim();
  if (!isReference(head) || !/\p{L}{3}/u.test(question)) return null;
  return { reference: clean.slice(0, end.index), question };
}

function isReference(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.kind === 'word');
  if (!first || !FRAMEWORKS.has(fold(first.surface))) return false;
  const isPlace = (token: Token, at: number): boolean => {
    const folded = fold(token.surface);
    if (token.kind !== 'word' || folded.length === 1) return true;
    return FRAMEWORKS.has(folded) || PLACES.has(folded) || isControlId(tokens, at);
  };
  const numbers = tokens.filter((token) => /\d/.test(token.surface) && !FRAMEWORKS.has(fold(token.surface)));
  return numbers.length > 0 && tokens.every(isPlace);
}

/** `KRY` in `KRY-02`. */
function isControlId(tokens: readonly Token[], at: number): boolean {
  const isShort = /^\p{Lu}{2,5}$/u.test(tokens[at]?.surface ?? '');
  return isShort && /^[-.]$/.test(tokens[at + 1]?.surface ?? '') && tokens[at + 2]?.kind === 'number';
}
