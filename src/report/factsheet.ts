import type { FactBase } from '../facts/fact-base.js';
import { sheetRows } from '../facts/sheet-rows.js';
import { availabilityOn, statusOn } from '../facts/status.js';
import { type FactsheetWords, fillWords } from './factsheet-words.js';

/** A row of the fact sheet. */
export interface FactsheetRow {
  readonly cells: readonly string[];
  /** What is to be known about the row on the day: its date has passed. */
  readonly note: string | null;
}

/** A section of the fact sheet: a table. */
export interface FactsheetSection {
  readonly id: string;
  readonly title: string;
  /** Headings of the columns; of the usual two where the section has none of its own. */
  readonly columns: readonly string[];
  /** True where the headings are the section's own. */
  readonly hasColumns: boolean;
  readonly rows: readonly FactsheetRow[];
}

/** The fact sheet as data: what every format renders. */
export interface Factsheet {
  /** Version of this format. */
  readonly version: 1;
  readonly language: 'de' | 'en';
  readonly title: string;
  /** The day in words, such as `As of 2026-11-23`. */
  readonly dated: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly facts: { readonly hash: string };
  /** Heading of the column for notes. */
  readonly noteTitle: string;
  readonly sections: readonly FactsheetSection[];
}

/** Makes the fact sheet in a language from the facts as of a day (`YYYY-MM-DD`). */
export function describeFactsheet(
  base: FactBase,
  language: 'de' | 'en',
  day: string,
  words: FactsheetWords,
): Factsheet {
  const notes = notesByRow(base, day, words);
  const rows = sheetRows(base, language);
  const sections = base.sections.map((section): FactsheetSection => {
    const own = rows.filter((row) => row.section === section.id);
    return {
      id: section.id,
      title: section.title[language],
      columns: section.columns?.[language] ?? [words.item, words.value],
      hasColumns: section.columns !== undefined,
      rows: own.map(({ row, cells }) => ({ cells, note: notes.get(`${section.id} ${row}`) ?? null })),
    };
  });
  return {
    version: 1,
    language,
    title: words.title,
    dated: fillWords(words.as_of, { day }),
    asOf: day,
    facts: { hash: base.hash },
    noteTitle: words.note,
    sections: sections.filter((section) => section.rows.length > 0),
  };
}

/** Notes by `section row`. A row of the roadmap is as overdue as the fact that it refers to. */
function notesByRow(base: FactBase, day: string, words: FactsheetWords): Map<string, string> {
  const notes = new Map<string, string>();
  const add = (source: { section: string; row: number } | undefined, until: string | undefined): void => {
    if (source === undefined) return;
    const text = until === undefined ? words.overdue : words.lapsed;
    notes.set(`${source.section} ${source.row}`, fillWords(text, { day, until: until ?? '' }));
  };
  for (const fact of base.facts.values()) {
    const { isUnconfirmed, lapsed } = statusOn(fact, day);
    if (!isUnconfirmed) continue;
    const rows = fact.value.kind === 'parties' ? fact.value.parties.length : 1;
    for (let at = 0; at < rows; at += 1) add({ ...fact.source, row: fact.source.row + at }, lapsed);
    for (const row of base.roadmap) if (row.fact === fact.id) add(row.source, lapsed);
  }
  for (const document of base.documents.values()) {
    if (!availabilityOn(document, day).isUnconfirmed) continue;
    const { valid_until: until } = document;
    add(document.source, until !== undefined && day > until ? until : undefined);
  }
  return notes;
}

/** True where a section has a note, and so needs a column for it. */
export function hasNotes({ rows }: FactsheetSection): boolean {
  return rows.some(({ note }) => note !== null);
}
