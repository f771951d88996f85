import { describe, expect, it } from 'vitest';
import { asOf, dealOutlook, fit } from '../../../src/engine';
import type { Deal } from '../../../src/engine';
import { simulateStagedDeals, type TrueStage } from './stagedDeals';
import { uniforms } from './simulatedDeals';

const LAST_DAY = 20_000;
const OPTIONS = { dataDay: LAST_DAY, horizonMonths: 12, fiscalYearStart: 1, currency: 'SEK' };
const STAGES: TrueStage[] = [
  { name: 'Lead', passPerDay: 0.03, losePerDay: 0.04 },
  { name: 'Demo', passPerDay: 0.04, losePerDay: 0.03 },
  { name: 'Offer', passPerDay: 0.04, losePerDay: 0.01 },
];

function openOf(deals: readonly Deal[]): Deal[] {
  return asOf(deals, LAST_DAY).filter(({ outcome }) => outcome === 'open');
}

describe('stages in fit(deals, options), with stage entries', () => {
  const deals = simulateStagedDeals(STAGES, 3, LAST_DAY, 900, 7);
  const fitted = fit(deals, OPTIONS);
  const open = openOf(deals);

  it('finds what each stage is worth: expected wins of its open deals near the truth', () => {
    const truth = new Map([
      ['Lead', (3 / 7) * (4 / 7) * (4 / 5)],
      ['Demo', (4 / 7) * (4 / 5)],
      ['Offer', 4 / 5],
    ]);
    for (const [stage, chance] of truth) {
      const inStage = open.filter((deal) => deal.stage === stage);
      const mean =
        inStage.reduce((sum, deal) => sum + dealOutlook(fitted.chances, deal).total, 0) / inStage.length;
      expect(inStage.length).toBeGreaterThan(15);
      // Nearly all is decided within a year. Some 400 wins behind it, hazards by age as the bend: 0.08.
      expect(Math.abs(mean - chance)).toBeLessThan(0.08);
    }
  });

  it('says where a chance comes from, with the closed deals behind it', () => {
    const deal = open.find(({ stage }) => stage === 'Offer')!;
    const { stage, base } = dealOutlook(fitted.chances, deal).reasons;
    expect(stage).toMatchObject({ stage: 'Offer', basis: 'history' });
    expect(stage?.factor).toBeGreaterThan(1.1);
    expect(stage?.n).toBeGreaterThan(100);
    expect(stage?.daysInStage).toBeGreaterThan(0);
    expect(base.chance).toBeGreaterThan(0);
  });

  it('makes no difference where stages are but labels', () => {
    const uniform = uniforms(3);
    const labelled = deals.map((deal) => ({
      ...deal,
      stage: deal.stage === null ? null : `L${Math.floor(uniform() * 3)}`,
      stageEntries: deal.stageEntries.slice(0, 1).map(({ day }) => ({
        stage: `L${Math.floor(uniform() * 3)}`,
        day,
      })),
    }));
    const winsOf = (all: readonly Deal[]): number =>
      fit(all, OPTIONS).model.open.reduce(
        (sum, group) => sum + group.count * group.winChance.reduce((total, chance) => total + chance, 0),
        0,
      );
    const stageless = deals.map((deal) => ({ ...deal, stage: null, stageEntries: [] }));
    expect(winsOf(labelled) / winsOf(stageless)).toBeCloseTo(1, 1);
  });

  it('uses the stage of the day at a past origin, and none where it is not known', () => {
    const day = LAST_DAY - 200;
    const past = asOf(deals, day, LAST_DAY);
    const { chances } = fit(past, { ...OPTIONS, dataDay: day });
    const someone = past.find(({ outcome, stage }) => outcome === 'open' && stage === 'Offer')!;
    expect(dealOutlook(chances, someone).reasons.stage?.stage).toBe('Offer');
    const blind = { ...someone, stage: null, stageEntries: [] };
    expect(dealOutlook(chances, blind).reasons.stage).toBeNull();
  });
});
