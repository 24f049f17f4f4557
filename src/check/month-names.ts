/** Names of the twelve months, German and English, with the usual short forms. */
const NAMES = [
  'Januar|Jänner|January|Jan',
  'Februar|February|Feb',
  'März|March|Mar',
  'April|Apr',
  'Mai|May',
  'Juni|June|Jun',
  'Juli|July|Jul',
  'August|Aug',
  'September|Sept|Sep',
  'Oktober|October|Okt|Oct',
  'November|Nov',
  'Dezember|December|Dez|Dec',
];

/** A pattern for the name of a month. */
export const MONTH_NAME = `(${NAMES.join('|')})\\.?`;

/** The number of a month, `01` to `12`, from its name. */
export function monthNumber(name: string): string {
  const wanted = name.toLowerCase();
  const index = NAMES.findIndex((names) => names.toLowerCase().split('|').includes(wanted));
  return String(index + 1).padStart(2, '0');
}
