import { describe, expect, it } from 'vitest';
import { asOf, dealOutlook, fit } from '../../../src/engine';
import type { Deal, DealRecord } from '../../../src/engine';
import { growHistory } from '../../../src/engine/snapshots/growHistory';
import { matchDeals } from '../../../src/engine/snapshots/matchDeals';
import { simulateStagedDeals } from '../fit/stagedDeals';

// A funnel in which the stage says much, and nobody keeps when a deal came into it.
const STAGES = [
  { name: 'First', passPerDay: 1 / 15, losePerDay: 1 / 20 },
  { name: 'Second', passPerDay: 1 / 25, losePerDay: 1 / 50 },
  { name: 'Last', passPerDay: 1 / 20, losePerDay: 1 / 80 },
];
const DATA_DAY = 20_700;
const ORDER = STAGES.map(({ name }) => name);
const ALL = simulateStagedDeals(STAGES, 2, DATA_DAY, 730, 100);

/** What a CRM without stage history shows on a day. */
function exportOn(day: number, keepsLastStage: boolean): Deal[] {
  return asOf(ALL, day).map((deal) => {
    const keepsStage = deal.outcome === 'open' || (keepsLastStage && deal.outcome === 'lost');
    return {
      ...deal,
      stageEntries: [],
      stage: keepsStage ? (deal.stageEntries.at(-1)?.stage ?? null) : null,
    };
  });
}

/** The last of weekly exports over half a year, with what grew from those before. */
function grownExport(keepsLastStage: boolean): Deal[] {
  let previous: DealRecord[] = [];
  let previousDay = DATA_DAY - 26 * 7;
  for (let day = previousDay; day <= DATA_DAY; day += 7) {
    const next = exportOn(day, keepsLastStage);
    const matched = matchDeals(previous, next);
    const grown = growHistory({ matched, previousDay, nextDay: day });
    previous = next.map((deal) => grown.get(deal) ?? deal);
    previousDay = day;
  }
  return previous.map((deal) => ({ ...deal, kind: 'net' }));
}

function fitOf(deals: readonly Deal[]) {
  const options = {
    dataDay: DATA_DAY,
    horizonMonths: 24,
    fiscalYearStart: 1,
    currency: 'SEK',
    stages: ORDER,
  };
  return fit(deals, options);
}

/** Mean chance of the open deals in each stage. */
function chancesByStage(deals: readonly Deal[]): number[] {
  const { chances } = fitOf(deals);
  return ORDER.map((stage) => {
    const totals = deals.flatMap((deal) =>
      deal.outcome === 'open' && deal.stage === stage ? [dealOutlook(chances, deal).total] : [],
    );
    return totals.reduce((sum, total) => sum + total, 0) / totals.length;
  });
}

describe('stages grown from imports', () => {
  it('leave the fit as it is where closed deals still show the stage they were lost in: that says more', () => {
    const deals = grownExport(true);
    expect(deals.some(({ stageEntries }) => stageEntries.length > 1)).toBe(true);
    const plain = fitOf(exportOn(DATA_DAY, true));
    const grown = fitOf(deals);
    expect(grown.chances).toEqual(plain.chances);
    expect(grown.summary.kinds).toEqual(plain.summary.kinds);
    expect(grown.chances.stages?.basis).toBe('counts');
  });

  it('tell open deals apart where nothing else does, the right way round, and make no wins', () => {
    const plain = exportOn(DATA_DAY, false);
    const deals = grownExport(false);
    const [first, second, last] = chancesByStage(deals) as [number, number, number];
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(last);
    // Without them the last stage is no likelier than its age, and its true chance is 0.8.
    expect(last - first).toBeGreaterThan(chancesByStage(plain)[2]! - chancesByStage(plain)[0]! + 0.05);
    const wins = (exported: readonly Deal[]): number =>
      fitOf(exported).model.open.reduce(
        (sum, { count, winChance }) => sum + count * winChance.reduce((total, chance) => total + chance, 0),
        0,
      );
    // The factors' means are 1 over the past's month ends; today's mix of stages may differ by a little.
    expect(wins(deals) / wins(plain)).toBeGreaterThan(0.95);
    expect(wins(deals) / wins(plain)).toBeLessThan(1.05);
  });

  it('say neither how many pass a stage nor how long a deal has been in it', () => {
    const deals = grownExport(false);
    const { chances, summary } = fitOf(deals);
    expect(chances.stages?.basis).toBe('history');
    expect(summary.kinds[0]?.stages).toBeUndefined();
    const open = deals.find(({ outcome }) => outcome === 'open');
    expect(open && dealOutlook(chances, open).reasons.stage?.daysInStage).toBeNull();
  });
});
