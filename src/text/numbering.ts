/**
 * The number of a question in its list, at the start of the text: `A.5.1`, `IAM-02.1`, `7)`, `1.2.3`, `Anlage 7:`; not `2. Faktor`,
 * `99.9 % availability`, `24 hours` or `2FA`.
 */
const NUMBERING =
  /^(?!\d\. (?:faktor|standort|rz|rechenzentrum|factor|site|region)\b)(?:\(?\d{1,3}[.):]\)?|\d{1,3}(?:\.\d{1,3}){2,}[.:)]?|(?!(?:aes|tls|ssl|sha|rsa|soc|iso|iec|din|en|nist|fips|pci|nis|bsi|tier|ipv|q|p)[.-])[a-z&]{1,5}(?:[.-][a-z&]{1,5})*[.-]\d{1,3}(?:[.-]\d{1,3})*[.:)]?|(?:annex|appendix|exhibit|question|item|control|section|req|requirement|anlage|anhang|frage|ziffer|punkt|kriterium|anforderung|nr\.?|no\.?)\s*\d{1,3}(?:\.\d{1,3})*[.:)]?)\s+(?=[\p{L}"'])/iu;

/** Two numbers with a point, before a sentence: `1.4 Name`; not `99.9 Verfügbarkeit`, `4.5 hours` or `1.5 TB`. */
const DECIMAL_NUMBERING =
  /^[1-4]?\d\.\d{1,2}[.:)]?\s+(?!(?:Prozent|Stunde|Std|Tag|Woche|Monat|Jahr|Minute|[KMGT]B\b))(?=["'\p{Lu}])/u;

/** Normalised text without the number of the question. */
export function withoutNumbering(text: string): string {
  return text.replace(DECIMAL_NUMBERING, '').replace(NUMBERING, '');
}
