import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan, PLANNED_KINDS } from '../../../src/engine';
import { kindYield } from '../../../src/state/plan/kindYield';
import {
  addStage,
  canAddStage,
  canRemoveStage,
  insertStage,
  removeStage,
  renameStage,
  stageAt,
  stageNameProblem,
} from '../../../src/state/plan/stages';
import { NAME_LENGTH, PLAN_LIMITS } from '../../../src/workspace/limits';
import { bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import { deepFreeze } from './deepFreeze';

const plan = deepFreeze(defaultPlan('EUR', ['A', 'B', 'C', 'D']));

describe('addStage', () => {
  it('leaves what every kind yields as it was', () => {
    const added = addStage(plan, ' Trial ');
    expect(added.stageNames).toHaveLength(5);
    for (const kind of PLANNED_KINDS) {
      expect(kindYield(added, kind, null)).toEqual(kindYield(plan, kind, null));
    }
  });

  it('stops at the most stages there may be', () => {
    let full = plan;
    for (let count = 0; count < 20; count++) full = addStage(full, `S${count}`);
    expect(full.stageNames).toHaveLength(PLAN_LIMITS.stages.max);
    expect(canAddStage(full)).toBe(false);
    expect(restore('plan', bookWith(full)).ok).toBe(true);
  });
});

describe('removeStage', () => {
  it('is undone by inserting what stageAt gave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (index) => {
        const removed = removeStage(plan, index);
        expect(restore('plan', bookWith(removed)).ok).toBe(true);
        expect(insertStage(removed, index, stageAt(plan, index)!)).toEqual(plan);
      }),
    );
  });

  it('leaves one stage', () => {
    let last = plan;
    for (let count = 0; count < 9; count++) last = removeStage(last, 0);
    expect(last.stageNames).toEqual(['D']);
    expect(canRemoveStage(last)).toBe(false);
  });

  it('leaves the plan as it is where there is no such stage', () => {
    expect(removeStage(plan, 7)).toBe(plan);
    expect(stageAt(plan, 7)).toBeNull();
  });
});

describe('renameStage', () => {
  it('trims the name and keeps the others', () => {
    expect(renameStage(plan, 1, ' Demo ').stageNames).toEqual(['A', 'Demo', 'C', 'D']);
  });

  it('leaves the plan as it is where the name won’t do, and says why', () => {
    expect(stageNameProblem(plan, 1, '  ')).toBe('empty');
    expect(stageNameProblem(plan, 1, 'a')).toBe('taken');
    expect(stageNameProblem(plan, 1, 'x'.repeat(NAME_LENGTH + 1))).toBe('tooLong');
    expect(stageNameProblem(plan, 1, 'b')).toBeNull();
    expect(renameStage(plan, 1, 'a')).toBe(plan);
  });
});
