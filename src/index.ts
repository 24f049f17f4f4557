export type { AnswerRecord } from './answer/compose.js';
export { answerRecord } from './answer/compose.js';
export { type CheckOptions, checkFacts } from './check/check-facts.js';
export type { Finding, FindingReport, Severity } from './check/finding.js';
export type { CheckLimits } from './check/rule.js';
export type { RuleLevel } from './check/run-check.js';
export {
  type AnsweredQuestionnaire,
  type AnswerOptions,
  answerQuestionnaire,
} from './commands/answer-questionnaire.js';
export { type Answerer, type AnswererOptions, createAnswerer } from './commands/answerer.js';
export type { FactBase } from './facts/fact-base.js';
export { loadFacts } from './facts/load.js';
export { Problem } from './problem.js';
export { type QuestionnaireLayout, readSavedLayout } from './questionnaire/saved-layout.js';
export type { ReportedQuestion, RunReport } from './report/report.js';
export type { CellEdit, Receipt } from './workbook/model.js';
export { type EditedWorkbook, openWorkbook, type Workbook } from './workbook/open.js';
