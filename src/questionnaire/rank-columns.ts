import { columnLetters } from '../workbook/a1.js';
import type { ColumnFacts } from './column-facts.js';

/** A column and why it was chosen. */
export interface RankedColumn {
  readonly column: number;
  readonly why: string;
}

/** Where answers go: one column, or one of several option columns. */
export interface RankedAnswer {
  readonly answer: number;
  readonly choices: readonly number[];
  readonly why: string;
}

/** Points for what a header says about being the question column; -100 rules a column out in practice. */
const QUESTION_POINTS: Readonly<Record<string, number>> = {
  question: 50,
  control: 22,
  section: 5,
  id: -60,
  answer: -45,
  details: -35,
  evidence: -35,
  reference: -30,
  ignore: -80,
};
/** Least points of a question column. */
const QUESTION_MINIMUM = 30;

/** Points for what a header says about being the answer column. */
const ANSWER_POINTS: Readonly<Record<string, number>> = {
  answer: 50,
  details: 14,
  evidence: 8,
  reference: -20,
  question: -100,
  control: -60,
  section: -100,
  id: -100,
  ignore: -200,
};
/** Least points of an answer column. */
const ANSWER_MINIMUM = 24;
/** Points for a header that lists answers, such as `Response (Yes/No)`. */
const LISTED_CHOICES = 62;
/** Points for a drop-down of answers in every row. */
const ANSWER_LIST = 60;

function questionPoints({ header, shape }: ColumnFacts): number {
  const isAsking = header?.name?.role === 'details' && shape.askShare > 0.6;
  const name = isAsking ? 0 : (QUESTION_POINTS[header?.name?.role ?? ''] ?? 0);
  const isChoice = header?.choice !== undefined || header?.listsChoices === true;
  const lists = shape.lists.answers + shape.lists.other + shape.lists.scores + shape.lists.number;
  return (
    name +
    40 * shape.askShare +
    Math.min(shape.averageLength, 80) / 4 +
    15 * shape.filledShare -
    60 * lists -
    40 * shape.codeShare -
    50 * shape.optionShare -
    40 * shape.numberShare * (shape.averageLength < 12 ? 1 : 0) -
    (isChoice && name < 50 ? 60 : 0)
  );
}

/**
 * The column that holds the questions.
 *
 * @param hasHeader without one, the texts must ask, or stand beside drop-downs of answers
 */
export function rankQuestions(facts: readonly ColumnFacts[], hasHeader: boolean): RankedColumn | undefined {
  const ranked = facts
    .filter(({ shape }) => shape.filled > 0)
    .map((fact) => ({ fact, points: questionPoints(fact) }))
    .sort((a, b) => b.points - a.points || a.fact.column - b.fact.column);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const hasLists = facts.some(({ shape }) => shape.lists.answers > 0.4);
  const hasMatrix = facts.filter(({ header }) => header?.choice !== undefined).length > 1;
  const isAnswered = facts.some(
    ({ header }) => header?.name?.role === 'answer' || header?.listsChoices === true,
  );
  const least = hasLists || hasMatrix ? 5 : isAnswered ? 15 : QUESTION_MINIMUM;
  const { header, shape, column } = best.fact;
  if (best.points < least || (!hasHeader && !hasLists && shape.askShare < 0.5)) return undefined;
  const reasons = [
    header?.name?.role === 'question' || header?.name?.role === 'control'
      ? `the header says "${header.name.phrase}"`
      : '',
    shape.askShare >= 0.5 ? `${Math.round(shape.askShare * 100)} % of its texts ask something` : '',
    hasLists && header?.name === undefined ? 'it stands beside drop-downs of answers' : '',
  ].filter((reason) => reason !== '');
  return { column, why: reasons.join(', ') || 'it holds the longest texts of the table' };
}

function answerPoints({ header, shape, column }: ColumnFacts, question: number): number {
  const isPlain = header?.choice !== undefined && header.name?.role !== 'ignore';
  // "Rating" over a drop-down of Yes and No asks for an answer, not for a score.
  const isRating = header?.name?.group === 'scoring' && (shape.lists.answers > 0.5 || header.listsChoices);
  const isAlso = header?.name?.also.includes('answer') === true && header.name.role !== 'ignore';
  const named = isRating ? 35 : isAlso ? 40 : (ANSWER_POINTS[header?.name?.role ?? ''] ?? 0);
  const name = Math.max(named, isPlain ? 45 : -200);
  const isText = header?.name?.role === 'details' || header?.name?.role === 'evidence';
  const listed =
    header?.listsChoices === true && name > -100 && !isText ? LISTED_CHOICES - Math.max(0, name) : 0;
  const isWritten = shape.filledShare > 0.5 && shape.optionShare < 0.5 && shape.lists.answers < 0.5;
  return (
    name +
    listed +
    ANSWER_LIST * shape.lists.answers +
    20 * shape.lists.other +
    15 * (1 - shape.filledShare) +
    10 * shape.unlockedShare -
    (isWritten ? 40 : 0) -
    (shape.filled > 0 && shape.codeShare > 0.5 && shape.optionShare < 0.5 ? 40 : 0) +
    (column > question ? 5 : 0) -
    Math.min(5, Math.abs(column - question) / 2)
  );
}

function answerReason({ header, shape }: ColumnFacts): string {
  const isAnswer = header?.name?.role === 'answer';
  const reasons = [
    isAnswer ? `the header says "${header.name?.phrase ?? ''}"` : '',
    header?.listsChoices === true ? 'the header lists answers' : '',
    header?.choice !== undefined && !isAnswer ? 'the header is an answer in itself' : '',
    shape.lists.answers > 0 ? `drop-down ${shape.commonList.slice(0, 6).join(' | ')}` : '',
    shape.lists.answers === 0 && shape.lists.other > 0 ? 'it has a drop-down' : '',
    shape.lists.scores > 0.3 ? 'its drop-down takes scores' : '',
  ].filter((reason) => reason !== '');
  if (reasons.length > 0) return reasons.join(', ');
  return header?.name === undefined
    ? 'it is empty beside the questions'
    : `the header says "${header.name.phrase}", and no other column takes answers`;
}

/** Adjacent columns headed by answers, among them a yes and another one. */
function findMatrix(facts: readonly ColumnFacts[]): readonly number[] {
  const runs: ColumnFacts[][] = [];
  let last = 0;
  for (const fact of facts) {
    const { header, shape, column } = fact;
    // "No" over numbers is a number.
    const isNumbered = header?.name?.role === 'id' && shape.codeShare > 0.5 && shape.optionShare < 0.5;
    const isChoice = header?.choice !== undefined && shape.lists.answers < 0.5 && !isNumbered;
    if (!isChoice) continue;
    const gap = facts.filter((other) => other.column > last && other.column < column);
    const isNext =
      runs.length > 0 &&
      column - last <= 2 &&
      gap.every((other) => other.header === undefined && other.shape.filled === 0);
    if (isNext && column - last - 1 === gap.length) runs.at(-1)?.push(fact);
    else runs.push([fact]);
    last = column;
  }
  const matrix = runs.find((run) => {
    const kinds = new Set(run.map(({ header }) => header?.choice));
    return kinds.has('yes') && kinds.size > 1;
  });
  return matrix?.map(({ column }) => column) ?? [];
}

/**
 * Where the answers of a table go.
 *
 * @param facts columns without a role so far
 * @param scores columns that take scores: an answer column only when their header says so
 * @returns `answer` 0 and no choices when nothing takes answers
 */
export function rankAnswers(
  facts: readonly ColumnFacts[],
  question: number,
  scores: readonly number[],
): RankedAnswer {
  const choices = findMatrix(facts);
  if (choices.length > 0) {
    const letters = choices.map(columnLetters).join(', ');
    return {
      answer: 0,
      choices,
      why: `columns ${letters} are headed by answers: an X goes into one of them`,
    };
  }
  const candidates = facts.filter(
    ({ column, header }) => !scores.includes(column) || header?.name?.role === 'answer',
  );
  const ranked = candidates
    .filter(({ header, shape }) => header !== undefined || shape.lists.answers + shape.lists.other > 0.3)
    .map((fact) => ({ fact, points: answerPoints(fact, question) }))
    .sort((a, b) => b.points - a.points || a.fact.column - b.fact.column);
  const [best] = ranked;
  if (best === undefined || best.points < ANSWER_MINIMUM) return { answer: 0, choices: [], why: '' };
  const onlyComments = best.fact.header?.name?.role !== 'answer' && best.fact.shape.lists.answers === 0;
  // Scores with a column for remarks: the remarks do not make it a questionnaire.
  if (scores.length > 0 && onlyComments && best.fact.header?.listsChoices !== true) {
    return { answer: 0, choices: [], why: '' };
  }
  return { answer: best.fact.column, choices: [], why: answerReason(best.fact) };
}
