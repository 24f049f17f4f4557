type Language = 'de' | 'en';

/** Numbers of a text by what they measure. */
export interface Quantities {
  /** `Q4 2026` */
  readonly quarters: ReadonlySet<string>;
  /** YYYY-MM-DD */
  readonly days: ReadonlySet<string>;
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

const NUMBER = '(\\d+(?:[.,]\\d+)*)';
const RANGE = `${NUMBER}(?:\\s*(?:–|-|bis|to)\\s*${NUMBER})?`;
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
const SPANS = UNITS.map(
  ([pattern, dimension, amount]) =>
    [new RegExp(`${RANGE}[\\s-]*(?:${pattern})(?![\\p{L}\\d])`, 'giu'), dimension, amount] as const,
);

/** Words for an interval of one unit. */
const INTERVALS: readonly (readonly [pattern: RegExp, dimension: 'seconds' | 'months', amount: number])[] = [
  [/(?<!\p{L})(?:stündlich|hourly)/giu, 'seconds', 3600],
  [/(?<!\p{L})(?:täglich|daily)/giu, 'seconds', 86_400],
  [/(?<!\p{L})(?:wöchentlich|weekly)/giu, 'seconds', 604_800],
  [/(?<!\p{L})(?:monatlich|monthly)/giu, 'months', 1],
  [/(?<!\p{L})(?:vierteljährlich|quartalsweise|quarterly)/giu, 'months', 3],
  [/(?<!\p{L})(?:jährlich|annually|yearly)/giu, 'months', 12],
];

const NO_QUANTITIES: Quantities = {
  quarters: new Set(),
  days: new Set(),
  percents: new Set(),
  seconds: new Set(),
  months: new Set(),
  numbers: new Set(),
};

/** Reads the numbers of a text. A number counts once, as the most special thing it can be. */
export function readQuantities(text: string, language: Language): Quantities {
  // Most texts have no number and no word such as `täglich`, `quartalsweise` or `daily` in them.
  if (!/\d|lich|weise|ly/i.test(text)) return NO_QUANTITIES;
  let rest = text;
  const take = (pattern: RegExp, use: (groups: readonly (string | undefined)[]) => void): void => {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      use(args.slice(1).map((group) => (typeof group === 'string' ? group : undefined)));
      return ' ';
    });
  };
  const found = {
    quarters: new Set<string>(),
    days: new Set<string>(),
    percents: new Set<number>(),
    seconds: new Set<number>(),
    months: new Set<number>(),
    numbers: new Set<string>(),
  };
  const two = (part = ''): string => part.padStart(2, '0');
  for (const pattern of [QUARTER, QUARTER_DE]) take(pattern, ([q, y]) => found.quarters.add(`Q${q} ${y}`));
  take(ISO_DAY, ([y, m, d]) => found.days.add(`${y}-${m}-${d}`));
  take(GERMAN_DAY, ([d, m, y]) => found.days.add(`${y}-${two(m)}-${two(d)}`));
  const amounts = (from: string | undefined, to: string | undefined): number[] =>
    [from, to].flatMap((one) => (one === undefined ? [] : [Number(plainNumber(one, language))]));
  take(PERCENT, ([from, to]) => {
    for (const amount of amounts(from, to)) found.percents.add(amount);
  });
  for (const [pattern, dimension, unit] of SPANS) {
    take(pattern, ([from, to]) => {
      for (const amount of amounts(from, to)) found[dimension].add(amount * unit);
    });
  }
  for (const [pattern, dimension, unit] of INTERVALS) take(pattern, () => found[dimension].add(unit));
  for (const [number] of rest.matchAll(/\d+(?:[.,]\d+)*/g)) found.numbers.add(plainNumber(number, language));
  return found;
}

/** A number with a mark between thousands. `1.000,5` in German; not `1.2`, `27.0001`. */
const GROUPED = {
  de: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  en: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
} as const;

/** `1.000,5` in German and `1,000.5` in English are both `1000.5`. */
function plainNumber(text: string, language: Language): string {
  const bare = GROUPED[language].test(text) ? text.replaceAll(language === 'de' ? '.' : ',', '') : text;
  return bare.replaceAll(',', '.');
}
