import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findLeaks,
  fit,
  KINDS,
  type Deal,
  type FunnelModel,
  type Leak,
  type LeakReport,
} from '../../../src/engine';
import { healthyCompany, plantedCompany, type DiagnosedCompany } from '../../bench/diagnoseCompanies';
import { dealOf } from '../deals/dealOf';

/** Apart from those that tuning and the benchmark use. */
const SEED = 77;

function modelOf(deals: readonly Deal[], dataDay: number, stages: readonly string[]): FunnelModel {
  const options = { dataDay, stages, horizonMonths: 12, fiscalYearStart: 1, currency: 'USD' };
  return fit(deals, options).model;
}

function leaksOf({ deals, dataDay, stages }: DiagnosedCompany): LeakReport {
  return findLeaks({ deals, dataDay, stages, model: modelOf(deals, dataDay, stages) });
}

/** Two of three deals that would have gone on from the first stage in the last six months are lost there instead. */
function losingAtFirst(company: DiagnosedCompany, isAbout: (deal: Deal) => boolean): DiagnosedCompany {
  const from = company.dataDay - 182;
  let count = 0;
  const deals = company.deals.map((deal): Deal => {
    const [first, second] = deal.stageEntries;
    if (first === undefined || second === undefined || second.day < from || !isAbout(deal)) return deal;
    if (count++ % 3 === 0) return deal;
    return { ...deal, outcome: 'lost', closed: second.day, stage: first.stage, stageEntries: [first] };
  });
  return { ...company, deals };
}

/** Two of three deals that a kind has won lately are lost instead. */
function losingAtLast(company: DiagnosedCompany, kind: string): DiagnosedCompany {
  let count = 0;
  const deals = company.deals.map((deal): Deal => {
    const isLate = deal.outcome === 'won' && deal.closed! > company.dataDay - 182;
    return isLate && deal.kind === kind && count++ % 3 < 2 ? { ...deal, outcome: 'lost' } : deal;
  });
  return { ...company, deals };
}

const planted = plantedCompany(2, SEED);
const model = modelOf(planted.deals, planted.dataDay, planted.stages);
const { deals, dataDay, stages } = planted;
const report = findLeaks({ deals, dataDay, stages, model });

/** Without a fall: one of 300 leads a month or so. */
const healthy = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => healthyCompany(index, SEED));
const large = healthy.reduce((most, own) => (own.deals.length > most.deals.length ? own : most));

describe('findLeaks(grounds)', () => {
  it('finds the planted fall, says how much it is, and ranks it first', () => {
    const [leak] = report.leaks;
    expect(leak).toMatchObject({
      measure: 'conversion',
      kind: planted.planted!.kind,
      stage: planted.planted!.stage,
    });
    // A quarter was planted; three standard errors of 350 and 1,600 leavers at these conversions.
    expect(Math.abs(leak!.change - 0.25)).toBeLessThan(0.2);
    expect(leak!.atLeast).toBeLessThan(leak!.change);
    expect(leak!.before).toBeCloseTo(planted.planted!.conversion, 1);
    expect(leak!.probability).toBeGreaterThan(0.94);
    expect(leak!.moneyAtStake).toBeGreaterThan(0);
    expect(leak!.lostIds.length).toBe(Math.min(100, leak!.lostCount));
  });

  it('raises alarms in few healthy companies', () => {
    const several = Array.from({ length: 24 }, (_, index) => healthyCompany(index, SEED + 1));
    const alarmed = several.filter((company) => leaksOf(company).leaks.length > 0).length;
    // At 6 % a company, more than 4 of 24 come about 1 time in 100; the benchmark has the rate.
    expect(alarmed).toBeLessThanOrEqual(4);
  });

  it('says for each check what it would have seen: less where there are fewer cases', () => {
    expect(report.checks.length).toBeGreaterThan(10);
    const quarter = { ...planted, deals: deals.filter((_, index) => index % 4 === 0) };
    for (const small of leaksOf(quarter).checks) {
      const full = report.checks.find(
        (own) => own.measure === small.measure && own.kind === small.kind && own.stage === small.stage,
      )!;
      if (full.smallestVisible === null || small.smallestVisible === null) continue;
      expect(small.smallestVisible).toBeGreaterThan(full.smallestVisible);
    }
  });

  it('scales money at stake with amounts, and nothing else', () => {
    // By ten: parameters are rounded to significant digits.
    const timesTen = <Item extends { value: { mean: number } }>(item: Item): Item => ({
      ...item,
      value: { ...item.value, mean: 10 * item.value.mean },
    });
    const scaled = findLeaks({
      deals: deals.map((deal) => ({ ...deal, amount: deal.amount === null ? null : 10 * deal.amount })),
      dataDay,
      stages,
      model: { ...model, kinds: model.kinds.map(timesTen), open: model.open.map(timesTen) },
    });
    expect(scaled.checks).toEqual(report.checks);
    report.leaks.forEach((leak, index) => {
      const own = scaled.leaks[index]!;
      expect({ ...own, moneyAtStake: 0 }).toEqual({ ...leak, moneyAtStake: 0 });
      expect(own.moneyAtStake / leak.moneyAtStake).toBeCloseTo(10, 9);
    });
  });

  it('does not depend on the order of the deals', () => {
    const reversed = findLeaks({ deals: [...deals].reverse(), dataDay, stages, model });
    expect(reversed).toEqual(report);
  });

  it('tells a fall of all kinds once, and of one seller by name', () => {
    const atFirst = ({ leaks }: LeakReport): Leak[] =>
      leaks.filter(({ measure, position }) => measure === 'conversion' && position === 0);
    const all = atFirst(leaksOf(losingAtFirst(large, () => true)));
    expect(all.map(({ kind }) => kind)).toEqual(['all']);
    expect(all[0]!.readings).toEqual([{ code: 'leadQuality' }, { code: 'everywhere' }]);

    const two = large.deals.map((deal, index) => ({ ...deal, owner: index % 2 === 0 ? 'Anna' : 'Bo' }));
    const his = atFirst(leaksOf(losingAtFirst({ ...large, deals: two }, ({ owner }) => owner === 'Bo')));
    expect(his.length).toBeGreaterThan(0);
    for (const { readings } of his) expect(readings[0]).toMatchObject({ code: 'oneSeller', seller: 'Bo' });
  });

  it('looks at the whole way to won where no stages are known', () => {
    const bare = deals.map((deal) => ({ ...deal, stage: null, stageEntries: [] }));
    const fallen = losingAtLast({ ...planted, deals: bare }, planted.planted!.kind);
    const { basis, leaks } = leaksOf(fallen);
    expect(basis).toBe('wholeFunnel');
    const found = leaks.find(({ measure }) => measure === 'conversion')!;
    expect(found).toMatchObject({ kind: planted.planted!.kind, stage: null, nextStage: null });
    expect(found.readings.map(({ code }) => code)).toContain('wholeFunnel');
  });

  it('finds a stage that takes longer', () => {
    const stage = large.stages[1]!;
    const from = large.dataDay - 182;
    // Deals that came to the second stage lately go on half as fast: what happens after it moves back as much.
    const slower = large.deals.map((deal): Deal => {
      const at = deal.stageEntries.findIndex((entry) => entry.stage === stage);
      const entered = deal.stageEntries[at]?.day;
      if (entered === undefined || entered < from) return deal;
      const left = deal.stageEntries[at + 1]?.day ?? deal.closed;
      if (left === undefined || left === null) return deal;
      const delay = left - entered;
      const closed = deal.closed === null ? null : deal.closed + delay;
      const isOpen = closed === null || closed > large.dataDay;
      return {
        ...deal,
        outcome: isOpen ? 'open' : deal.outcome,
        closed: isOpen ? null : closed,
        stageEntries: deal.stageEntries.map((entry, index) =>
          index > at ? { ...entry, day: entry.day + delay } : entry,
        ),
      };
    });
    const found = leaksOf({ ...large, deals: slower }).leaks.find(({ measure }) => measure === 'days')!;
    expect(found.stage).toBe(stage);
    expect(found.change).toBeGreaterThan(0.4);
    expect(found.readings[0]).toEqual({ code: 'moreDeciders' });
    expect(found.moneyAtStake).toBeGreaterThan(0);
  });

  it('says what it lacks', () => {
    expect(findLeaks({ deals: [], dataDay, model })).toMatchObject({
      leaks: [],
      checks: [],
      lacks: 'tooYoung',
    });
    const few = Array.from({ length: 6 }, (_, index) =>
      dealOf({
        id: `${index}`,
        created: dataDay - 700 + 100 * index,
        outcome: 'won',
        closed: dataDay - 690 + 100 * index,
      }),
    );
    expect(findLeaks({ deals: few, dataDay, model })).toMatchObject({ leaks: [], lacks: 'tooFew' });
  });

  it('gives finite numbers for any deals', () => {
    const anyDeals = fc.array(
      fc.record({
        age: fc.integer({ min: 0, max: 1100 }),
        life: fc.integer({ min: 0, max: 200 }),
        outcome: fc.constantFrom('open', 'won', 'lost'),
        kind: fc.constantFrom(...KINDS),
        entries: fc.array(fc.record({ stage: fc.constantFrom('A', 'B', 'C'), after: fc.nat(150) }), {
          maxLength: 4,
        }),
        owner: fc.constantFrom('x', 'y', null),
      }),
      { minLength: 0, maxLength: 150 },
    );
    fc.assert(
      fc.property(anyDeals, (facts) => {
        const any = facts.map(({ age, life, outcome, kind, entries, owner }, index): Deal => {
          const created = dataDay - age;
          const isClosed = outcome !== 'open' && created + life <= dataDay;
          return dealOf({
            id: `${index}`,
            created,
            kind,
            owner,
            outcome: isClosed ? (outcome as 'won' | 'lost') : 'open',
            closed: isClosed ? created + life : null,
            stageEntries: entries
              .map(({ stage, after }) => ({ stage, day: created + after }))
              .sort((a, b) => a.day - b.day),
          });
        });
        const { checks, leaks } = findLeaks({ deals: any, dataDay, model });
        for (const value of [...checks, ...leaks].flatMap((own) => Object.values(own))) {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
