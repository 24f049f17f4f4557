import type { PlanNote, PlanNoteCode } from '../answer/plan-edits.js';

/** One sentence per remark on a cell; {name} stands for the remark's argument. */
const SENTENCES: Readonly<Record<PlanNoteCode, string>> = {
  score_list: '{cell} takes scores or levels, which are never guessed',
  no_matching_option: '{cell} has no option that says "{response}": choose by hand ({options})',
  option_says_more: '{cell} has only options that say more than the facts carry: choose by hand ({options})',
  ambiguous_options: '{cell} has several options that fit: choose by hand ({options})',
  not_a_yes_no_answer: '{cell} takes yes or no, and the answer is a {response}: choose by hand ({options})',
  already_filled: '{cell} is filled already (--overwrite replaces it)',
  formula: '{cell} is a formula, which is never replaced',
  hidden: '{cell} is in a hidden row or column',
  locked: '{cell} is locked by sheet protection; it was filled all the same',
  too_long: '{cell} takes {limit} characters, and the answer has {length}',
  too_short: '{cell} asks for at least {limit} characters, and the answer has {length}',
  validation_refuses_text: '{cell} takes only values of the kind "{validation}"',
  no_answer_cell: 'there is no cell for the answer: {reason}',
  no_cell_for_text: 'there is no cell for the text of the answer',
};

/** The remark as a sentence. */
export function noteSentence(note: PlanNote): string {
  const values: Readonly<Record<string, string>> = { ...note.args, cell: note.cell };
  const text = SENTENCES[note.code].replace(/\{([a-z]+)\}/g, (_, name: string) => values[name] ?? '?');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Why a cell was left, for the summary, by remark; null for remarks that leave nothing. */
export const LEFT_BECAUSE: Readonly<Record<PlanNoteCode, string | null>> = {
  score_list: 'takes scores or levels',
  no_matching_option: 'no option says the answer',
  option_says_more: 'every option says more than the facts carry',
  ambiguous_options: 'several options fit',
  not_a_yes_no_answer: 'takes yes or no where the answer is a value',
  already_filled: 'filled already (--overwrite replaces that)',
  formula: 'formula',
  hidden: 'hidden',
  locked: null,
  too_long: 'too short for the answer',
  too_short: 'asks for a longer text',
  validation_refuses_text: 'takes other values than text',
  no_answer_cell: 'missing for the answer',
  no_cell_for_text: 'missing for the text of the answer',
};
