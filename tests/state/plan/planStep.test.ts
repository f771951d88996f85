import { describe, expect, it } from 'vitest';
import { defaultPlan, placeKey, placesOf, withAssumption } from '../../../src/engine';
import type { Plan } from '../../../src/engine';
import { withBasis } from '../../../src/state/plan/figures';
import {
  addPlan,
  copyActivePlan,
  removeActivePlan,
  renameActivePlan,
  switchPlan,
} from '../../../src/state/plan/planBook';
import { stepBetween } from '../../../src/state/plan/planStep';
import { addStage } from '../../../src/state/plan/stages';
import { bookWith } from '../../../src/workspace/planBook';

const plan = defaultPlan('SEK');
const done = (after: Plan) => stepBetween(bookWith(plan), bookWith(after));

describe('stepBetween', () => {
  it('knows every figure and every doubt apart', () => {
    const keys = placesOf(plan).flatMap((place) => {
      const typed = done(withAssumption(plan, place, { value: 0.123, from: 'typed' }));
      const doubted = done(withAssumption(plan, place, { doubt: { low: 0, high: 1 }, from: 'typed' }));
      const isTeam = placeKey(place).includes('ramp');
      expect(typed?.code, placeKey(place)).toBe(isTeam ? 'team' : 'figure');
      expect(doubted?.code, placeKey(place)).toBe(isTeam ? 'team' : 'doubt');
      return isTeam ? [] : [typed?.key];
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names what else a plan can have changed', () => {
    expect(done(addStage(plan, 'Legal'))?.code).toBe('stages');
    expect(done({ ...plan, isRunning: !plan.isRunning })?.code).toBe('start');
    expect(done({ ...plan, recurring: { ...plan.recurring, isOn: !plan.recurring.isOn } })?.code).toBe(
      'recurring',
    );
    expect(done({ ...plan, season: { ...plan.season, quarter: [1, 1, 2] } })?.code).toBe('season');
    expect(done({ ...plan, sellerHires: [{ month: '2027-01', heads: 1 }] })?.code).toBe('team');
    expect(done(withBasis(plan, 'net', ['leads', 'value'], 'plan'))?.code).toBe('basis');
    expect(done(defaultPlan('JPY'))?.code).toBe('several');
  });

  it('names what became of the plans', () => {
    const book = bookWith(plan);
    const two = copyActivePlan(book, 'b', 'Copy');
    expect(stepBetween(book, two)?.code).toBe('planAdded');
    expect(stepBetween(two, removeActivePlan(two))?.code).toBe('planRemoved');
    expect(stepBetween(two, renameActivePlan(two, 'Bold'))?.code).toBe('planRenamed');
    expect(stepBetween(two, switchPlan(two, book.active))?.code).toBe('planSwitched');
    expect(stepBetween(book, addPlan(book, { id: 'c', name: 'New', plan }))?.code).toBe('planAdded');
  });

  it('sees where nothing was done', () => {
    expect(stepBetween(bookWith(plan), bookWith(plan))).toBeNull();
  });
});
