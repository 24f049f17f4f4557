export {
  assembleOptionWords,
  type OptionWords,
  OptionWordsSchema,
  readOptionLexicon,
} from '../questionnaire/option-words.js';
