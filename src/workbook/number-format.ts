import type { CellKind } from './model.js';

/** How a number is shown: `kind` is `date` for dates and times. */
export interface NumberFormat {
  readonly kind: Extract<CellKind, 'number' | 'date'>;
  /** The number as a reader sees it; dates in ISO 8601. */
  show(value: number): string;
}

/** Formats that every workbook has without listing them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** East Asian dates and times: shown by the language of the program, dates all the same. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const GENERAL: NumberFormat = { kind: 'number', show: showGeneral };

/** The format of a style: its code when the workbook lists one, else the built-in of that id. */
export function readNumberFormat(id: number, code: string | undefined, isDate1904: boolean): NumberFormat {
  const format = code ?? (isEastAsianDate(id) ? 'yyyy-mm-dd' : BUILT_IN[id]);
  if (format === undefined) return GENERAL;
  const section = firstSection(format);
  if (/^general$/i.test(section.trim()) || section.trim() === '@') return GENERAL;
  const bare = section.replace(QUOTED, '').replace(COLOUR_OR_LOCALE, '');
  const hasDay = /[dy]/i.test(bare) || /m/i.test(bare.replace(MINUTES, ''));
  const hasTime = /[hs]/i.test(bare);
  if ((hasDay || hasTime) && !/[#0?].*e\+/i.test(bare)) {
    return { kind: 'date', show: (value) => showDate(value, hasDay, hasTime, isDate1904) };
  }
  return readPattern(section) ?? GENERAL;
}

/** Literals: `"days"`, `\d`, `_)` (a gap) and `*-` (a filler); `0.0` has none. */
const QUOTED = /"[^"]*"|\\.|_.|\*./g;
/** `[Red]`, `[$-407]`, `[>=100]`, but not the elapsed time `[h]`. */
const COLOUR_OR_LOCALE = /\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
/** Minutes, which share their letter with months: after an hour, or before a second; not in `mmm-yy`. */
const MINUTES = /h+\]?[^a-z]*m+|m+[^a-z]*s+/gi;

/** The section for positive numbers: sections are parted by semicolons outside of literals. */
function firstSection(code: string): string {
  const end = code.replace(QUOTED, (literal) => ' '.repeat(literal.length)).indexOf(';');
  return end < 0 ? code : code.slice(0, end);
}

/** Fixed places with optional text around: `0.00`, `#,##0 "days"`, `"Q"0`; not `0.00E+00` and not `# ?/?`. */
const PATTERN = /^([^#0?]*)([#0?,]*[#0?][#0?,]*)(?:\.([#0?]*))?([^#0?/]*)$/;

function readPattern(section: string): NumberFormat | undefined {
  const literals: string[] = [];
  const marked = section.replace(COLOUR_OR_LOCALE, '').replace(QUOTED, (literal) => {
    literals.push(literalText(literal));
    return '\u0000';
  });
  const match = PATTERN.exec(marked);
  if (!match || /e[+-]/i.test(marked)) return undefined;
  const [, before = '', whole = '', places = '', after = ''] = match;
  const fill = (text: string): string => text.replaceAll('\u0000', () => literals.shift() ?? '');
  const [prefix, suffix] = [fill(before), fill(after)];
  const isPercent = before.includes('%') || after.includes('%');
  const hasGroups = /[#0?],[#0?]/.test(whole);
  // A comma at the end scales by a thousand: shown in full instead, since a reader of our report lacks the heading.
  const minWhole = whole.replaceAll(',', '').replace(/^[#?]+/, '').length;
  const minPlaces = places.replace(/[#?]+$/, '').length;
  const show = (value: number): string => {
    const scaled = roundPercent(isPercent ? value * 100 : value);
    const digits = showFixed(Math.abs(scaled), places.length, minPlaces, minWhole, hasGroups);
    const sign = scaled < 0 && /[1-9]/.test(digits) ? '-' : '';
    return (sign + prefix + digits + suffix).trim();
  };
  return { kind: 'number', show };
}

function literalText(literal: string): string {
  if (literal.startsWith('"')) return literal.slice(1, -1);
  if (literal.startsWith('\\')) return literal.slice(1);
  return literal.startsWith('_') ? ' ' : '';
}

/** Takes out the error of binary fractions (0.07 * 100), as Excel does by working with 15 digits. */
function roundPercent(value: number): number {
  return Number(value.toPrecision(15));
}

/** 4.675 to two places is 4.68 in Excel, which rounds the decimal digits and not the binary fraction beneath. */
function roundHalfUp(value: number, places: number): number {
  const rounded = Number(`${Math.round(Number(`${value}e${places}`))}e-${places}`);
  return Number.isFinite(rounded) ? rounded : value;
}

function showFixed(
  value: number,
  places: number,
  minPlaces: number,
  minWhole: number,
  hasGroups: boolean,
): string {
  if (value >= 1e21) return showGeneral(value);
  const [whole = '', fraction = ''] = roundHalfUp(value, Math.min(places, 30))
    .toFixed(Math.min(places, 30))
    .split('.');
  let shown = fraction;
  while (shown.length > minPlaces && shown.endsWith('0')) shown = shown.slice(0, -1);
  let digits = whole.padStart(minWhole, '0');
  if (minWhole === 0 && digits === '0') digits = shown === '' ? '0' : '';
  if (hasGroups) digits = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  return shown === '' ? digits : `${digits}.${shown}`;
}

/** Up to 15 significant digits, as Excel keeps and shows them; whole numbers without an exponent up to 1E+20. */
function showGeneral(value: number): string {
  return String(Number(value.toPrecision(15))).replace('e', 'E');
}

const DAY = 86_400_000;

/**
 * A serial number as an ISO date, time, or both (ECMA-376 part 1, 18.17.4.1). In the 1900 system day 60 is the 29th
 * of February 1900, which never was; days before it count from one day later.
 */
function showDate(value: number, hasDay: boolean, hasTime: boolean, isDate1904: boolean): string {
  if (value < 0 || value >= 2_958_466) return showGeneral(value);
  // Whole seconds, so that 0.1 s of error in a fraction of a day does not show.
  const seconds = Math.round(value * 86_400);
  const day = Math.floor(seconds / 86_400);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (!hasDay) return day > 0 ? `${day * 24 + Number(clock.slice(0, 2))}${clock.slice(2)}` : clock;
  const date = isDate1904 ? isoDay(Date.UTC(1904, 0, 1) + day * DAY) : day1900(day);
  return hasTime && seconds % 86_400 > 0 ? `${date}T${clock}` : date;
}

function day1900(day: number): string {
  if (day === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY);
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
