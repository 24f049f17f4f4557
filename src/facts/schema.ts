import { z } from 'zod';
import { FactValue, Words } from './value.js';

/** A real calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date({ error: 'a day that exists, as YYYY-MM-DD' });

/** `by`: on the quarter's last day at the latest. `from`: from its first day on. */
export const Due = z.strictObject({
  quarter: z.string().regex(/^Q[1-4] 20\d\d$/, { error: 'a quarter such as Q4 2026' }),
  edge: z.enum(['by', 'from']),
});
export type Due = z.infer<typeof Due>;

export const FactStatus = z.enum(['implemented', 'partial', 'planned', 'not_implemented']);
export type FactStatus = z.infer<typeof FactStatus>;

/** Section and row of the fact sheet that the statement was taken from. */
const Source = z.strictObject({ section: z.string().min(1), row: z.number().int().positive() });

const factId = z
  .string()
  .regex(/^[a-z0-9_]+(?:\.[a-z0-9_]+)*$/, { error: 'an id such as access.mfa (a-z, 0-9, _ and dots)' });
const documentId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'an id such as pentest-report (a-z, 0-9 and hyphens)' });

/** A finding of `answer check` that is known and accepted until a day. */
const Acceptance = z.strictObject({
  rule: z.string().min(1),
  reason: z.string().regex(/\S/, { error: 'why the finding is accepted' }),
  until: Day,
});

const ownership = {
  /** Role or team that keeps the entry true. */
  owner: z.string().min(1),
  recorded: Day,
  /** Day on which somebody last confirmed the entry. */
  reviewed: Day.optional(),
  /** Last day on which the entry may be used without a new review. */
  valid_until: Day.optional(),
  accept: z.array(Acceptance).default([]),
};

/** One thing that is true of the company. */
export const FactSchema = z.strictObject({
  id: factId,
  status: FactStatus,
  value: FactValue.default({ kind: 'none' }),
  /** When a planned fact is to be in place. A fact on a document has the due date of its document. */
  due: Due.optional(),
  /** How far it reaches, in words that fit into a sentence: "for all users". */
  extent: Words.optional(),
  label: Words,
  display: Words,
  /** Ids of the documents that show it. */
  evidence: z.array(documentId).default([]),
  source: Source,
  ...ownership,
});
export type Fact = z.infer<typeof FactSchema>;

/** A document that can serve as evidence. */
export const DocumentSchema = z.strictObject({
  id: documentId,
  title: Words,
  /** How a sentence cites it; the title, if absent. */
  name: Words.optional(),
  available: z.union([z.literal('immediately'), Due], {
    error: 'immediately, or { quarter: Q4 2026, edge: by }',
  }),
  display: Words,
  /** A statement of our own about ourselves: cited only where nothing better is available. */
  self_declaration: z.boolean().default(false),
  /** Names that the document lists, such as those of the sub-processors in their list. */
  lists: z.array(z.string().min(1)).optional(),
  source: Source.optional(),
  ...ownership,
});
export type Document = z.infer<typeof DocumentSchema>;

/** A row of the roadmap; its date is the `due` of the fact it refers to. */
export const RoadmapRow = z.strictObject({ label: Words, display: Words, fact: factId, source: Source });
export type RoadmapRow = z.infer<typeof RoadmapRow>;

export const SectionSchema = z.strictObject({
  id: documentId,
  order: z.number().int().positive(),
  title: Words,
  /** Column headings, where the section is a table. */
  columns: z
    .strictObject({ de: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) })
    .optional(),
});
export type Section = z.infer<typeof SectionSchema>;

/** A list that may be left out, or left empty after its key: then all of it stands in comments. */
function listOf<T extends z.ZodType>(entry: T) {
  return z
    .array(entry)
    .nullish()
    .transform((list) => list ?? []);
}

/** One file of the facts folder. */
export const FactFile = z.strictObject({
  section: SectionSchema,
  documents: listOf(DocumentSchema),
  roadmap: listOf(RoadmapRow),
  facts: listOf(FactSchema),
});
export type FactFile = z.infer<typeof FactFile>;
