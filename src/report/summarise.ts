import type { MissingTopic, ReportedQuestion, ReportSummary, SheetSummary, StatusCounts } from './report.js';

/** A question with the topics that it asks about and that have no fact. */
export interface CountedQuestion {
  readonly status: ReportedQuestion['status'];
  readonly cell: { readonly sheet: string };
  /** Topic ids. */
  readonly missing: readonly string[];
  readonly lacking: {
    /** Topics of which a fact alone would answer the question. */
    readonly alone: readonly string[];
    /** Whether facts on all topics that are missing would answer it. */
    readonly isEnough: boolean;
  };
}

/**
 * Counts a run: in all, per sheet in order of appearance, and per topic without a fact: what it is asked for and what
 * a fact on it would answer (most first, then by id).
 * @param labelOf names a topic
 */
export function summarise(
  questions: readonly CountedQuestion[],
  labelOf: (topic: string) => string,
): ReportSummary {
  const sheets = new Map<string, CountedQuestion[]>();
  const missing = new Map<string, { questions: number; wouldAnswer: number }>();
  for (const question of questions) {
    sheets.set(question.cell.sheet, [...(sheets.get(question.cell.sheet) ?? []), question]);
    for (const topic of new Set(question.missing)) {
      const { questions: asked, wouldAnswer } = missing.get(topic) ?? { questions: 0, wouldAnswer: 0 };
      const more = question.lacking.alone.includes(topic) ? 1 : 0;
      missing.set(topic, { questions: asked + 1, wouldAnswer: wouldAnswer + more });
    }
  }
  return {
    ...count(questions),
    sheets: [...sheets].map(([sheet, own]): SheetSummary => ({ sheet, ...count(own) })),
    missingTopics: [...missing]
      .map(([topic, counts]): MissingTopic => ({ topic, label: labelOf(topic), ...counts }))
      .sort(
        (a, b) => b.wouldAnswer - a.wouldAnswer || b.questions - a.questions || (a.topic < b.topic ? -1 : 1),
      ),
    answerable: questions.filter(({ lacking }) => lacking.isEnough).length,
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
