import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../src/engine';
import { hasOwnData, isBackupDue, later } from '../../src/state/backupReminder';
import type { ReminderNote, WhatMayBeLost } from '../../src/state/backupReminder';
import { bookWith } from '../../src/workspace/planBook';

const DAY = 86_400_000;
const NOW = 1_795_000_000_000;
const NEVER: ReminderNote = { began: null, notBefore: null };

const nothing: WhatMayBeLost = {
  settings: { backedUpAt: null },
  plans: bookWith(defaultPlan('EUR')),
  imports: [],
};
const ownImport = (daysAgo: number): WhatMayBeLost => ({
  ...nothing,
  imports: [{ isExample: false, importedAt: NOW - daysAgo * DAY }],
});
const backedUp = (what: WhatMayBeLost, daysAgo: number): WhatMayBeLost => ({
  ...what,
  settings: { backedUpAt: NOW - daysAgo * DAY },
});

describe('hasOwnData', () => {
  it('is false of untouched assumptions and of the example', () => {
    expect(hasOwnData(nothing)).toBe(false);
    expect(hasOwnData({ ...nothing, imports: [{ isExample: true, importedAt: 0 }] })).toBe(false);
  });

  it('is true once a figure was typed, a plan or a scenario made, or deals imported', () => {
    const { plans } = nothing;
    const plan = defaultPlan('EUR');
    const dealValue = { ...plan.kinds.net.dealValue, value: 7_000, from: 'typed' as const };
    const typed = { ...plan, kinds: { ...plan.kinds, net: { ...plan.kinds.net, dealValue } } };
    expect(hasOwnData({ ...nothing, plans: bookWith(typed) })).toBe(true);
    expect(hasOwnData({ ...nothing, plans: { ...plans, plans: [...plans.plans, ...plans.plans] } })).toBe(
      true,
    );
    const variants = [{ id: '1', name: 'Down', changes: [] }];
    expect(hasOwnData({ ...nothing, plans: { ...plans, scenarios: { base: 'plan', variants } } })).toBe(true);
    expect(hasOwnData(ownImport(0))).toBe(true);
  });
});

describe('isBackupDue', () => {
  const isDue = (what: WhatMayBeLost, note: ReminderNote = NEVER, mayErase = false): boolean =>
    isBackupDue(what, note, NOW, mayErase);

  it('reminds a month after the last backup, or after the first import', () => {
    expect(isDue(ownImport(29))).toBe(false);
    expect(isDue(ownImport(30))).toBe(true);
    expect(isDue(backedUp(ownImport(300), 29))).toBe(false);
    expect(isDue(backedUp(ownImport(300), 30))).toBe(true);
  });

  it('counts for what has no date of its own from when it was first seen', () => {
    const plans = { ...nothing.plans, plans: [...nothing.plans.plans, ...nothing.plans.plans] };
    expect(isDue({ ...nothing, plans })).toBe(false);
    expect(isDue({ ...nothing, plans }, { began: NOW - 30 * DAY, notBefore: null })).toBe(true);
  });

  it('never reminds where there is nothing of the user’s own to lose', () => {
    expect(isDue(backedUp(nothing, 400))).toBe(false);
    expect(isDue(nothing, NEVER, true)).toBe(false);
  });

  it('says it sooner where the browser erases what is not visited: at once, then after a week', () => {
    expect(isDue(ownImport(0), NEVER, true)).toBe(true);
    expect(isDue(backedUp(ownImport(9), 6), NEVER, true)).toBe(false);
    expect(isDue(backedUp(ownImport(9), 7), NEVER, true)).toBe(true);
  });

  it('is silent for a week after "later"', () => {
    const note = later(NEVER, NOW);
    expect(isBackupDue(ownImport(60), note, NOW + 7 * DAY - 1, false)).toBe(false);
    expect(isBackupDue(ownImport(60), note, NOW + 7 * DAY, false)).toBe(true);
  });
});
