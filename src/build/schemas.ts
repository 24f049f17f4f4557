import { z } from 'zod';
import { AnswersFile, LanguagePhrasesSchema } from '../answer/phrases.js';
import { FactFile } from '../facts/schema.js';
import { ExpectationFile } from '../match/read-expectations.js';
import { LayoutFile } from '../questionnaire/layout-words.js';
import { OptionWordsSchema } from '../questionnaire/option-words.js';
import { FactsheetWords } from '../report/factsheet-words.js';
import { LexiconSchema } from '../text/lexicon.js';
import { AspectFile } from '../topics/aspects.js';
import { TopicFile } from '../topics/schema.js';
import { Sample } from './sample.js';

/** A kind of YAML file, for editors. */
export interface YamlKind {
  /** The schema lies in `templates/schema/NAME.schema.json`. */
  readonly name: string;
  readonly title: string;
  readonly schema: z.ZodType;
  /** Files of that kind, from the root of the package. */
  readonly files: RegExp;
}

/** Every kind of YAML file that the package holds or reads. Each path fits one kind. */
export const yamlKinds: readonly YamlKind[] = [
  {
    name: 'facts',
    title: 'What is true of the company: a section of facts',
    schema: FactFile,
    // `facts/hosting.yaml`; not `facts/expectations.yaml`, `facts/topics/own.yaml`
    files: /^facts\/(?!expectations\.)[^/]+\.yaml$/,
  },
  {
    name: 'expectations',
    title: 'Questions and what is to be answered',
    schema: ExpectationFile,
    files: /^facts\/expectations\.yaml$/,
  },
  {
    name: 'topics',
    title: 'What customers ask about',
    schema: TopicFile,
    files: /^(?:templates|facts)\/topics\/[^/]+\.yaml$/,
  },
  {
    name: 'aspects',
    title: 'What a question may demand beyond its subject',
    schema: AspectFile,
    files: /^templates\/language\/aspects\.yaml$/,
  },
  {
    name: 'lexicon',
    title: 'Words of a language that the analysis of a question needs',
    schema: LexiconSchema,
    files: /^templates\/language\/(?:de|en)\.yaml$/,
  },
  {
    name: 'languages',
    title: 'Function words of languages that are not answered',
    schema: z.record(z.string(), z.array(z.string())),
    files: /^templates\/language\/others\.yaml$/,
  },
  {
    name: 'layouts',
    title: 'Words that name columns and rows of a questionnaire',
    schema: LayoutFile,
    files: /^templates\/layouts\/[^/]+\.yaml$/,
  },
  {
    name: 'phrases',
    title: 'Words around the statements of an answer',
    schema: LanguagePhrasesSchema,
    files: /^templates\/phrases\/(?:de|en)\.yaml$/,
  },
  {
    name: 'answers',
    title: 'Statements per topic and status',
    schema: AnswersFile,
    files: /^templates\/phrases\/answers\/[^/]+\.yaml$/,
  },
  {
    name: 'options',
    title: 'Words that options of a drop-down say',
    schema: OptionWordsSchema,
    files: /^templates\/phrases\/options\.yaml$/,
  },
  {
    name: 'factsheet',
    title: 'Words around the fact sheet',
    schema: FactsheetWords,
    files: /^templates\/factsheet\/(?:de|en)\.yaml$/,
  },
  {
    name: 'sample',
    title: 'A sample questionnaire',
    schema: Sample,
    files: /^templates\/questionnaires\/[^/]+\.yaml$/,
  },
];

/** The JSON Schema (draft 2020-12) of a kind, as text. Same zod schema, same text. */
export function renderSchema({ title, schema }: YamlKind): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
