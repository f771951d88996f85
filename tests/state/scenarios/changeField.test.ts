import { describe, expect, it } from 'vitest';
import type { ScenarioChange } from '../../../src/engine';
import {
  CHANGE_NAMES,
  durationsToChoose,
  firstDraft,
  hasDuration,
  kindOf,
  kindsToChoose,
  startsToChoose,
  strengthField,
  strengthOf,
  withKind,
  withStrength,
} from '../../../src/state/scenarios/changeField';
import { shownValue, storedValue } from '../../../src/state/plan/figureField';
import { SCENARIO_LIMITS } from '../../../src/workspace/limits';

const draft = (what: ScenarioChange['what']): ScenarioChange => ({
  ...firstDraft(what, '2027-01', 50_000),
  id: 'a',
});

describe('the strength of a change', () => {
  it('is typed as what a factor adds, and comes back as the same factor', () => {
    const spend = draft('spend');
    const field = strengthField(spend, 'SEK');
    if (!field) throw new Error('spend has a strength');
    expect(shownValue(strengthOf(spend), field)).toBe(30);
    const changed = withStrength(spend, storedValue(45, field));
    expect(changed).toMatchObject({ factor: 1.45 });
    expect([field.min, field.max]).toEqual([-100, 900]);
  });

  it.each(CHANGE_NAMES)('of %s can be turned to every stop within its limits', (what) => {
    const change = draft(what);
    const field = strengthField(change, 'SEK');
    if (!field) {
      expect(withStrength(change, 3)).toBe(change);
      return;
    }
    for (const stop of field.stops) {
      expect(stop).toBeGreaterThanOrEqual(field.min);
      expect(stop).toBeLessThanOrEqual(field.max);
      expect(strengthOf(withStrength(change, storedValue(stop, field)))).toBe(storedValue(stop, field));
    }
    expect([...field.stops]).toEqual([...field.stops].sort((one, other) => one - other));
  });

  it('of every draft does something', () => {
    for (const what of CHANGE_NAMES.filter((name) => name !== 'hiringFreeze')) {
      expect(strengthOf(draft(what))).not.toBe(0);
    }
  });

  it('never leaves the limits of what is saved', () => {
    const { min, max } = SCENARIO_LIMITS.factor;
    const leads = draft('leads');
    expect(withStrength(leads, 9)).toMatchObject({ factor: max });
    expect(withStrength(leads, -1)).toMatchObject({ factor: min });
  });
});

describe('whom a change is about', () => {
  it('is a kind or all, and for costs a kind or the company', () => {
    expect(kindsToChoose({ what: 'leads' })).toEqual(['all', 'seed', 'net', 'spear']);
    expect(kindsToChoose({ what: 'cost' })).toEqual([null, 'seed', 'net', 'spear']);
    expect(kindsToChoose({ what: 'spend' })).toEqual([]);
    expect(kindOf(withKind(draft('leads'), 'net'))).toBe('net');
    expect(kindOf(withKind(draft('cost'), null))).toBeNull();
    const churn = draft('churn');
    expect(withKind(churn, 'net')).toBe(churn);
  });
});

describe('when a change counts', () => {
  it('offers usual lengths shorter than the forecast, its own, and to the end', () => {
    expect(durationsToChoose(null, 6)).toEqual([null, 1, 2, 3, 4, 5]);
    expect(durationsToChoose(7, 8)).toEqual([null, 1, 2, 3, 4, 5, 6, 7]);
    expect(durationsToChoose(30, 6)).toEqual([null, 1, 2, 3, 4, 5, 30]);
  });

  it('offers the months of the forecast, and its own where that is none of them', () => {
    expect(startsToChoose('2027-02', ['2027-01', '2027-02'])).toEqual(['2027-01', '2027-02']);
    expect(startsToChoose('2026-05', ['2027-01'])).toEqual(['2026-05', '2027-01']);
  });

  it('has no length for what is lost for good', () => {
    expect(CHANGE_NAMES.filter((what) => !hasDuration({ what }))).toEqual(['loseBiggestDeals']);
  });
});
