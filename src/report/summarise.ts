import type { MissingTopic, ReportedQuestion, ReportSummary, SheetSummary, StatusCounts } from './report.js';

/** A question with the topics that it asks about and that have no fact. */
export interface CountedQuestion {
  readonly status: ReportedQuestion['status'];
  readonly cell: { readonly sheet: string };
  /** Topic ids. */
  readonly missing: readonly string[];
}

/**
 * Counts a run: in all, per sheet in order of appearance, and per topic without a fact (most asked for first, then by id).
 * @param labelOf names a topic
 */
export function summarise(
  questions: readonly CountedQuestion[],
  labelOf: (topic: string) => string,
): ReportSummary {
  const sheets = new Map<string, CountedQuestion[]>();
  const missing = new Map<string, number>();
  for (const question of questions) {
    sheets.set(question.cell.sheet, [...(sheets.get(question.cell.sheet) ?? []), question]);
    for (const topic of new Set(question.missing)) missing.set(topic, (missing.get(topic) ?? 0) + 1);
  }
  return {
    ...count(questions),
    sheets: [...sheets].map(([sheet, own]): SheetSummary => ({ sheet, ...count(own) })),
    missingTopics: [...missing]
      .map(([topic, asked]): MissingTopic => ({ topic, label: labelOf(topic), questions: asked }))
      .sort((a, b) => b.questions - a.questions || (a.topic < b.topic ? -1 : 1)),
  };
}

function count(questions: readonly CountedQuestion[]): StatusCounts {
  const of = (status: CountedQuestion['status']): number =>
    questions.filter((one) => one.status === status).length;
  return {
    questions: questions.length,
    answered: of('answered'),
    review: of('review'),
    unanswered: of('unanswered'),
  };
}
