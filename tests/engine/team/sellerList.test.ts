import { describe, expect, it } from 'vitest';
import { fit, sellerList, simulate, teamForecast, type Deal } from '../../../src/engine';
import { usualAges, usualStageTimes, usualTime } from '../../../src/engine/team/usualTimes';
import { MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const START = MIDDLE_DAY + 1;

/** Ten won deals that stayed 1 to 10 days in Proposal, then 5 in Closing. */
const WON = Array.from({ length: 10 }, (_, index) => {
  const created = MIDDLE_DAY - 200 - 7 * index;
  const closing = created + index + 1;
  return dealOf({
    id: `won${index}`,
    created,
    outcome: 'won',
    closed: closing + 5,
    owner: 'Ada',
    stage: 'Closing',
    amount: 1_000,
    stageEntries: [
      { stage: 'Proposal', day: created },
      { stage: 'Closing', day: closing },
    ],
  });
});

function openIn(id: string, days: number, facts: Partial<Deal> = {}): Deal {
  const day = START - days;
  return dealOf({
    id,
    created: day,
    owner: 'Ada',
    stage: 'Proposal',
    stageEntries: [{ stage: 'Proposal', day }],
    ...facts,
  });
}

function listOf(
  deals: readonly Deal[],
  seller: string | null = 'Ada',
  quotaPerQuarter: number | null = null,
) {
  const options = { dataDay: MIDDLE_DAY, horizonMonths: 12, fiscalYearStart: 1, currency: 'SEK' };
  const { model, chances } = fit(deals, options);
  const periods = simulate(model, { paths: 200, seed: 1 }).quarters.slice(0, 2);
  const team = teamForecast(deals, chances, { sellers: {}, periods, ramp: [], leftEdge: null });
  const asked = {
    seller,
    quotaPerQuarter,
    leadsPerMonth: { net: 3 },
    most: 100,
    stages: ['Proposal', 'Closing'],
  };
  return { team, list: sellerList(deals, chances, team, asked) };
}

describe('usualTime', () => {
  it('is the smallest number of days that four in five do not exceed', () => {
    expect(usualTime([3, 1, 4, 2, 5, 8, 6, 7, 9, 10])).toEqual({ days: 8, n: 10 });
    expect(usualTime([1, 2, 3, 4, 5, 6, 7])).toBeNull();
  });

  it('is of the stages that won deals went through, and of their whole life', () => {
    const times = usualStageTimes(WON, MIDDLE_DAY);
    expect(times.get('Proposal')).toEqual({ days: 8, n: 10 });
    expect(times.get('Closing')).toEqual({ days: 5, n: 10 });
    expect(usualAges(WON).get('net')).toEqual({ days: 13, n: 10 });
  });
});

describe('sellerList', () => {
  it('calls stuck who is longer in a stage than four in five of the won were, not who is as long', () => {
    const { list } = listOf([...WON, openIn('nine', 9), openIn('eight', 8)]);
    const stuck = list.items.filter(({ reasons }) => reasons.some(({ code }) => code === 'stuck'));
    expect(stuck.map(({ id }) => id)).toEqual(['nine']);
    expect(stuck[0]!.reasons).toContainEqual({ code: 'stuck', stage: 'Proposal', days: 9, usual: 8, n: 10 });
  });

  it('tells stuck by age where no day of the stage is known, and says so', () => {
    const { list } = listOf([
      ...WON,
      openIn('old', 14, { stageEntries: [] }),
      openIn('young', 13, { stageEntries: [] }),
    ]);
    expect(list.lacks).toContain('noStageDays');
    const old = list.items.find(({ id }) => id === 'old')!;
    expect(old.reasons).toContainEqual({ code: 'stuck', stage: null, days: 14, usual: 13, n: 10 });
    expect(list.counts.stuck).toBe(1);
  });

  it('calls past its date what should have closed, with how often it was put off', () => {
    const slips = { times: 2, days: 40, since: MIDDLE_DAY - 60 };
    const late = openIn('late', 5, { expectedClose: START - 3, slips });
    const { list } = listOf([...WON, late, openIn('due', 5, { expectedClose: START })]);
    expect(list.items.find(({ id }) => id === 'late')!.reasons).toContainEqual({
      code: 'overdue',
      days: 3,
      slips: 2,
    });
    expect(list.counts.overdue).toBe(1);
  });

  it('orders by what two weeks take, which is never more than what is expected', () => {
    const deals = [
      ...WON,
      ...[1, 5, 9, 13, 20].map((days) => openIn(`open${days}`, days, { amount: 1_000 * days })),
    ];
    const { list } = listOf(deals);
    const stakes = list.items.map(({ atStake }) => atStake);
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    for (const { atStake, expected, chance, lostSoon } of list.items) {
      expect(atStake).toBeGreaterThanOrEqual(0);
      expect(atStake).toBeLessThanOrEqual(expected * (1 + 1e-9));
      expect(chance).toBeLessThanOrEqual(1);
      expect(lostSoon).toBeLessThanOrEqual(1);
    }
    expect(list.atStake).toBeCloseTo(
      stakes.reduce((sum, stake) => sum + stake, 0),
      6,
    );
  });

  it('calls no deal new that is in a late stage already, however young, and has the new ones of all with their chance', () => {
    const closing = { stage: 'Closing', stageEntries: [{ stage: 'Closing', day: START - 2 }] };
    const deals = [
      ...WON,
      openIn('young', 3),
      openIn('late', 3, closing),
      openIn('other', 3, { owner: 'Bo' }),
    ];
    const { list } = listOf(deals);
    expect(list.counts.newLead).toBe(1);
    expect(list.newCount).toBe(2);
    expect(new Set(list.newLeads.map(({ deal }) => deal.id))).toEqual(new Set(['young', 'other']));
    const young = list.items.find(({ id }) => id === 'young')!;
    expect(list.newLeads.find(({ deal }) => deal.id === 'young')!.outlook.total).toBeCloseTo(
      young.plainChance,
      12,
    );
  });

  it('has only the own deals of a seller, and those of all for everybody', () => {
    const deals = [
      ...WON,
      openIn('mine', 2),
      openIn('theirs', 2, { owner: 'Bo' }),
      openIn('nobodys', 2, { owner: null }),
    ];
    expect(listOf(deals).list.items.map(({ id }) => id)).toEqual(['mine']);
    expect(listOf(deals, null).list.open).toBe(3);
  });

  it('says how many leads it takes to make the quota: the gap by what the leads of late would bring', () => {
    const deals = [...WON, openIn('mine', 2)];
    const { team, list } = listOf(deals, 'Ada', 50_000);
    const goal = list.goals[1]!;
    const own = team.sellers[0]!.periods[1]!;
    expect(goal.quota).toBe(50_000);
    expect(goal.covered).toBeCloseTo(own.alreadyWon + own.fromOpen, 9);
    expect(goal.gap).toBeCloseTo(50_000 - goal.covered, 9);
    const [net] = goal.leads;
    expect(goal.leads).toHaveLength(1);
    // Three a month from tomorrow to the day, all of them Ada's but for nobody's share.
    expect(net!.expected).toBeCloseTo((3 * (net!.by - START + 1)) / 30.4375, 9);
    expect(net!.leads).toBe(Math.ceil(goal.gap / net!.valueEach));
  });

  it('asks for no leads where the quota is covered, and has no goals without one', () => {
    expect(listOf([...WON, openIn('mine', 2)], 'Ada', 0.01).list.goals[0]!.leads).toEqual([]);
    expect(listOf([...WON, openIn('mine', 2)]).list.goals).toEqual([]);
  });
});
