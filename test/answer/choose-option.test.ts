import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOption } from '../../src/answer/choose-option.js';
import type { Response } from '../../src/match/decision.js';
import { readOption } from '../../src/questionnaire/read-option.js';
import { vocabulary } from '../questionnaire/words.js';

const lexicon = vocabulary.options;
const choose = (response: Response, options: readonly string[], isConfirmable = false) =>
  chooseOption(response, options, { lexicon, isConfirmable });

const PLAIN = ['Yes', 'No', 'N/A'];
const FOUR = ['Ja', 'Nein', 'Teilweise', 'Entfällt'];
const PLANNED = [
  'Fully implemented',
  'Partially implemented',
  'Planned',
  'Not implemented',
  'Not applicable',
];

describe('chooseOption', () => {
  it.each<[Response, readonly string[], string]>([
    ['yes', PLAIN, 'Yes'],
    ['no', PLAIN, 'No'],
    ['planned', PLAIN, 'No'],
    ['yes', FOUR, 'Ja'],
    ['partial', FOUR, 'Teilweise'],
    ['planned', FOUR, 'Nein'],
    ['yes', PLANNED, 'Fully implemented'],
    ['partial', PLANNED, 'Partially implemented'],
    ['planned', PLANNED, 'Planned'],
    ['no', PLANNED, 'Not implemented'],
    ['yes', ['Y', 'N', 'NA'], 'Y'],
    ['no', ['y', 'n', 'n/a'], 'n'],
    ['yes', ['J', 'N'], 'J'],
    ['yes', ['  yes ', 'NO'], '  yes '],
    ['yes', ['Compliant', 'Not compliant', 'Partially compliant'], 'Compliant'],
    ['no', ['Compliant', 'Non-Compliant'], 'Non-Compliant'],
    ['no', ['In place', 'Not in place'], 'Not in place'],
    ['yes', ['erfüllt', 'nicht erfüllt', 'teilweise erfüllt'], 'erfüllt'],
    ['no', ['erfüllt', 'nicht erfüllt', 'teilweise erfüllt'], 'nicht erfüllt'],
    ['planned', ['umgesetzt', 'in Umsetzung', 'nicht umgesetzt'], 'in Umsetzung'],
    ['planned', ['Yes', 'No', 'In progress'], 'In progress'],
    ['planned', ['Yes', 'No', 'In progress', 'Planned'], 'Planned'],
    ['planned', ['Yes', 'No', 'No - planned'], 'No - planned'],
    ['no', ['Yes', 'No', 'No - planned'], 'No'],
    ['partial', ['Yes', 'Yes, partially', 'No'], 'Yes, partially'],
    ['yes', ['Yes', 'Yes, partially', 'No'], 'Yes'],
    ['yes', ['Yes - fully implemented', 'No, not implemented'], 'Yes - fully implemented'],
    ['no', ['Yes - fully implemented', 'No, not implemented'], 'No, not implemented'],
    ['yes', ['Ja, vollständig', 'Ja, teilweise', 'Nein'], 'Ja, vollständig'],
    ['partial', ['Ja, vollständig', 'Ja, teilweise', 'Nein'], 'Ja, teilweise'],
    ['yes', ['Please select', 'Yes', 'No'], 'Yes'],
    ['no', ['-- choose --', 'Yes', 'No'], 'No'],
    ['yes', ['True', 'False'], 'True'],
    ['yes', ['Ja/Yes', 'Nein/No'], 'Ja/Yes'],
    ['yes', ['1 - Yes', '2 - No', '3 - N/A'], '1 - Yes'],
    ['yes', ['a) Yes', 'b) No'], 'a) Yes'],
    ['planned', ['Implemented', 'On roadmap', 'Not supported'], 'On roadmap'],
    ['planned', ['Ja', 'Nein', 'Geplant', 'Nicht zutreffend'], 'Geplant'],
    ['yes', ['Oui', 'Non', 'Sans objet'], 'Oui'],
    ['no', ['Sí', 'No', 'No aplica'], 'No'],
    ['yes', ['✓', '✗'], '✓'],
    ['yes', ['Yes (please describe)', 'No (please explain)'], 'Yes (please describe)'],
  ])('%s of %j is %s', (response, options, wanted) => {
    expect(choose(response, options)).toEqual({ option: wanted, reason: null });
  });

  it.each<[string, Response, readonly string[], string]>([
    ['partial never becomes yes', 'partial', PLAIN, 'no_matching_option'],
    ['nothing becomes N/A', 'no', ['Yes', 'N/A'], 'no_matching_option'],
    ['unknown is not no', 'no', ['Yes', 'Unknown', 'Open'], 'no_matching_option'],
    ['scores', 'yes', ['0', '1', '2', '3', '4', '5'], 'score_list'],
    ['scores with N/A', 'yes', ['1', '2', '3', '4', '5', 'N/A'], 'score_list'],
    ['levels', 'no', ['Level 1 - Initial', 'Level 2 - Managed', 'Level 3 - Defined'], 'score_list'],
    ['Reifegrade', 'no', ['Stufe 0', 'Stufe 1', 'Stufe 2'], 'score_list'],
    [
      'a maturity scale with words',
      'yes',
      ['0 - Not implemented', '1 - Ad hoc', '2 - Fully implemented'],
      'score_list',
    ],
    ['says more', 'yes', ['Yes, certified by an accredited body', 'No'], 'option_says_more'],
    ['says more in German', 'yes', ['Ja, zertifiziert', 'Nein'], 'option_says_more'],
    ['both at once', 'yes', ['Yes / No', 'N/A'], 'no_matching_option'],
    ['two equal ones', 'yes', ['Yes', 'Ja', 'No'], 'ambiguous_options'],
    ['an unknown negation', 'yes', ['Hardly ever compliant', 'Never compliant'], 'option_says_more'],
    ['a value', 'value', PLAIN, 'not_a_yes_no_answer'],
    ['a list', 'list', FOUR, 'not_a_yes_no_answer'],
    ['other options', 'yes', ['High', 'Medium', 'Low'], 'no_matching_option'],
    ['no options', 'yes', [], 'no_matching_option'],
    ['only a placeholder', 'no', ['Select...'], 'no_matching_option'],
  ])('%s: none', (_, response, options, reason) => {
    expect(choose(response, options)).toEqual({ option: null, reason });
  });

  it('takes yes for a value when the question can be confirmed', () => {
    expect(choose('value', PLAIN, true).option).toBe('Yes');
    expect(choose('document', FOUR, true).option).toBe('Ja');
  });

  it('gives an option of the list or none, and never one of another kind', () => {
    const words = [
      'Yes',
      'No',
      'Not',
      'Partially',
      'compliant',
      'Planned',
      'N/A',
      'Ja',
      'Nein',
      'teilweise',
      '/',
      '-',
      '1',
    ];
    const option = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((list) => list.join(' '));
    const response = fc.constantFrom<Response>('yes', 'no', 'partial', 'planned');
    const allowed = { yes: ['yes'], no: ['no'], partial: ['partial'], planned: ['planned', 'no'] };
    fc.assert(
      fc.property(response, fc.array(option, { maxLength: 6 }), (wanted, options) => {
        const choice = choose(wanted, options);
        if (choice.option === null) return;
        expect(options).toContain(choice.option);
        const { kinds } = readOption(choice.option, lexicon);
        expect(kinds).toHaveLength(1);
        expect(allowed[wanted as keyof typeof allowed]).toContain(kinds[0]);
      }),
    );
  });
});
