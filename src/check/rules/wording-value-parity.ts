import { describeAmount } from '../amount.js';
import { timeOutside } from '../named-times.js';
import { type OwnWords, ownWords } from '../own-words.js';
import { QUANTITY_NAMES, type Quantities, readQuantities } from '../quantities.js';
import type { Rule } from '../rule.js';
import { namedNumbers, typedQuantities } from '../typed-quantities.js';

const KINDS = Object.keys(QUANTITY_NAMES) as (keyof Quantities)[];
const LANGUAGES = ['de', 'en'] as const;

/** Words and typed value say the same thing; a figure that is changed in one place only makes one of them untrue. */
export const wordingValueParity: Rule = {
  id: 'wording/value-parity',
  severity: 'error',
  summary: 'a figure, unit, version or date that differs between German, English and the typed value',
  hint: 'Write the same figure in "value", in German and in English.',
  *check({ base }) {
    for (const own of ownWords(base)) {
      const untyped = LANGUAGES.flatMap((language) => {
        const difference = fromTyped(own, language);
        return difference === null ? [] : [{ language, difference }];
      });
      for (const { language, difference } of untyped) {
        yield {
          at: own.at,
          path: [...own.path, language],
          message: `${nameOf(own)} (${language}) ${difference}`,
        };
      }
      const difference = untyped.length > 0 ? null : betweenLanguages(own);
      if (difference !== null) {
        yield { at: own.at, path: [...own.path, 'en'], message: `${nameOf(own)} ${difference}` };
      }
    }
  },
};

function nameOf({ at, path }: OwnWords): string {
  const entry = at.kind === 'roadmap' ? `roadmap row of ${at.fact}` : `${at.kind} ${at.id}`;
  return `${path.filter((step) => typeof step === 'string').join('.')} of ${entry}`;
}

/** What a text says otherwise than the typed value beside it; null where they agree or do not speak of the same. */
function fromTyped({ fact, document, words, path }: OwnWords, language: 'de' | 'en'): string | null {
  const text = words[language];
  const said = readQuantities(text, language);
  if (document !== undefined) {
    if (path[0] !== 'display') return null;
    const quarters = document.available === 'immediately' ? [] : [document.available.quarter];
    return contradiction('quarters', said.quarters, new Set(quarters)) ?? otherTime(text, language, quarters);
  }
  if (fact === undefined) return null;
  const typed = typedQuantities(fact.value, fact.due);
  const span = spanContradiction(said, typed);
  if (span !== null) return span;
  for (const kind of KINDS) {
    if (kind === 'seconds' || kind === 'months') continue;
    const value = typed[kind];
    const found = value === undefined ? null : contradiction(kind, said[kind], value);
    if (found !== null) return found;
  }
  const quarters = fact.due === undefined || path[0] !== 'display' ? [] : [fact.due.quarter];
  const time = otherTime(text, language, quarters);
  if (time !== null) return time;
  const named = namedNumbers(text, fact.value);
  return named === null ? null : contradiction('numbers', named.text, named.typed);
}

/** A day, month or year in a text that is not in the quarter of the value. */
function otherTime(text: string, language: 'de' | 'en', [quarter]: readonly string[]): string | null {
  const other = quarter === undefined ? null : timeOutside(text, language, quarter);
  return other === null ? null : `says ${other} where the value says ${quarter} (date)`;
}

function contradiction(
  kind: keyof Quantities,
  said: ReadonlySet<string | number>,
  typed: ReadonlySet<string | number>,
): string | null {
  if (said.size === 0 || isSame(said, typed)) return null;
  const name = QUANTITY_NAMES[kind];
  const value = typed.size === 0 ? 'none' : list(kind, typed);
  return `says ${list(kind, said)} where the value says ${value} (${name})`;
}

/** Average length of a month in seconds (Gregorian calendar). */
const MONTH = 2_629_746;
/** A month counted as 30 days, or a year as 360, is the same span in other words. */
const TOLERANCE = 0.05;

/** The same for spans of time, where `30 days` and `1 month` say the same. */
function spanContradiction(said: Quantities, typed: Partial<Quantities>): string | null {
  const spans = ({ seconds = new Set(), months = new Set() }: Partial<Quantities>): number[] => [
    ...seconds,
    ...[...months].map((amount) => amount * MONTH),
  ];
  const [inText, inValue] = [spans(said), spans(typed)];
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
  const areIn = (some: readonly number[], others: readonly number[]): boolean =>
    some.every((one) => others.some((other) => isNear(one, other)));
  if (inText.length === 0 || inValue.length === 0) return null;
  if (areIn(inText, inValue) && areIn(inValue, inText)) return null;
  const words = ({ seconds = new Set(), months = new Set() }: Partial<Quantities>): string =>
    [seconds.size > 0 ? list('seconds', seconds) : '', months.size > 0 ? list('months', months) : '']
      .filter((part) => part !== '')
      .join(', ');
  return `says ${words(said)} where the value says ${words(typed)} (${QUANTITY_NAMES.seconds})`;
}

function betweenLanguages({ words }: OwnWords): string | null {
  const de = readQuantities(words.de, 'de');
  const en = readQuantities(words.en, 'en');
  for (const kind of KINDS) {
    if (isSame<string | number>(de[kind], en[kind])) continue;
    const none = 'none';
    const said = (set: ReadonlySet<string | number>): string => (set.size === 0 ? none : list(kind, set));
    return `says ${said(de[kind])} in German and ${said(en[kind])} in English (${QUANTITY_NAMES[kind]})`;
  }
  return null;
}

function isSame<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

const HOUR = 3600;
const DAY = 24 * HOUR;

function list(kind: keyof Quantities, values: ReadonlySet<string | number>): string {
  return [...values].map((value) => describe(kind, value)).join(', ');
}

function describe(kind: keyof Quantities, value: string | number): string {
  if (kind === 'percents') return `${value} %`;
  if (kind === 'months') return describeAmount(Number(value), 'months');
  if (kind !== 'seconds' || typeof value !== 'number') return String(value);
  const days = describeAmount(value / DAY, 'days');
  const hours = describeAmount(value / HOUR, 'hours');
  if (value % DAY === 0 && value > DAY) return value <= 7 * DAY ? `${hours} (${days})` : days;
  return value % HOUR === 0 ? hours : describeAmount(value / 60, 'minutes');
}
