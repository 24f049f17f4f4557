import type { Buffer } from 'node:buffer';
import { Problem } from '../problem.js';
import { formatCell } from './a1.js';
import { type CsvText, decodeAs, encodeCsv, unencodable } from './csv-encoding.js';
import { type CsvField, type CsvTable, readTable } from './csv-fields.js';
import type { Splice } from './tag-edit.js';
import { failed } from './verification-failed.js';

/** An opened CSV file. */
export interface OpenedCsv extends CsvText {
  readonly name: string;
  readonly table: CsvTable;
}

/** One field to fill; rows and columns from 1. */
export interface CsvChange {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Beginnings that make Excel and LibreOffice take a field for a formula (OWASP, "CSV Injection"), full-width forms
 * included: `=1+1`, `-5`, `@home`; not `1-5`.
 */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text as a spreadsheet program shows it without calculating it. An apostrophe goes before what would be taken for a
 * formula: it stays readable, and it is what OWASP advises; CSV has no other way to say "this is text".
 */
export function inertText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** True when every field with content is quoted: then the new ones are, too. */
function quotesAll({ records }: CsvTable): boolean {
  const filled = records.flatMap((record) => record.filter(({ value }) => value !== ''));
  return filled.length > 0 && filled.every(({ isQuoted }) => isQuoted);
}

/** What must stand in quotation marks: the separator, quotation marks, line ends, blanks at an end. */
function needsQuotes(text: string, separator: string): boolean {
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
}

/** Puts the texts into their fields; short records get the separators that are missing. Every other character stays. */
export function editCsv(opened: OpenedCsv, changes: readonly CsvChange[]): Buffer {
  const { text, table, encoding, name } = opened;
  const { separator, records } = table;
  const isQuoting = quotesAll(table);
  const write = (value: string, field: CsvField | undefined): string => {
    const inert = inertText(value);
    const isQuoted = field?.isQuoted === true || isQuoting || needsQuotes(inert, separator);
    return isQuoted ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  const splices: Splice[] = [];
  const added = new Map<number, CsvChange[]>();
  for (const change of changes) {
    const cell = formatCell(change.row, change.column);
    const record = records[change.row - 1];
    if (record === undefined) {
      throw new Problem('workbook/bad-cell', `${cell} is below the last row of ${name}; leave it out.`);
    }
    const foreign = unencodable(change.text, encoding);
    if (foreign !== undefined) {
      throw new Problem(
        'workbook/encoding',
        `${name} is stored as ${encoding}, which has no "${foreign}" (${cell}); open it in Excel, save it as "CSV UTF-8" and retry.`,
      );
    }
    const field = record[change.column - 1];
    if (field !== undefined) {
      splices.push({ start: field.start, end: field.end, text: write(change.text, field) });
    } else added.set(change.row, [...(added.get(change.row) ?? []), change]);
  }
  for (const [row, more] of added) {
    const record = records[row - 1] ?? [];
    const end = record.at(-1)?.end ?? 0;
    const last = Math.max(...more.map(({ column }) => column));
    const cells = Array.from({ length: last - record.length }, (_, i) => {
      const change = more.find(({ column }) => column === record.length + i + 1);
      return separator + (change === undefined ? '' : write(change.text, undefined));
    });
    splices.push({ start: end, end, text: cells.join('') });
  }
  return encoded(spliceText(text, splices), opened);
}

function spliceText(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of splices.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function encoded(text: string, { encoding }: OpenedCsv): Buffer {
  const bytes = encodeCsv(text, encoding);
  if (bytes === undefined) throw failed('it cannot be stored in the encoding of the original');
  return bytes;
}

/**
 * Reads an output back and proves that it differs from the input by the changes and nothing else: the same records and
 * separators, every other field character for character, the changed ones with their text.
 * Gives the number of fields that were left as they were. Throws Problem workbook/verification-failed.
 */
export function verifyCsv(opened: OpenedCsv, changes: readonly CsvChange[], output: Buffer): number {
  const after = decodeAs(output, opened.encoding);
  const before = opened.table;
  const now = readTable(after, before.separator, before.start);
  if (now.records.length !== before.records.length) throw failed('its records are not those of the original');
  const wanted = new Map(changes.map(({ row, column, text }) => [`${row}:${column}`, inertText(text)]));
  let kept = 0;
  // What stands between fields (separators, line ends, the hint and the mark at the start) is compared as well.
  let [oldAt, newAt] = [0, 0];
  for (const [i, record] of before.records.entries()) {
    const found = now.records[i] ?? [];
    for (const [k, field] of found.entries()) {
      const cell = formatCell(i + 1, k + 1);
      const old = record[k];
      const text = wanted.get(`${i + 1}:${k + 1}`);
      if (old !== undefined && between(opened.text, oldAt, old) !== between(after, newAt, field))
        throw failed(`more than the planned cells changed before ${cell}`);
      if (text !== undefined ? field.value !== text : !isSame(opened.text, old, after, field))
        throw failed(`${cell} does not hold what was planned`);
      wanted.delete(`${i + 1}:${k + 1}`);
      if (text === undefined && field.value !== '') kept++;
      oldAt = old?.end ?? oldAt;
      newAt = field.end;
    }
    if (found.length < record.length) throw failed(`row ${i + 1} lost a cell`);
  }
  if (opened.text.slice(oldAt) !== after.slice(newAt)) throw failed('its end changed');
  if (wanted.size > 0) throw failed('a planned cell is missing');
  return kept;
}

const between = (text: string, from: number, field: CsvField): string => text.slice(from, field.start);

/** Fields that were added to a short record are empty unless they were planned. */
function isSame(oldText: string, old: CsvField | undefined, newText: string, field: CsvField): boolean {
  const raw = newText.slice(field.start, field.end);
  return raw === (old === undefined ? '' : oldText.slice(old.start, old.end));
}
