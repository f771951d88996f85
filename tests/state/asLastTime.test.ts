import { expect, test } from 'vitest';
import type { Inspection } from '../../src/csv/types';
import { mappingAsLastTime } from '../../src/state/asLastTime';
import type { ImportMapping } from '../../src/workspace/importTypes';

const SAVED = { currency: 'SEK', outcomes: { Demo: 'open', Signed: 'won' } } as unknown as ImportMapping;

function inspection(part: Partial<Inspection>): Inspection {
  return {
    fingerprint: 'shape',
    mapping: SAVED,
    questions: [],
    outcomeValues: [
      { value: 'Demo', count: 3 },
      { value: '', count: 1 },
    ],
    ...part,
  } as unknown as Inspection;
}

test('a shape that was checked before is read as it was then', () => {
  expect(mappingAsLastTime(inspection({}), { shape: SAVED })).toBe(SAVED);
});

test('a shape nobody has checked is not, whatever it is called', () => {
  expect(mappingAsLastTime(inspection({ fingerprint: 'other' }), { shape: SAVED })).toBeNull();
  expect(mappingAsLastTime(inspection({ fingerprint: 'constructor' }), {})).toBeNull();
});

test('a question, a new label or an unknown currency calls for a look', () => {
  const question = { code: 'decimalMark' } as Inspection['questions'][number];
  expect(mappingAsLastTime(inspection({ questions: [question] }), { shape: SAVED })).toBeNull();
  const outcomeValues = [{ value: 'Parked', count: 1 }];
  expect(mappingAsLastTime(inspection({ outcomeValues }), { shape: SAVED })).toBeNull();
  const mapping = { ...SAVED, currency: '' };
  expect(mappingAsLastTime(inspection({ mapping }), { shape: SAVED })).toBeNull();
});
