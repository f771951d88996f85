import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import {
  addPlan,
  canAddPlan,
  copyActivePlan,
  planNameProblem,
  removeActivePlan,
  renameActivePlan,
  switchPlan,
} from '../../../src/state/plan/planBook';
import { NAME_LENGTH, PLANS } from '../../../src/workspace/limits';
import { activePlanOf, bookWith } from '../../../src/workspace/planBook';
import { restore } from '../../../src/workspace/restore';
import type { PlanBook } from '../../../src/workspace/types';

const plan = defaultPlan('SEK');

/** Anything that can be done to a book, by a number that says which and one that says to whom. */
function act(book: PlanBook, [what, whom]: [number, number], turn: number): PlanBook {
  const id = book.plans[whom % book.plans.length]?.id ?? '';
  switch (what % 5) {
    case 0:
      return copyActivePlan(book, `copy ${turn}`, 'x'.repeat(whom));
    case 1:
      return addPlan(book, { id: `new ${turn}`, name: 'New', plan });
    case 2:
      return renameActivePlan(book, 'y'.repeat(whom));
    case 3:
      return removeActivePlan(book);
    default:
      return switchPlan(book, id);
  }
}

describe('a book of plans', () => {
  it('stays within what can be stored, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(250)), { maxLength: 60 }), (acts) => {
        const book = acts.reduce(act, bookWith(plan));
        expect(restore('plan', book)).toEqual({ ok: true, value: book });
      }),
      { numRuns: 30 },
    );
  });

  it('has a copy behind its original, active, with the same plan', () => {
    const two = addPlan(bookWith(plan), {
      id: 'b',
      name: 'B',
      plan: { ...plan, isRunning: !plan.isRunning },
    });
    const copied = copyActivePlan(switchPlan(two, 'first'), 'c', ' Copy ');
    expect(copied.plans.map(({ id }) => id)).toEqual(['first', 'c', 'b']);
    expect(activePlanOf(copied)).toEqual({ id: 'c', name: 'Copy', plan });
    expect(activePlanOf(copied).plan).toBe(plan);
  });

  it('takes no more than its limit and never gives the last one up', () => {
    let book = bookWith(plan);
    for (let turn = 0; turn < PLANS.max + 3; turn++) book = copyActivePlan(book, String(turn), 'Copy');
    expect(book.plans).toHaveLength(PLANS.max);
    expect(canAddPlan(book)).toBe(false);
    for (let turn = 0; turn < PLANS.max + 3; turn++) book = removeActivePlan(book);
    expect(book.plans).toHaveLength(1);
    expect(activePlanOf(book).id).toBe(book.plans[0]?.id);
  });

  it('goes to the plan before the one that is removed, else to the next', () => {
    const three = ['b', 'c'].reduce((book, id) => addPlan(book, { id, name: id, plan }), bookWith(plan));
    expect(removeActivePlan(three).active).toBe('b');
    expect(removeActivePlan(switchPlan(three, 'first')).active).toBe('b');
  });

  it('is left as it is by a name that won’t do or a plan there is not', () => {
    const book = bookWith(plan);
    expect(renameActivePlan(book, '  ')).toBe(book);
    expect(renameActivePlan(book, 'x'.repeat(NAME_LENGTH + 1))).toBe(book);
    expect(switchPlan(book, 'gone')).toBe(book);
    expect(removeActivePlan(book)).toBe(book);
    expect(planNameProblem(' ', [])).toBe('empty');
    expect(planNameProblem('x'.repeat(NAME_LENGTH + 1), [])).toBe('tooLong');
    expect(planNameProblem('x', ['y'])).toBeNull();
  });

  it('gives no name twice, in whatever capitals: a rename is refused, what is added gets a number', () => {
    expect(planNameProblem(' bold ', ['Calm', 'BOLD'])).toBe('taken');
    const two = addPlan(bookWith(plan), { id: 'b', name: 'Bold', plan });
    const three = addPlan(two, { id: 'c', name: 'Calm', plan });
    expect(renameActivePlan(three, 'bold')).toBe(three);
    expect(activePlanOf(renameActivePlan(three, 'CALM')).name).toBe('CALM');
    const copied = copyActivePlan(copyActivePlan(two, 'd', 'bold'), 'e', 'Bold');
    expect(copied.plans.map(({ name }) => name)).toEqual(['', 'Bold', 'bold 2', 'Bold 3']);
  });

  it('numbers a name within its longest length', () => {
    const longest = 'x'.repeat(NAME_LENGTH);
    const two = addPlan(bookWith(plan), { id: 'b', name: longest, plan });
    expect(activePlanOf(copyActivePlan(two, 'c', `${longest} (copy)`)).name).toBe(
      `${longest.slice(0, -2)} 2`,
    );
  });

  it('takes a plan at any place', () => {
    const two = addPlan(bookWith(plan), { id: 'c', name: 'C', plan });
    const three = addPlan(two, { id: 'b', name: 'B', plan }, 1);
    expect(three.plans.map(({ id }) => id)).toEqual(['first', 'b', 'c']);
    expect(three.active).toBe('b');
  });
});
