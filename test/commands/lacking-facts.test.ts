import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/commands/answerer.js';
import { createLacking } from '../../src/commands/lacking-facts.js';
import { DAY, factsDir } from '../match/catalogue.js';

const answerer = await createAnswerer({ factsDir, day: DAY, language: 'auto' });

function lacking(text: string) {
  return createLacking(answerer, 'en')({ text }, answerer.answer({ text }).trace.decision);
}

describe('what would answer a question', () => {
  it.each<[string, string, string[], boolean]>([
    ['it is answered already', 'Are backups encrypted?', [], false],
    ['one fact', 'Do you have a SOC 2 report?', ['certifications.soc2'], true],
    ['two facts together', 'Are restores tested? Do you have a SOC 2 report?', [], true],
    ['nothing: no topic explains a word', 'Do you have a SOC 2 report on penguins?', [], false],
    ['nothing: it is about no topic', 'Do you like penguins?', [], false],
  ])('%s', (_, text, alone, isEnough) => {
    expect(lacking(text)).toEqual({ alone, isEnough });
  });
});
