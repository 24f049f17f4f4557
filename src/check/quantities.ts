import { MONTH_NAME, monthNumber } from './month-names.js';
import { withDigits } from './number-words.js';

type Language = 'de' | 'en';

/** Numbers of a text by what they measure. */
export interface Quantities {
  /** `Q4 2026` */
  readonly quarters: ReadonlySet<string>;
  /** YYYY-MM-DD */
  readonly days: ReadonlySet<string>;
  /** Months of a year, YYYY-MM. */
  readonly calendarMonths: ReadonlySet<string>;
  readonly percents: ReadonlySet<number>;
  /** Spans up to weeks, in seconds. */
  readonly seconds: ReadonlySet<number>;
  /** Spans of months and years, in months: how many days they have is not fixed. */
  readonly months: ReadonlySet<number>;
  /** All other numbers, with a decimal point. */
  readonly numbers: ReadonlySet<string>;
}

/** Kinds of quantity, in the words of a message. */
export const QUANTITY_NAMES: Readonly<Record<keyof Quantities, string>> = {
  quarters: 'quarter',
  days: 'date',
  calendarMonths: 'month',
  percents: 'percentage',
  seconds: 'span of time',
  months: 'span of time',
  numbers: 'number',
};

/** `Q4 2026`, `Q4/2026`; not `Q5 2026`. */
const QUARTER = /\bQ([1-4])[ /-]?(20\d\d)\b/g;
/** `4. Quartal 2026` */
const QUARTER_DE = /\b([1-4])\.\s*Quartal\s+(20\d\d)\b/g;
/** `2026-12-31` */
const ISO_DAY = /\b(20\d\d)-(\d\d)-(\d\d)\b/g;
/** `31.12.2026`; not `1.2.3`. */
const GERMAN_DAY = /\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b/g;
/** `1. Februar 2024`, `1st of February 2024` */
const DAY_OF_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:\\.|st|nd|rd|th)? (?:of )?${MONTH_NAME},? (20\\d\\d)\\b`,
  'giu',
);
/** `February 1, 2024` */
const MONTH_AND_DAY = new RegExp(`\\b${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)?, (20\\d\\d)\\b`, 'giu');
/** `Februar 2024` */
const MONTH = new RegExp(`(?<!\\p{L})${MONTH_NAME} (20\\d\\d)\\b`, 'giu');
/** `12/2026`; not `31/12/2026`. */
const NUMBERED_MONTH = /(?<![\d./-])(0?[1-9]|1[0-2])\/(20\d\d)\b/g;

/**
 * `24`, `99,5`, `1.000`, `10 000` with any space of DIN 5008; not the end of a number. Bounded, so that a long row of
 * digits takes no longer than its length.
 */
const NUMBER =
  '(?<![\\d.,])(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,5}(?!\\d)|\\d{1,20}(?:[.,]\\d{1,20}){0,5})';
/** What stands between the ends of a range: `4–8`, `4 to 8`, `between 4 and 8`; not `4 and 8`. */
const UP_TO = '(?:[–—−-]|bis|to|(?<=(?:zwischen|between)\\s{1,3}[\\d.,]{1,9}\\s{1,3})(?:und|and))';
const RANGE = `${NUMBER}(?:\\s*${UP_TO}\\s*${NUMBER})?`;
const ANY_NUMBER = new RegExp(NUMBER, 'g');
/** `99,5 %`, `99.5%`, `20 Prozent` */
const PERCENT = new RegExp(`${RANGE}\\s*(?:%|Prozent\\b|percent\\b|per cent\\b)`, 'giu');

/** Unit words of both languages, with what they stand for: seconds, or months. */
const UNITS: readonly (readonly [pattern: string, dimension: 'seconds' | 'months', amount: number])[] = [
  ['Sekunden?|seconds?|secs?', 'seconds', 1],
  ['Minuten?|minutes?|mins?', 'seconds', 60],
  ['Stunden?|Std|hours?|hrs?|h', 'seconds', 3600],
  ['Tag(?:e|en|es)?|days?', 'seconds', 86_400],
  ['Wochen?|weeks?', 'seconds', 604_800],
  ['Monat(?:e|en|s)?|months?', 'months', 1],
  ['Jahr(?:e|en|es)?|years?', 'months', 12],
];

/** `24 Std.`, `4–8 hours`, `30-day`; not `8 Arbeitstage`, whose length is another. */
const SPAN = new RegExp(
  `${RANGE}[\\s-]*(${UNITS.map(([pattern]) => pattern).join('|')})(?![\\p{L}\\d])`,
  'giu',
);
const UNIT_WORDS = UNITS.map(
  ([pattern, ...unit]) => [new RegExp(`^(?:${pattern})$`, 'iu'), ...unit] as const,
);

/** Words for an interval of one unit. `täglich`, `every day`; not `alltäglich`. */
const INTERVALS: readonly (readonly [pattern: RegExp, dimension: 'seconds' | 'months', amount: number])[] = [
  [/(?<!\p{L})(?:stündlich|jede Stunde|hourly|every hour)/giu, 'seconds', 3600],
  [/(?<!\p{L})(?:täglich|jeden Tag|daily|every day|once a day)/giu, 'seconds', 86_400],
  [/(?<!\p{L})(?:wöchentlich|jede Woche|weekly|every week|once a week)/giu, 'seconds', 604_800],
  [/(?<!\p{L})(?:monatlich|jeden Monat|monthly|every month|once a month)/giu, 'months', 1],
  [
    /(?<!\p{L})(?:vierteljährlich|quartalsweise|jedes Quartal|quarterly|every quarter|once a quarter)/giu,
    'months',
    3,
  ],
  [/(?<!\p{L})(?:halbjährlich|semi-annually|half-yearly)/giu, 'months', 6],
  [/(?<!\p{L})(?:jährlich|jedes Jahr|annually|yearly|every year|once a year)/giu, 'months', 12],
];

/** What a text without an interval lacks. `täglich`, `quartalsweise`, `once a day`; not `8 Stunden`. */
const INTERVAL_HINTS = /lich|weise|ly|jede|every|once/i;

const NO_QUANTITIES: Quantities = {
  quarters: new Set(),
  days: new Set(),
  calendarMonths: new Set(),
  percents: new Set(),
  seconds: new Set(),
  months: new Set(),
  numbers: new Set(),
};

/** What a text without quantities lacks: digits, words such as `täglich`, `quartalsweise` or `daily`, units of time. */
const HINTS = /\d|lich|weise|ly|stunde|tag|woche|monat|jahr|quartal|hour|day|week|month|year|minute|second/i;

type Groups = readonly (string | undefined)[];

/** Reads the numbers of a text. A number counts once, as the most special thing it can be. */
export function readQuantities(text: string, language: Language): Quantities {
  if (!HINTS.test(text)) return NO_QUANTITIES;
  let rest = withDigits(text);
  const take = (pattern: RegExp, use: (groups: Groups) => void): void => {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      use(args.slice(1).map((group) => (typeof group === 'string' ? group : undefined)));
      return ' ';
    });
  };
  const dates = takeDates(take, /20\d\d/.test(text));
  const found = {
    percents: new Set<number>(),
    seconds: new Set<number>(),
    months: new Set<number>(),
    numbers: new Set<string>(),
  };
  const amounts = (from: string | undefined, to: string | undefined): number[] =>
    [from, to].flatMap((one) => (one === undefined ? [] : [Number(plainNumber(one, language))]));
  take(PERCENT, ([from, to]) => {
    for (const amount of amounts(from, to)) found.percents.add(amount);
  });
  take(SPAN, ([from, to, word = '']) => {
    const [, dimension, unit] = UNIT_WORDS.find(([pattern]) => pattern.test(word)) ?? [];
    if (dimension === undefined || unit === undefined) return;
    for (const amount of amounts(from, to)) found[dimension].add(amount * unit);
  });
  for (const [pattern, dimension, unit] of INTERVAL_HINTS.test(rest) ? INTERVALS : []) {
    take(pattern, () => found[dimension].add(unit));
  }
  for (const [number] of rest.matchAll(ANY_NUMBER)) found.numbers.add(plainNumber(number, language));
  return { ...dates, ...found };
}

/** Quarters, days and months of a year, taken out of a text with a year in it, from the most special on. */
function takeDates(
  take: (pattern: RegExp, use: (groups: Groups) => void) => void,
  hasYear: boolean,
): Pick<Quantities, 'quarters' | 'days' | 'calendarMonths'> {
  const quarters = new Set<string>();
  const days = new Set<string>();
  const calendarMonths = new Set<string>();
  const two = (part = ''): string => part.padStart(2, '0');
  const dates = { quarters, days, calendarMonths };
  if (!hasYear) return dates;
  for (const pattern of [QUARTER, QUARTER_DE]) take(pattern, ([q, y]) => quarters.add(`Q${q} ${y}`));
  take(ISO_DAY, ([y, m, d]) => days.add(`${y}-${m}-${d}`));
  take(GERMAN_DAY, ([d, m, y]) => days.add(`${y}-${two(m)}-${two(d)}`));
  take(DAY_OF_MONTH, ([d, month = '', y]) => days.add(`${y}-${monthNumber(month)}-${two(d)}`));
  take(MONTH_AND_DAY, ([month = '', d, y]) => days.add(`${y}-${monthNumber(month)}-${two(d)}`));
  take(MONTH, ([month = '', y]) => calendarMonths.add(`${y}-${monthNumber(month)}`));
  take(NUMBERED_MONTH, ([m, y]) => calendarMonths.add(`${y}-${two(m)}`));
  return dates;
}

/** A number with a mark between thousands. `1.000,5` in German; not `1.2`, `27.0001`. */
const GROUPED = {
  de: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  en: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
} as const;

/** `1.000,5` in German and `1,000.5` in English are both `1000.5`; `10 000` is `10000` in both. */
function plainNumber(spaced: string, language: Language): string {
  const text = spaced.replace(/\s/g, '');
  const bare = GROUPED[language].test(text) ? text.replaceAll(language === 'de' ? '.' : ',', '') : text;
  return bare.replaceAll(',', '.');
}
