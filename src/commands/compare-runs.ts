import type { AnswerRecord } from '../answer/compose.js';
import { compareAnswer } from '../check/drift.js';
import { type Finding, type FindingReport, reportFindings } from '../check/finding.js';
import type { RecordedQuestion, RecordedRun } from '../check/recorded-run.js';
import { loadFacts } from '../facts/load.js';
import type { Language } from '../match/decision.js';
import { createAnswerer } from './answerer.js';

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
  const languages = [...new Set(runs.flatMap(({ questions }) => questions.map(({ language }) => language)))];
  const now = await createReader(factsDir, day, languages);
  const before = baseDir === undefined ? null : await createReader(baseDir, day, languages);
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
  const answers = runs.reduce((sum, { questions }) => sum + questions.length, 0);
  return { ...reportFindings(findings, day), compared: { answers, files: runs.length } };
}

/** Answers recorded questions in the language that they were answered in; each distinct one once. */
async function createReader(factsDir: string, day: string, languages: readonly Language[]) {
  const base = await loadFacts(factsDir);
  const answerers = new Map(
    await Promise.all(
      languages.map(
        async (language) => [language, await createAnswerer({ factsDir, day, language })] as const,
      ),
    ),
  );
  const known = new Map<string, AnswerRecord>();
  return {
    base,
    read({ question: text, language, section, context }: RecordedQuestion): AnswerRecord {
      const asked = { text, section: context ?? section };
      const key = JSON.stringify([asked, language]);
      const answer = known.get(key) ?? answerers.get(language)?.answer(asked).answer;
      if (answer === undefined) throw new Error(`no answers in ${language}`);
      known.set(key, answer);
      return answer;
    },
  };
}
