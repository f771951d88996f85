import { expect, test } from 'vitest';
import type { ImportQuestion, Inspection } from '../../../src/csv/types';
import { OpenQuestions } from '../../../src/ui/pipeline/check/openQuestions.svelte';

const DATE: ImportQuestion = {
  code: 'dateOrder',
  file: 0,
  column: 3,
  header: 'Close Date',
  example: '3/4/2026',
  choices: ['dmy', 'mdy'],
};
const MARK: ImportQuestion = { code: 'decimalMark', file: 0, column: 1, header: 'Amount', example: '1.234' };

function inspectionAsking(...questions: ImportQuestion[]): Inspection {
  return { questions } as unknown as Inspection;
}

test('an answered question stays, so that the answer can be changed', () => {
  let inspection = inspectionAsking(DATE, MARK);
  const questions = new OpenQuestions(() => inspection);
  questions.answer(DATE, 'dmy');
  inspection = inspectionAsking(MARK);
  expect(questions.asked).toEqual([MARK, DATE]);
  expect(questions.answerTo(DATE)).toBe('dmy');
});

test('all are answered when each one is', () => {
  const questions = new OpenQuestions(() => inspectionAsking(DATE, MARK));
  questions.answer(DATE, 'dmy');
  expect(questions.areAnswered).toBe(false);
  questions.answer(MARK, ',');
  expect(questions.areAnswered).toBe(true);
});
