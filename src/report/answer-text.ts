import type { AnswerRecord } from '../answer/compose.js';
import type { AnswerStatus } from '../match/decision.js';
import { type Paint, printable } from './paint.js';
import { STATUS_LABELS } from './status-label.js';

/** The colour of a status on a terminal. */
export function paintStatus(status: AnswerStatus, text: string, paint: Paint): string {
  switch (status) {
    case 'answered':
      return paint.green(text);
    case 'review':
      return paint.yellow(text);
    case 'unanswered':
      return paint.red(text);
  }
}

/** One answer for the terminal, as lines: question, status with response, text, facts, evidence, reasons. */
export function renderAnswer(answer: AnswerRecord, paint: Paint): string[] {
  const response = answer.response === null ? '' : ` (${answer.response})`;
  const status = paintStatus(answer.status, `${STATUS_LABELS[answer.status]}${response}`, paint);
  const lines = [paint.bold(printable(answer.question)), `  ${status}`];
  if (answer.answer !== null) lines.push(`  ${printable(answer.answer)}`);
  if (answer.facts.length > 0) lines.push(paint.dim(`  facts: ${answer.facts.join(', ')}`));
  if (answer.status !== 'answered') lines.push(...answer.reasons.map((reason) => `  ${printable(reason)}`));
  return lines;
}
