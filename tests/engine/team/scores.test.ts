import { describe, expect, it } from 'vitest';
import { checkScores, fit, type Deal } from '../../../src/engine';
import { countedBase } from '../../../src/engine/team/countedBase';
import { scoreBands } from '../../../src/engine/team/scoreBands';
import { scoringChances } from '../../../src/engine/team/scoringChances';
import { dealScorer } from '../../../src/engine/team/dealScore';
import { MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';
import { simulateDeals } from '../fit/simulatedDeals';

const OPTIONS = { dataDay: MIDDLE_DAY, fiscalYearStart: 1, currency: 'SEK' };
const TRUTH = { kind: 'net' as const, leadsPerDay: 1.2, wonPerDay: 0.01, lostPerDay: 0.02, value: 10_000 };

/** As an export of the data day shows them. */
function knownNow(deals: readonly Deal[]): Deal[] {
  return deals.map((deal) =>
    deal.closed !== null && deal.closed > MIDDLE_DAY ? { ...deal, outcome: 'open', closed: null } : deal,
  );
}

function check(deals: readonly Deal[]) {
  const checking = checkScores(deals, OPTIONS);
  let step = checking.next();
  while (!step.done) step = checking.next();
  return step.value;
}

describe('checkScores', () => {
  const deals = simulateDeals([TRUTH], MIDDLE_DAY, 700, 9);
  const found = check(knownNow(deals))!;

  it('scores all that was open at past month ends, in bands that hold every case', () => {
    expect(found.origins).toBe(12);
    expect(found.bands.reduce((sum, { n }) => sum + n, 0)).toBe(found.n);
  });

  it('finds scores right where closing follows the hazards: a quarter of the open ones are won in three months', () => {
    // 1/3 of those that close: (1 − e^(−0.03 · 91)) / 3 = 0.311.
    const mean = found.bands.reduce((sum, { n, predicted }) => sum + n * predicted, 0) / found.n;
    const won = found.bands.reduce((sum, { n, won: share }) => sum + n * share.value, 0) / found.n;
    expect(mean).toBeGreaterThan(0.27);
    expect(mean).toBeLessThan(0.35);
    expect(Math.abs(won - mean)).toBeLessThan(0.06);
    expect(found.logLoss / found.baseLogLoss).toBeLessThan(1.02);
  });

  it('answers nothing where the past is too short', () => {
    expect(check(knownNow(deals).slice(-40))).toBeNull();
  });
});

describe('countedBase', () => {
  it('counts what was over by the month end, and nothing later', () => {
    // One lead a month end (2024-01-31 = day 19,753), won within the three months after.
    const won = dealOf({ id: 'a', created: 19_750, outcome: 'won', closed: 19_760 });
    const lost = dealOf({ id: 'b', created: 19_750, outcome: 'lost', closed: 19_760 });
    const base = countedBase([won, lost], MIDDLE_DAY, 3);
    const young = dealOf({ created: 19_845 });
    // 2024-04-30 = 19,843: one of two won, drawn to the same overall rate: (1 + 2 · 1.5/3) ÷ (2 + 2).
    expect(base.at(19_843)(young)).toBeCloseTo(0.5, 12);
    // A day earlier nothing is over: half a win in one case.
    expect(base.at(19_842)(young)).toBeCloseTo(0.5, 12);
    const onlyWon = countedBase([won], MIDDLE_DAY, 3);
    expect(onlyWon.at(19_842)(young)).toBeCloseTo(0.5, 12);
    expect(onlyWon.at(19_843)(young)).toBeCloseTo((1 + 2 * 0.75) / 3, 12);
  });
});

describe('scoreBands', () => {
  it('joins bands with few cases to the one below and keeps means and shares', () => {
    const scored = [
      ...Array.from({ length: 40 }, (_, index) => ({ score: 0.15, isWon: index < 8 })),
      ...Array.from({ length: 5 }, () => ({ score: 0.9, isWon: true })),
    ];
    const [band, ...rest] = scoreBands(scored, 1);
    expect(rest).toEqual([]);
    expect(band).toMatchObject({ from: 0, to: 1, n: 45 });
    expect(band!.predicted).toBeCloseTo((40 * 0.15 + 5 * 0.9) / 45, 12);
    expect(band!.won.value).toBeCloseTo(13 / 45, 12);
  });
});

describe('scoringChances', () => {
  it('takes the hope off who is older than any deal that ever closed, and leaves the young as they are', () => {
    const closed = simulateDeals([TRUTH], MIDDLE_DAY - 400, 400, 4).map((deal) => {
      const age = Math.min(60, deal.closed! - deal.created);
      return { ...deal, closed: deal.created + age };
    });
    const forgotten = Array.from({ length: 80 }, (_, index) =>
      dealOf({ id: `f${index}`, created: MIDDLE_DAY - 250 + index }),
    );
    const deals = [...closed, ...forgotten];
    const { chances } = fit(deals, { ...OPTIONS, horizonMonths: 12 });
    const before = dealScorer(chances);
    const after = dealScorer(scoringChances(deals, chances));
    const young = dealOf({ created: MIDDLE_DAY - 5 });
    expect(after(forgotten[0]!).chance).toBeLessThan(before(forgotten[0]!).chance / 2);
    expect(after(young).chance / before(young).chance).toBeCloseTo(1, 1);
  });
});
