import { describe, expect, it } from 'vitest';
import { applyChanges, simulate, type OpenGroup } from '../../../src/engine';
import { planWith } from '../plan/surePlan';
import { modelOf } from '../simulate/models';
import { change, during, valueByMonth } from './changeCases';

const PLAN = planWith({});
const group = (count: number, mean: number, winChance: readonly number[] = [0.1, 0.1, 0.1]): OpenGroup => ({
  kind: 'seed',
  count,
  winChance,
  value: { mean, variation: 0 },
});
const losing = (deals: number, months = during('2026-01', null)) =>
  change({ what: 'loseBiggestDeals', deals }, months);

describe('losing the biggest open deals', () => {
  const model = modelOf({ count: 3, open: [group(3, 100), group(1, 900), group(2, 400)] });

  it('takes those worth most, of groups by count', () => {
    const { model: changed, notes } = applyChanges(model, PLAN, [losing(2)]);
    expect(notes).toEqual([]);
    // 3 × 100 and one of the two at 400 are left, each at 0.1 a month.
    expect(valueByMonth(changed).map((value) => Number(value.toFixed(9)))).toEqual([70, 70, 70]);
    expect(changed.open.map(({ count }) => count)).toEqual([3, 1, 1]);
  });

  it('leaves the chances of the months before, and loses for good', () => {
    const { model: changed } = applyChanges(model, PLAN, [losing(2, during('2026-02', 1))]);
    expect(valueByMonth(changed).map((value) => Number(value.toFixed(9)))).toEqual([200, 70, 70]);
  });

  it('adds up over several changes, and says where there are fewer or none left', () => {
    const first = losing(4);
    const second = losing(5, during('2026-02', null));
    const third = losing(1, during('2026-03', null));
    const { model: changed, notes } = applyChanges(model, PLAN, [third, second, first]);
    expect(valueByMonth(changed).map((value) => Number(value.toFixed(9)))).toEqual([20, 0, 0]);
    expect(notes).toEqual([
      { changeId: third.id, code: 'noOpenDeals', params: {} },
      { changeId: second.id, code: 'fewerOpenDeals', params: { deals: 2 } },
    ]);
  });

  it('passes over deals that cannot be won any more', () => {
    const own = modelOf({ count: 3, open: [group(1, 5_000, [0, 0, 0]), group(1, 100)] });
    const { model: changed } = applyChanges(own, PLAN, [losing(1)]);
    expect(valueByMonth(changed)).toEqual([0, 0, 0]);
  });

  it('says so where nothing is open', () => {
    const { notes } = applyChanges(modelOf({}), PLAN, [losing(1)]);
    expect(notes.map(({ code }) => code)).toEqual(['noOpenDeals']);
  });

  it('leaves the draws of the other deals as they were', () => {
    const groups = Array.from({ length: 6 }, (_, index) => group(2, 100 + index));
    const own = modelOf({ count: 3, open: groups });
    const { model: changed } = applyChanges(own, PLAN, [losing(3, during('2026-02', null))]);
    const draw = (of: typeof own) => simulate(of, { paths: 400, seed: 3 });
    // In January nothing is lost yet but one deal of the split group, which draws anew: at most 105 a path.
    const [before, after] = [draw(own), draw(changed)];
    expect(before.months[0]?.value.mean).not.toBe(0);
    const others = { ...changed, open: changed.open.slice(0, 4) };
    const same = { ...own, open: own.open.slice(0, 4) };
    expect(draw(others).months[0]?.value).toEqual(draw(same).months[0]?.value);
    expect(Math.abs((after.months[0]?.value.mean ?? 0) - (before.months[0]?.value.mean ?? 0))).toBeLessThan(
      10,
    );
  });
});
