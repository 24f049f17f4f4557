import type { FactBase } from './fact-base.js';
import type { Party } from './value.js';

/** One row of the fact sheet: the texts of its cells, left to right. */
export interface SheetRow {
  readonly section: string;
  readonly row: number;
  readonly cells: readonly string[];
}

type Language = 'de' | 'en';

/**
 * The rows of the fact sheet in its order, rebuilt from the facts: label and display; facts that share a row are joined
 * with " / "; a list of parties gives a row for each (name, purpose, certificates); documents give title and display.
 */
export function sheetRows(base: FactBase, language: Language): SheetRow[] {
  const rows = new Map<string, SheetRow>();
  const add = (section: string, row: number, cells: readonly string[]): void => {
    const key = `${section} ${row}`;
    const present = rows.get(key)?.cells;
    const joined = present ? present.map((cell, index) => `${cell} / ${cells[index] ?? ''}`) : cells;
    rows.set(key, { section, row, cells: joined });
  };
  for (const { source, label, display } of base.roadmap) {
    add(source.section, source.row, [label[language], display[language]]);
  }
  for (const { source, title, display } of base.documents.values()) {
    if (source) add(source.section, source.row, [title[language], display[language]]);
  }
  // A row of a roadmap or of a list of documents is written once, there.
  const taken = new Set(rows.keys());
  for (const { source, value, label, display } of base.facts.values()) {
    if (taken.has(`${source.section} ${source.row}`)) continue;
    if (value.kind === 'parties') {
      value.parties.forEach((party, index) => {
        add(source.section, source.row + index, partyCells(party, language));
      });
    } else {
      add(source.section, source.row, [label[language], display[language]]);
    }
  }
  const order = new Map(base.sections.map((section, index) => [section.id, index]));
  return [...rows.values()].sort(
    (a, b) => (order.get(a.section) ?? 0) - (order.get(b.section) ?? 0) || a.row - b.row,
  );
}

/** Certificates of a party as one text, with the region note where it was stated with them. */
export function certificatesText({ certificates, region }: Party): string {
  const note = region?.stated_with === 'certificates' ? ` (${region.note})` : '';
  return (certificates.join(', ') + note).trim();
}

function partyCells(party: Party, language: Language): string[] {
  return [party.name, party.purpose[language], certificatesText(party)];
}
