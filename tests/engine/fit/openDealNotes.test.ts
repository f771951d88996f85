import { describe, expect, it } from 'vitest';
import { asOf, fit } from '../../../src/engine';
import type { Deal, FitOptions, ModelNote } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';
import { simulateStagedDeals } from './stagedDeals';

const LAST_DAY = 20_000;
const OPTIONS: FitOptions = { dataDay: LAST_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };
const ORDER = ['Lead', 'Offer'];
const DEALS = asOf(
  simulateStagedDeals(
    [
      { name: 'Lead', passPerDay: 0.03, losePerDay: 0.04 },
      { name: 'Offer', passPerDay: 0.04, losePerDay: 0.01 },
    ],
    1,
    LAST_DAY,
    600,
    3,
  ),
  LAST_DAY,
);
const OPEN = DEALS.filter(({ outcome }) => outcome === 'open').length;

function noteOf(
  deals: readonly Deal[],
  code: ModelNote['code'],
  options = OPTIONS,
): ModelNote['params'] | null {
  return fit(deals, options).summary.notes.find((note) => note.code === code)?.params ?? null;
}

describe('notes on open deals in fit(deals, options)', () => {
  it('say that stages are used, and how they are known', () => {
    expect(noteOf(DEALS, 'stagesFromHistory')).toEqual({ count: OPEN });
    const plain = DEALS.map((deal) => ({ ...deal, stageEntries: [] }));
    const ordered = { ...OPTIONS, stages: ORDER };
    expect(noteOf(plain, 'stagesFromCounts', ordered)).toEqual({ count: OPEN });
    expect(noteOf(plain, 'stagesUnused', ordered)).toBeNull();
  });

  it('say that stages are not used where nothing tells what they mean', () => {
    const plain = DEALS.map((deal) => ({
      ...deal,
      stageEntries: [],
      stage: deal.outcome === 'open' ? deal.stage : null,
    }));
    expect(noteOf(plain, 'stagesUnused', { ...OPTIONS, stages: ORDER })).toEqual({ count: OPEN });
    const stageless = plain.map((deal) => ({ ...deal, stage: null }));
    expect(noteOf(stageless, 'stagesUnused')).toBeNull();
  });

  it('count expected closing days that have passed, the data day among them', () => {
    const days = [LAST_DAY - 30, LAST_DAY, LAST_DAY + 1, null];
    const open = days.map((expectedClose) => dealOf({ created: LAST_DAY - 60, expectedClose }));
    expect(noteOf(open, 'expectedInPast')).toEqual({ count: 2 });
    expect(noteOf(open.slice(2), 'expectedInPast')).toBeNull();
  });

  it('count wins entered on the day they were won, where they are common', () => {
    const win = dealOf({ created: LAST_DAY - 40, outcome: 'won', closed: LAST_DAY - 20 });
    const sameDay = { ...win, closed: win.created };
    expect(noteOf([sameDay, win, win], 'sameDayWins')).toEqual({ count: 1, total: 3 });
    expect(noteOf([sameDay, ...Array.from({ length: 30 }, () => win)], 'sameDayWins')).toBeNull();
  });

  it('do not let an expected closing day change any chance', () => {
    const moved = DEALS.map((deal) =>
      deal.outcome === 'open' ? { ...deal, expectedClose: LAST_DAY - 5 } : deal,
    );
    expect(fit(moved, OPTIONS).model.open).toEqual(fit(DEALS, OPTIONS).model.open);
  });
});
