import { describe, expect, it } from 'vitest';
import { KINDS, type Deal } from '../../../src/engine';
import { checkedFunnel } from '../../../src/engine/diagnose/checkedStage';
import { heapVariance } from '../../../src/engine/diagnose/heaps';
import { moveOdds, oddsShiftIn } from '../../../src/engine/diagnose/oddsShift';
import { dealOf } from '../deals/dealOf';

const LAST_DAY = Date.parse('2025-12-31') / 86_400_000;
const NET = KINDS.indexOf('net');

/** Deals that close nine days after they came, so many won and lost; the first one comes so many days ago, then one every second day. */
function deals(won: number, lost: number, daysAgo: number): Deal[] {
  return Array.from({ length: won + lost }, (_, index) => {
    const created = LAST_DAY - daysAgo + 2 * index;
    return dealOf({ created, closed: created + 9, outcome: index < won ? 'won' : 'lost' });
  });
}

describe('oddsShiftIn(stage, kind, from, to)', () => {
  it('is what one works out by hand', () => {
    // Before: ten deals at risk for 9.5 days each, six won and four lost. Lately: five of them, one won and four lost.
    const funnel = checkedFunnel([...deals(6, 4, 400), ...deals(1, 4, 100)], LAST_DAY, null);
    const shift = oddsShiftIn(funnel.stages[0]!, NET, 0, 2);
    // All in the first of four bins. Pool 6.125 ÷ 95, level 8 ÷ 8.125: rate (6 + 1) ÷ (95 + 15.7525) = 0.0632040, in 47.5 days 3.00219.
    // Lost: pool 4.125 ÷ 95, level 6 ÷ 6.125: rate 5 ÷ (95 + 23.5101) = 0.0421905, in 47.5 days 2.00405.
    expect(shift.leavers).toBe(5);
    expect(shift.passed).toBe(1);
    expect(shift.expectedShare).toBeCloseTo(3.00219 / 5.00624, 5);
    expect(shift.expectedVariance).toBeCloseTo(1 / 7 + 1 / 5, 9);
    expect(shift.logOdds).toBeCloseTo(Math.log(1.5 / 4.5) - Math.log(3.50219 / 2.50405), 5);
  });

  it('expects no more of a young cohort than the time it has had', () => {
    const before = deals(60, 40, 600);
    const young = Array.from({ length: 200 }, () => dealOf({ created: LAST_DAY - 3 }));
    const { leavers, logOdds } = oddsShiftIn(
      checkedFunnel([...before, ...young], LAST_DAY, null).stages[0]!,
      NET,
      0,
      2,
    );
    expect(leavers).toBe(0);
    // Nobody left and next to nobody was expected to: each half a case, whose odds are those before at most.
    expect(Math.abs(logOdds)).toBeLessThan(0.5);
  });
});

describe('moveOdds(share, logOdds)', () => {
  it('multiplies the odds', () => {
    // Odds of 0.4 are 2 : 3; half of that is 1 : 3.
    expect(moveOdds(0.4, Math.log(0.5))).toBeCloseTo(0.25, 12);
  });
});

describe('heapVariance(stays, periods)', () => {
  it('is nothing while deals are lost day by day, and as if one had been where all are lost at once', () => {
    const daily = checkedFunnel(deals(0, 60, 150), LAST_DAY, null);
    expect(heapVariance(daily.stages[0]!.stays, daily.periods)[NET]).toBe(0);
    const heap = deals(0, 60, 150).map((deal) => ({ ...deal, closed: LAST_DAY - 10 }));
    const atOnce = checkedFunnel(heap, LAST_DAY, null);
    // Σ d(d − 1) ÷ (Σ d)² of sixty on one day: 59 ÷ 60, nearly the variance of the log of one case.
    expect(heapVariance(atOnce.stages[0]!.stays, atOnce.periods)[NET]).toBeCloseTo(59 / 60, 9);
  });
});
