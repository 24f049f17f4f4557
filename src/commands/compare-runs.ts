import type { AnswerRecord } from '../answer/compose.js';
import { compareAnswer } from '../check/drift.js';
import { type Finding, type FindingReport, reportFindings } from '../check/finding.js';
import type { RecordedQuestion, RecordedRun } from '../check/recorded-run.js';
import { type Answerer, createAnswerer } from './answerer.js';

/** Which facts the runs are compared with. */
export interface CompareOptions {
  readonly factsDir: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Facts of an earlier revision: then only what differs between the two is reported. */
  readonly baseDir?: string;
}

/**
 * Answers the questions of earlier runs again and tells which answers would read differently, in the order of the runs
 * and their questions.
 * @throws Problem when facts or topics are missing or have errors
 */
export async function compareRuns(
  runs: readonly RecordedRun[],
  { factsDir, day, baseDir }: CompareOptions,
): Promise<FindingReport> {
  const now = await createReader(factsDir, day);
  const before = baseDir === undefined ? null : await createReader(baseDir, day);
  const findings = runs.flatMap((run) =>
    run.questions.flatMap((told, index): Finding[] => {
      const drift = compareAnswer({
        told,
        run,
        now: now.read(told),
        today: { base: now.base, day },
        ...(before && { before: { answer: before.read(told), base: before.base } }),
      });
      const { sheet, answer, question } = told.cell;
      const cell = `${sheet}!${answer ?? question}`;
      const place = { file: run.file, line: run.lines[index] ?? 1, column: 1, source: null, cell };
      return drift === null ? [] : [{ ...drift, ...place }];
    }),
  );
  return reportFindings(findings, day);
}

/** Answers recorded questions in the language that they were answered in; each distinct one once. */
async function createReader(factsDir: string, day: string) {
  const answerers: Record<'de' | 'en', Answerer> = {
    de: await createAnswerer({ factsDir, day, language: 'de' }),
    en: await createAnswerer({ factsDir, day, language: 'en' }),
  };
  const known = new Map<string, AnswerRecord>();
  return {
    base: answerers.en.facts,
    read({ question: text, language, section, context }: RecordedQuestion): AnswerRecord {
      const asked = { text, section: context ?? section };
      const key = JSON.stringify([asked, language]);
      const answer = known.get(key) ?? answerers[language].answer(asked).answer;
      known.set(key, answer);
      return answer;
    },
  };
}
