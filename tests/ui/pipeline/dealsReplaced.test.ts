import { expect, test } from 'vitest';
import type { ImportStage } from '../../../src/state/importStage';
import { dealsReplaced } from '../../../src/ui/pipeline/check/dealsReplaced';
import type { ImportRecord } from '../../../src/workspace/types';

const recordOf = (isExample: boolean) => ({ isExample, report: { deals: 400 } }) as ImportRecord;
const checking = (replaces: string | null) => ({ name: 'checking', replaces }) as ImportStage;

test('an import takes the place of the user’s own deals, and says of how many', () => {
  expect(dealsReplaced(checking(null), recordOf(false))).toBe(400);
});

test('nothing is replaced on a first visit, in place of the example, or where the same files are read again', () => {
  expect(dealsReplaced(checking(null), null)).toBe(0);
  expect(dealsReplaced(checking(null), recordOf(true))).toBe(0);
  expect(dealsReplaced(checking('old'), recordOf(false))).toBe(0);
});
