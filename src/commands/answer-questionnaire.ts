import { basename } from 'node:path';
import { answerRecord } from '../answer/compose.js';
import { type EditPlan, type PlanNote, planEdits } from '../answer/plan-edits.js';
import type { Language } from '../match/decision.js';
import { Problem } from '../problem.js';
import { readOptionLexicon } from '../questionnaire/option-words.js';
import type { Question } from '../questionnaire/questionnaire.js';
import type { QuestionnaireLayout } from '../questionnaire/saved-layout.js';
import { noteSentence } from '../report/note-sentence.js';
import type { ReportedCell, ReportedQuestion, RunReport } from '../report/report.js';
import { summarise } from '../report/summarise.js';
import type { EditedWorkbook } from '../workbook/open.js';
import { type Answered, type Answerer, createAnswerer } from './answerer.js';
import { findInWorkbook } from './find-in-workbook.js';
import { createLacking, type LackingFacts } from './lacking-facts.js';
import { loadLayouts } from './load-layouts.js';
import { isRealDay } from './options.js';
import { recordFacts } from './record-facts.js';

/** What to answer, from which facts, and how. */
export interface AnswerOptions {
  /** Path of the workbook, or its bytes. */
  readonly questionnaire: string | Uint8Array;
  /** File name for the report when `questionnaire` is bytes. */
  readonly name?: string | undefined;
  /** Folder with facts. */
  readonly factsDir: string;
  /** Day on which the answers must be true, YYYY-MM-DD. */
  readonly asOf: string;
  /** Language of the answers; `auto` is that of each question. */
  readonly language?: Language | 'auto' | undefined;
  /** Names of the sheets to look at; all visible ones when absent. */
  readonly sheets?: readonly string[] | undefined;
  /** Roles of columns: `question=B,answer=C`. */
  readonly columns?: string | undefined;
  /** Rows to look at: `5-80`. */
  readonly rows?: string | undefined;
  /** Sheets, columns and rows kept from another questionnaire of the same kind. */
  readonly layout?: QuestionnaireLayout | undefined;
  /** Replace what answer cells hold; never formulas. */
  readonly overwrite?: boolean | undefined;
  /** Highlight drafts and open questions; true when absent. */
  readonly mark?: boolean | undefined;
}

/** A filled questionnaire, in memory until it is saved. */
export interface AnsweredQuestionnaire {
  readonly report: RunReport;
  /** Already verified; `save(path)` writes it. */
  readonly workbook: EditedWorkbook;
  readonly plan: EditPlan;
}

/**
 * Answers a questionnaire: finds its questions, decides each against the facts, plans and verifies the changes. Writes
 * nothing by itself.
 * @throws Problem when the workbook, the facts or the options cannot be used
 */
export async function answerQuestionnaire(options: AnswerOptions): Promise<AnsweredQuestionnaire> {
  const { questionnaire: source, asOf, sheets, columns, rows, layout } = options;
  if (!isRealDay(asOf)) throw new Problem('option/as-of', `"${asOf}" is no real date: write YYYY-MM-DD.`);
  const { workbook, questionnaire } = await findInWorkbook(source, {
    sheet: sheets,
    columns,
    rows,
    layout,
    name: options.name,
  });
  const answerer = await createAnswerer({
    factsDir: options.factsDir,
    day: asOf,
    language: options.language ?? 'auto',
  });
  const answered = answerAll(questionnaire.questions, answerer);
  const { optionWords } = await loadLayouts();
  const mark = options.mark ?? true;
  const plan = planEdits(
    answered.map(({ question, answer, trace }) => ({
      question,
      answer,
      isConfirmable: trace.clauses.some(({ clause }) => clause.wants === 'confirm'),
    })),
    { lexicon: readOptionLexicon(optionWords), overwrite: options.overwrite ?? false, mark },
  );
  const edited = workbook.edit(plan.edits, { mark });
  const name = options.name ?? (typeof source === 'string' ? basename(source) : 'questionnaire.xlsx');
  return { report: describeRun(name, asOf, answerer, answered, plan, edited), workbook: edited, plan };
}

interface AnsweredHere extends Answered {
  readonly question: Question;
  /** Which facts that are not on file would answer it. */
  readonly lacking: LackingFacts;
}

const askedOf = ({ text, control, section }: Question) => ({ text, section: control ?? section });

/** Each distinct question is decided once: repeated ones get the same answer. */
function answerAll(questions: readonly Question[], answerer: Answerer): AnsweredHere[] {
  const known = { de: new Map<string, Answered>(), en: new Map<string, Answered>() };
  const answer = (question: Question, fallback: Language): Answered => {
    const asked = askedOf(question);
    const key = JSON.stringify(asked);
    const answered = known[fallback].get(key) ?? answerer.answer(asked, fallback);
    known[fallback].set(key, answered);
    return answered;
  };
  const fallback = mainLanguage(questions, (question) => answer(question, 'en').trace.decision.language);
  const lackingOf = createLacking(answerer, fallback);
  return questions.map((question) => {
    const answered = answer(question, fallback);
    return { ...answered, question, lacking: lackingOf(askedOf(question), answered.trace.decision) };
  });
}

/** Questions that are looked at to tell the language of a questionnaire: the longest tell most. */
const LANGUAGE_SAMPLE = 12;

/** The language that most long questions are in, for those that tell nothing, such as `RTO`. */
function mainLanguage(
  questions: readonly Question[],
  languageOf: (question: Question) => Language,
): Language {
  const longest = [...questions].sort((a, b) => b.text.length - a.text.length).slice(0, LANGUAGE_SAMPLE);
  const german = longest.filter((question) => languageOf(question) === 'de');
  return german.length * 2 > longest.length ? 'de' : 'en';
}

function describeRun(
  questionnaire: string,
  asOf: string,
  answerer: Answerer,
  answered: readonly AnsweredHere[],
  plan: EditPlan,
  edited: EditedWorkbook,
): RunReport {
  const texts = new Map(plan.edits.map(({ sheet, cell, text }) => [JSON.stringify([sheet, cell]), text]));
  const notes = new Map<string, PlanNote[]>();
  for (const note of plan.notes) {
    const key = JSON.stringify([note.sheet, note.question]);
    notes.set(key, [...(notes.get(key) ?? []), note]);
  }
  const questions = answered.map((one) => describeQuestion(one, texts, notes));
  const counted = answered.map(({ trace, lacking }, index) => {
    const { status, cell } = questions[index] ?? { status: trace.decision.status, cell: { sheet: '' } };
    return { status, cell, missing: trace.decision.missing, lacking };
  });
  return {
    version: 1,
    questionnaire,
    asOf,
    facts: recordFacts(questions, answerer.facts),
    summary: summarise(counted, (topic) => answerer.topicLabel(topic, 'en')),
    receipt: edited.receipt,
    questions,
  };
}

function describeQuestion(
  { question, answer }: AnsweredHere,
  texts: ReadonlyMap<string, string | undefined>,
  notes: ReadonlyMap<string, readonly PlanNote[]>,
): ReportedQuestion {
  const { sheet, details, evidence } = question;
  const target = answerCell(question, texts);
  const cell: ReportedCell = {
    sheet,
    question: question.cell,
    answer: target,
    ...(details === undefined ? {} : { details: details.cell }),
    ...(evidence === undefined ? {} : { evidence: evidence.cell }),
  };
  const roles = { answer: target ?? undefined, details: details?.cell, evidence: evidence?.cell };
  const written = Object.entries(roles).flatMap(([role, at]) => {
    const text = at === undefined ? undefined : texts.get(JSON.stringify([sheet, at]));
    return text === undefined ? [] : [[role, text] as const];
  });
  const left = (notes.get(JSON.stringify([sheet, question.cell])) ?? []).map(noteSentence);
  return {
    ...answerRecord(answer),
    cell,
    section: question.section,
    ...(question.control === null ? {} : { context: question.control }),
    written: Object.fromEntries(written),
    left: [...new Set(left)],
  };
}

/** The cell that takes the answer; of several option columns the chosen one, else the first. */
function answerCell(
  { sheet, answer }: Question,
  texts: ReadonlyMap<string, string | undefined>,
): string | null {
  if (answer.kind === 'none') return null;
  if (answer.kind === 'cell') return answer.cell;
  const chosen = answer.options.find(({ cell }) => (texts.get(JSON.stringify([sheet, cell])) ?? '') !== '');
  return (chosen ?? answer.options[0])?.cell ?? null;
}
