import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, simulate, teamForecast, type Deal, type TeamOptions } from '../../../src/engine';
import { arbitraryDeal, MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';
import { simulateDeals } from '../fit/simulatedDeals';

const OPTIONS = { dataDay: MIDDLE_DAY, horizonMonths: 12, fiscalYearStart: 1, currency: 'SEK' };

function teamOf(deals: readonly Deal[], sellers: TeamOptions['sellers'] = {}) {
  const { model, chances } = fit(deals, OPTIONS);
  const { quarters } = simulate(model, { paths: 200, seed: 1 });
  const periods = quarters.slice(0, 2);
  return {
    periods,
    team: teamForecast(deals, chances, { sellers, periods, ramp: [0.1, 0.4, 0.7], leftEdge: null }),
  };
}

function company(owners: readonly string[]): Deal[] {
  const truth = { kind: 'net' as const, leadsPerDay: 1, wonPerDay: 0.006, lostPerDay: 0.014, value: 10_000 };
  return simulateDeals([truth], MIDDLE_DAY, 700, 5).map((deal, index) => {
    const isOpen = deal.closed !== null && deal.closed > MIDDLE_DAY;
    const owned = { ...deal, owner: owners[index % owners.length]! };
    return isOpen ? { ...owned, outcome: 'open' as const, closed: null } : owned;
  });
}

describe('teamForecast', () => {
  it('adds up to the forecast, part by part, with what belongs to nobody, whatever the deals', () => {
    const owned = fc.tuple(arbitraryDeal, fc.constantFrom(null, 'Ada', 'Bo', 'constructor'));
    const said = fc.record({ startedOn: fc.constantFrom(null, MIDDLE_DAY - 20), hasLeft: fc.boolean() });
    fc.assert(
      fc.property(fc.array(owned, { minLength: 1, maxLength: 30 }), said, (all, facts) => {
        const deals = all.flatMap(([deal, owner], index) =>
          deal.created <= MIDDLE_DAY && (deal.closed ?? 0) <= MIDDLE_DAY
            ? [{ ...deal, owner, id: `${index}` }]
            : [],
        );
        fc.pre(deals.length > 0);
        const { team, periods } = teamOf(deals, { Ada: facts });
        periods.forEach(({ kinds }, index) => {
          for (const part of ['alreadyWon', 'fromOpen', 'fromNew'] as const) {
            const company = kinds.reduce((sum, kind) => sum + kind[part], 0);
            const sellers = team.sellers.reduce((sum, seller) => sum + seller.periods[index]![part], 0);
            const scale = kinds.reduce(
              (sum, kind) => sum + Math.abs(kind.alreadyWon) + kind.fromOpen + kind.fromNew,
              1,
            );
            expect(Math.abs(sellers + team.nobody[index]![part] - company) / scale).toBeLessThan(1e-9);
          }
        });
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  it('lets nobody be a star by three deals', () => {
    const lucky = [1, 2, 3].map((day) =>
      dealOf({
        id: `L${day}`,
        created: MIDDLE_DAY - 40 - day,
        outcome: 'won',
        closed: MIDDLE_DAY - 10,
        owner: 'Cy',
      }),
    );
    const { team } = teamOf([...company(['Ada', 'Bo']), ...lucky]);
    const rates = team.sellers.find(({ name }) => name === 'Cy')?.conversion;
    expect(rates?.n).toBe(3);
    expect(rates!.value / team.conversion!.value).toBeLessThan(1.3);
    expect(rates!.low).toBeLessThan(team.conversion!.value);
    expect(rates!.high).toBeGreaterThan(team.conversion!.value);
  });

  it('tells a seller who wins twice as often, with an interval that leaves the team out', () => {
    const deals = company(['Ada', 'Bo', 'Cy', 'Di']);
    // Half of what Bo, Cy and Di won was lost instead.
    let won = 0;
    const made = deals.map((deal) =>
      deal.owner !== 'Ada' && deal.outcome === 'won' && won++ % 2 === 0
        ? { ...deal, outcome: 'lost' as const }
        : deal,
    );
    const { team } = teamOf(made);
    const ada = team.sellers.find(({ name }) => name === 'Ada')!;
    expect(ada.conversion!.low).toBeGreaterThan(team.conversion!.value);
    expect(team.lacks).toEqual([]);
  });

  it('leaves what is to come of who has left to nobody, and says what the deals are worth', () => {
    const { team } = teamOf(company(['Ada', 'Bo']), { Bo: { startedOn: null, hasLeft: true } });
    const bo = team.sellers.find(({ name }) => name === 'Bo')!;
    expect(bo.periods[0]).toMatchObject({ fromOpen: 0, fromNew: 0, output: 0 });
    expect(bo.won).toBeGreaterThan(0);
    expect(team.nobody[0]!.fromLeft).toBeCloseTo(team.nobody[0]!.fromOpen, 6);
    expect(team.left.deals).toBe(bo.open.deals);
  });

  it('gives who starts on ramp less of the leads to come than the same seller in full', () => {
    const deals = company(['Ada', 'Bo']);
    const now = teamOf(deals).team.sellers.find(({ name }) => name === 'Bo')!;
    const begun = teamOf(deals, { Bo: { startedOn: MIDDLE_DAY - 10, hasLeft: false } }).team.sellers.find(
      ({ name }) => name === 'Bo',
    )!;
    expect(begun.periods[1]!.fromNew).toBeLessThan(now.periods[1]!.fromNew);
    expect(begun.periods[0]!.output).toBeLessThan(1);
  });

  it('says what is missing', () => {
    const noOwners = company(['Ada']).map((deal) => ({ ...deal, owner: null }));
    expect(teamOf(noOwners).team.lacks).toEqual(['noOwners']);
    expect(teamOf(noOwners).team.sellers).toEqual([]);
    expect(teamOf(company(['Ada'])).team.lacks).toEqual(['oneSeller']);
    const three = [0, 1, 2].map((day) =>
      dealOf({ id: `${day}`, created: MIDDLE_DAY - day, owner: day === 0 ? 'Ada' : 'Bo' }),
    );
    expect(teamOf(three).team.lacks).toEqual(['fewClosed']);
  });
});
