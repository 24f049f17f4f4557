import { describe, expect, it } from 'vitest';
import { isAnswerList, isPlaceholder, isScoreList, readOption } from '../../src/questionnaire/read-option.js';
import { vocabulary } from './words.js';

const lexicon = vocabulary.options;

describe('readOption', () => {
  it.each<[string, string[], boolean]>([
    ['Yes', ['yes'], true],
    ['NOT IMPLEMENTED', ['no'], true],
    ['Yes, partially', ['partial'], true],
    ['No - planned', ['planned'], true],
    ['Yes / No', ['yes', 'no'], true],
    ['Yes, in progress', ['yes', 'planned'], true],
    ['Yes, certified', ['yes'], false],
    ['never', [], false],
    ['N.A.', ['not_applicable'], true],
    ['24 hours', [], false],
    ['1 - Yes', ['yes'], true],
    ['(2) No', ['no'], true],
    ['nicht vollständig umgesetzt', ['partial'], true],
    ['---', ['placeholder'], true],
    ['High', [], false],
  ])('%s: %j, pure %s', (option, kinds, isPure) => {
    expect(readOption(option, lexicon)).toMatchObject({ kinds, isPure });
  });
});

describe('isPlaceholder', () => {
  it.each(['Please select', '-- choose --', 'Bitte wählen', '<Select>', '[Antwort hier eintragen]', '...'])(
    '%s',
    (text) => {
      expect(isPlaceholder(text, lexicon)).toBe(true);
    },
  );
  it.each(['Yes', 'n/a', 'Please see the attached policy', 'tbd', 'No'])('not %s', (text) => {
    expect(isPlaceholder(text, lexicon)).toBe(false);
  });
});

describe('isScoreList', () => {
  it.each<[string[]]>([
    [['0', '1', '2', '3']],
    [['Level 1', 'Level 2', 'N/A']],
    [['Stufe 2 - definiert', 'Stufe 3 - gesteuert']],
    [['1/5', '2/5', '3/5']],
    [['0 %', '50 %', '100 %']],
    [['Please select', '4,5', '5']],
  ])('%j', (options) => {
    expect(isScoreList(options, lexicon)).toBe(true);
  });
  it.each<[string[]]>([
    [['Yes', 'No']],
    [['1 - Yes', '2 - No']],
    [['3 years', '5 years']],
    [['High', 'Low']],
    [[]],
    [['1']],
  ])('not %j', (options) => {
    expect(isScoreList(options, lexicon)).toBe(false);
  });
});

describe('isAnswerList', () => {
  it.each<[string[], boolean]>([
    [['Yes', 'No', 'NA'], true],
    [['umgesetzt', 'teilweise umgesetzt'], true],
    [['CSP-owned', 'CSC-owned', 'Shared CSP and CSC'], false],
    [['Basic', 'Important', 'Essential'], false],
    [['0', '1', '2'], false],
    [['N/A'], false],
  ])('%j: %s', (options, wanted) => {
    expect(isAnswerList(options, lexicon)).toBe(wanted);
  });
});
