import type { ItemBudget } from './limits.js';

/** What may stand between the fields of a record, most usual first. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One field as it stands in the text: offsets in UTF-16 units, quotation marks included. */
export interface CsvField {
  readonly start: number;
  readonly end: number;
  /** Without quotation marks, doubled ones undone. */
  readonly value: string;
  readonly isQuoted: boolean;
}

/** The fields of one record; every record has at least one. */
export type CsvRecord = readonly CsvField[];

export interface CsvTable {
  readonly separator: Separator;
  /** Where the first record begins: after a byte order mark and Excel's hint. */
  readonly start: number;
  readonly records: readonly CsvRecord[];
  /** True when a quotation mark is never closed: all that follows it is one field. */
  readonly isUnclosed: boolean;
}

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** Reads records (RFC 4180; a quotation mark within an unquoted field is a character like any other). */
class CsvReader {
  isUnclosed = false;
  private at: number;
  private readonly separatorCode: number;

  constructor(
    private readonly text: string,
    separator: Separator,
    start: number,
    private readonly budget: ItemBudget | undefined,
  ) {
    this.at = start;
    this.separatorCode = separator.charCodeAt(0);
  }

  /** At most `most` records. */
  read(most: number): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.at < this.text.length && records.length < most) records.push(this.readRecord());
    return records;
  }

  private readRecord(): CsvRecord {
    const fields = [this.readField()];
    while (this.at < this.text.length && this.text.charCodeAt(this.at) === this.separatorCode) {
      this.at++;
      fields.push(this.readField());
    }
    // A carriage return, a line feed, or both: one line end.
    if (this.text.charCodeAt(this.at) === CR) this.at++;
    if (this.text.charCodeAt(this.at) === LF) this.at++;
    return fields;
  }

  private readField(): CsvField {
    this.budget?.spend();
    const { text } = this;
    const start = this.at;
    const isQuoted = text.charCodeAt(start) === QUOTE;
    let value = isQuoted ? this.readQuoted() : '';
    const restStart = this.at;
    this.skipPlain();
    if (this.at > restStart) value += text.slice(restStart, this.at);
    return { start, end: this.at, value, isQuoted };
  }

  private readQuoted(): string {
    const { text } = this;
    let close = this.at;
    do {
      close = text.indexOf('"', close + 1);
      if (close < 0) {
        this.isUnclosed = true;
        close = text.length;
      } else if (text.charCodeAt(close + 1) === QUOTE) close++;
      else break;
    } while (close < text.length);
    const value = text.slice(this.at + 1, close).replaceAll('""', '"');
    this.at = Math.min(close + 1, text.length);
    return value;
  }

  private skipPlain(): void {
    const { text, separatorCode } = this;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === separatorCode || code === CR || code === LF) return;
    }
  }
}

/** Excel's own hint in the first line: `sep=;`. */
const HINT = /^\ufeff?sep=([,;\t|])(?:\r\n|\n|\r|$)/i;

/** Records, and characters, that are looked at to tell the separator. */
const SAMPLE = 400;
const SAMPLE_LENGTH = 2 ** 18;

/**
 * Splits a text into records and fields. The separator is the one that Excel's hint names, else the one that gives the
 * most records of one and the same number of fields.
 *
 * @param prefersTab a .tsv file: tabs count even where other separators would do as well
 */
export function splitCsv(text: string, prefersTab: boolean, budget?: ItemBudget): CsvTable {
  const hint = HINT.exec(text);
  const start = hint?.[0].length ?? (text.startsWith('\ufeff') ? 1 : 0);
  const hinted = SEPARATORS.find((separator) => separator === hint?.[1]);
  return readTable(text, hinted ?? mostRegular(text, start, prefersTab), start, budget);
}

/** Splits a text whose separator is known, and whose records begin at an offset. */
export function readTable(text: string, separator: Separator, start: number, budget?: ItemBudget): CsvTable {
  const reader = new CsvReader(text, separator, start, budget);
  const records = reader.read(Number.POSITIVE_INFINITY);
  return { separator, start, records, isUnclosed: reader.isUnclosed };
}

/** How much a separator counts that leaves a quotation mark open: another one is the better guess if there is one. */
const UNCLOSED = 0.25;

function mostRegular(text: string, start: number, prefersTab: boolean): Separator {
  if (prefersTab && text.includes('\t')) return '\t';
  const isCut = text.length > start + SAMPLE_LENGTH;
  const sample = text.slice(0, start + SAMPLE_LENGTH);
  let best: { readonly separator: Separator; readonly score: number } | undefined;
  for (const separator of SEPARATORS) {
    const reader = new CsvReader(sample, separator, start, undefined);
    const counts = new Map<number, number>();
    for (const { length } of reader.read(SAMPLE)) counts.set(length, (counts.get(length) ?? 0) + 1);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    // Regular by how many records agree on more than one field; more fields decide between equals.
    const scores = [...counts].map(([fields, count]) => (fields > 1 ? count / total + fields / 1e6 : 0));
    const score = Math.max(0, ...scores) * (reader.isUnclosed && !isCut ? UNCLOSED : 1);
    if (best === undefined || score > best.score) best = { separator, score };
  }
  return best?.separator ?? ',';
}
