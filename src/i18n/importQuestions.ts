import type { ImportQuestion } from '../csv/types';
import { m } from './paraglide/messages';

const QUESTIONS = {
  dateOrder: m.pipeline_check_question_date,
  decimalMark: m.pipeline_check_question_mark,
} satisfies Record<ImportQuestion['code'], (inputs: { example: string; header: string }) => string>;

/** What the file can't tell, asked with an example from it. */
export function importQuestion(question: ImportQuestion): string {
  return QUESTIONS[question.code]({ example: question.example, header: question.header });
}
