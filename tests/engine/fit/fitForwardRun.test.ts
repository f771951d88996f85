import { describe, expect, it } from 'vitest';
import { KINDS, dayFromDate, dealOutlook, exactMean, fit } from '../../../src/engine';
import type { Deal, Kind } from '../../../src/engine';
import { winsOfNewLeads } from '../../../src/engine/fit/forwardRun';
import { simulateDeals, uniforms } from './simulatedDeals';

const DATA_DAY = dayFromDate(2025, 6, 17)!;
const STAGES = ['Talk', 'Offer'];

/** Companies with sellers, stages and amounts, seen in the middle of a month. */
function dealsOf(days: number, leads: number, seed: number): Deal[] {
  const uniform = uniforms(seed);
  const plain = simulateDeals(
    [
      { kind: 'seed', leadsPerDay: leads, wonPerDay: 0.012, lostPerDay: 0.018, value: 1000 },
      { kind: 'net', leadsPerDay: 2 * leads, wonPerDay: 0.004, lostPerDay: 0.016, value: 1500 },
      { kind: 'spear', leadsPerDay: leads, wonPerDay: 0.002, lostPerDay: 0.008, value: 3000 },
    ],
    DATA_DAY,
    days,
    seed,
  );
  return plain.map((deal) => {
    const offered = deal.created + Math.floor(uniform() * 40);
    const isOffered = deal.closed === null || offered <= deal.closed;
    return {
      ...deal,
      owner: uniform() < 0.5 ? 'Ada' : 'Bo',
      amount: uniform() < 0.7 ? deal.amount : null,
      stage: isOffered ? 'Offer' : 'Talk',
      stageEntries: [
        { stage: 'Talk', day: deal.created },
        ...(isOffered ? [{ stage: 'Offer', day: offered }] : []),
      ],
    };
  });
}

/** Sum over the deals of one kind. */
function sumFor(deals: readonly Deal[], kind: Kind, measure: (deal: Deal) => number): number {
  return deals.reduce((sum, deal) => sum + (deal.kind === kind ? measure(deal) : 0), 0);
}

describe.each([
  { name: 'three years, few enough open deals for groups of their own', days: 1000, leads: 0.3 },
  { name: 'half a year', days: 180, leads: 0.5 },
  { name: 'more open deals than groups', days: 700, leads: 4 },
])('the model of a fit: $name', ({ days, leads }) => {
  const { model, chances } = fit(dealsOf(days, leads, 17), {
    dataDay: DATA_DAY,
    horizonMonths: 12,
    fiscalYearStart: 1,
    currency: 'SEK',
    stages: STAGES,
  });
  const means = exactMean(model);
  // Seen on the data day: what closes later is open, and the last stage is the last one entered by then.
  const open = dealsOf(days, leads, 17)
    .filter((deal) => deal.created <= DATA_DAY && (deal.closed ?? Infinity) > DATA_DAY)
    .map((deal): Deal => {
      const stageEntries = deal.stageEntries.filter((entry) => entry.day <= DATA_DAY);
      const stage = stageEntries.at(-1)?.stage ?? null;
      return { ...deal, outcome: 'open', closed: null, stage, stageEntries };
    });
  const outlooks = new Map(open.map((deal) => [deal, dealOutlook(chances, deal)]));
  const meanOf = (kind: Kind, month: number): (typeof means)[number]['kinds'][number] =>
    means[month]!.kinds.find((mean) => mean.kind === kind)!;

  // The model's parameters are rounded to six digits before they are multiplied: half of the sixth for each of up to three.
  it.each(['seed', 'net', 'spear'] as const)('open deals win what their outlooks add up to: %s', (kind) => {
    expect(open.length).toBeGreaterThan(20);
    model.months.forEach((_, month) => {
      const wins = sumFor(open, kind, (deal) => outlooks.get(deal)!.winChance[month]!);
      expect(Math.abs(meanOf(kind, month).winsFromOpen / wins - 1)).toBeLessThan(1e-5);
    });
    const value = sumFor(open, kind, (deal) => outlooks.get(deal)!.expectedValue);
    const found = model.months.reduce((sum, _, month) => sum + meanOf(kind, month).valueFromOpen, 0);
    expect(Math.abs(found / value - 1)).toBeLessThan(2e-5);
  });

  it.each(['seed', 'net', 'spear'] as const)(
    'new leads win and bring what the forward run says: %s',
    (kind) => {
      const { arrivals, value } = model.kinds.find((own) => own.kind === kind)!;
      const { hazards, valueFactors } = chances.kinds[KINDS.indexOf(kind)]!;
      const run = winsOfNewLeads(hazards, valueFactors, arrivals.monthly, chances.steps);
      model.months.forEach((_, month) => {
        expect(Math.abs(meanOf(kind, month).leads / arrivals.monthly[month]! - 1)).toBeLessThan(1e-5);
        expect(Math.abs(meanOf(kind, month).winsFromNew / run.chance[month]! - 1)).toBeLessThan(1.6e-5);
        expect(
          Math.abs(meanOf(kind, month).valueFromNew / (value.mean * run.worth[month]!) - 1),
        ).toBeLessThan(2.6e-5);
      });
    },
  );

  it('begins the first month where the data end', () => {
    expect(model.months[0]).toBe('2025-06');
    expect(chances.steps[0]?.days).toBe(13);
  });
});
