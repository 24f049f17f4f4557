import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const text = z.string().min(1);

/** Words around the fact sheet in one language (`templates/factsheet`). */
export const FactsheetWords = z.strictObject({
  title: text,
  /** With {day}. */
  as_of: text,
  /** Headings of a table that has none of its own. */
  item: text,
  value: text,
  /** Heading of the column for marks. */
  note: text,
  /** Mark of a row whose date has passed; with {day}. */
  overdue: text,
  /** Mark of a row past its validity; with {day} and {until}. */
  lapsed: text,
});
export type FactsheetWords = z.infer<typeof FactsheetWords>;

const FOLDER = new URL('../../templates/factsheet/', import.meta.url);

/** The words of a language. @throws ZodError when the file does not have the shape of its schema */
export async function loadFactsheetWords(language: 'de' | 'en'): Promise<FactsheetWords> {
  const [{ parse }, yaml] = await Promise.all([
    import('yaml'),
    readFile(new URL(`${language}.yaml`, FOLDER), 'utf8'),
  ]);
  return FactsheetWords.parse(parse(yaml));
}

/** Puts values into a text: `{day}` becomes the value of `day`. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
