import { fold, normalise } from './normalise.js';
import { splitNormalised, type Token } from './tokenise.js';

/** Names of laws, standards and questionnaires that customers put before a question, folded. */
const FRAMEWORKS = new Set(
  `iso iec din en 27001 27002 27017 27018 27031 27701 22301 20000 bsi c5 dora nis nis2 vda isa tisax csa ccm caiq nist csf cis
  soc soc2 pci dss hipaa marisk bait vait kait zait eba eiopa esma dsgvo ds gvo gdpr bdsg ttdsg tdddg kritis b3s grundschutz
  it evb sig vsa hecvat dtac finma fadp dsg gl sla`.split(/\s+/),
);

/** Words for a place within them, or within a tender, folded. */
const PLACES = new Set(
  `art article artikel abs absatz paragraph para par nr no annex anhang anlage anl kapitel kap chapter section sec clause
  subclause sub schedule lot los item exhibit appendix attachment point letter table row control controls ziffer ziff lit
  buchstabe satz req requirement requirements anforderung kriterium kriterien criterion rz tz rn at bt und and pos position
  titel lv oz ausschlusskriterium bewertungskriterium muss kann soll leistungsbeschreibung lastenheft pflichtenheft cf see
  vgl siehe gem gemas per`.split(/\s+/),
);

/** Longest reference, in UTF-16 code units. */
const LONGEST = 60;

/** `[SIM-01] `; not `[optional] `. */
const IN_SQUARE_BRACKETS = /^\[[\p{L}\d.-]{0,12}\d\]\s+/u;
/** A bracket at the end: `(C5 SIM-01)`; what it holds must be a reference. */
const LAST_BRACKET = /\s*[([](?<inside>[^()[\]]{2,60}(?:\([^()]{1,4}\)[^()[\]]{0,20})*)[)\]](?<end>[.?!]?)$/u;

/** `SIM-01`; not `AES-256` or `TLS-1.2`. */
const CONTROL_ID = /^\p{Lu}{2,5}[-.]\d{1,2}$/u;

/** A question without the references before and behind it: `DORA Art. 30 (2) b: Where is data stored? (C5 PI-02)`. */
export interface Referenced {
  readonly reference: string;
  readonly question: string;
}

/**
 * Parts a question from the law, standard, control or tender position before or behind it; null where there is none. A name
 * alone is no reference: `ISO 27001: certified?` asks about it.
 */
export function splitReference(text: string): Referenced | null {
  const clean = normalise(text).replace(IN_SQUARE_BRACKETS, '');
  const last = LAST_BRACKET.exec(clean);
  const inside = last?.groups?.inside ?? '';
  const isLast = last !== null && last.index > 0 && isReference(inside);
  const rest = isLast ? clean.slice(0, last.index) + (last.groups?.end ?? '') : clean;
  const first = /:\s|\s[-|]\s/u.exec(rest.slice(0, LONGEST));
  const head = first ? rest.slice(0, first.index) : '';
  const isFirst = first !== null && isReference(head);
  const question = isFirst ? rest.slice(first.index + first[0].length).trim() : rest;
  if (!isFirst && !isLast) return null;
  if (!/\p{L}{3}/u.test(question)) return null;
  return { reference: isFirst ? head : inside, question };
}

function isReference(text: string): boolean {
  const tokens = splitNormalised(text);
  const isNamed = tokens.some(({ surface }) => FRAMEWORKS.has(fold(surface)) || PLACES.has(fold(surface)));
  const isPlace = (token: Token, at: number): boolean => {
    const folded = fold(token.surface);
    if (token.kind !== 'word' || folded.length === 1) return true;
    return FRAMEWORKS.has(folded) || PLACES.has(folded) || isControlId(tokens, at);
  };
  const isNumbered = tokens.some((token) => /\d/.test(token.surface) && !FRAMEWORKS.has(fold(token.surface)));
  return (isNamed || CONTROL_ID.test(text)) && isNumbered && tokens.every(isPlace);
}

/** `KRY` in `KRY-02`, `CON` in `CON.3`, `A4` in `ISMS.1.A4`. */
function isControlId(tokens: readonly Token[], at: number): boolean {
  const surface = tokens[at]?.surface ?? '';
  if (/^\p{Lu}\d{1,3}$/u.test(surface)) return true;
  const isShort = /^\p{Lu}{2,5}$/u.test(surface);
  return isShort && /^[-.]$/.test(tokens[at + 1]?.surface ?? '') && tokens[at + 2]?.kind === 'number';
}
