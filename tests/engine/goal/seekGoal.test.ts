import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  chanceOfReaching,
  leversOf,
  placesOf,
  seekGoal,
  simulate,
  turnPlan,
  withAssumption,
  type GoalAnswer,
  type Mix,
  type Plan,
} from '../../../src/engine';
import { anyPlan } from '../plan/anyPlan';
import {
  answerOf,
  COMPANY,
  COSTING,
  groundsOf,
  leverIn,
  modelOfPlan,
  requestOf,
  seek,
  smallHistory,
} from './goalCases';

const CHANCE = 0.8;
const PATHS = 10_000;
const MANY_PATHS = 40_000;
/** Chance above the wanted one that a lever (0.008) or a mix (0.01) may be left with. */
const SLACK = 0.01;

/** Four standard errors of the difference of two shares near 0.8, from so many paths each. */
function errorOf(fewPaths: number): number {
  return 4 * Math.sqrt(CHANCE * (1 - CHANCE) * (1 / MANY_PATHS + 1 / fewPaths));
}

/** By another seed and more paths. */
function chanceOf(plan: Plan, amount: number, seed = 77, paths = MANY_PATHS, months = 12): number {
  return chanceOfReaching(
    simulate(modelOfPlan(plan, months), { paths, seed }).nextTwelve.distribution,
    amount,
  );
}

function withMix(plan: Plan, { settings }: Mix): Plan {
  const levers = leversOf(plan, null, '2026-01');
  return settings.reduce(
    (turned, { key, to }) => turnPlan(turned, leverIn(levers, key), to, '2026-01'),
    plan,
  );
}

const AMOUNT = 270_000;

describe('goal seek', () => {
  const answer = seek(groundsOf(), COSTING, requestOf({ amount: AMOUNT }, { wantsMixes: true }));

  it('says what there is before anything is turned', () => {
    expect(answer.chance).toBeCloseTo(chanceOf(COSTING, AMOUNT, 1, PATHS), 2);
    expect(answer.alreadyWon).toBe(0);
    expect(answer.atChance).toBeLessThan(answer.mean);
    expect(answer.levers.length).toBeGreaterThan(20);
  });

  // Some 40,000 paths each: a second or two on a slow machine.
  it('finds settings that reach the chance by other random numbers', { timeout: 60_000 }, () => {
    const levers = leversOf(COSTING, null, '2026-01');
    for (const key of ['net.leads', 'spear.hires', 'spear.winRate', 'spear.dealValue'] as const) {
      const { outcome, setting, lever } = answerOf(answer, key);
      expect(outcome).toBe('reached');
      const chance = chanceOf(turnPlan(COSTING, leverIn(levers, key), setting, '2026-01'), AMOUNT);
      // 2,500 paths settled it.
      expect(chance).toBeGreaterThan(CHANCE - errorOf(2_500));
      if (!lever.isWhole) expect(chance).toBeLessThan(CHANCE + SLACK + errorOf(2_500));
    }
  });

  it('finds mixes that do, too, and that the forecast beside them agrees with', { timeout: 60_000 }, () => {
    for (const mix of [answer.easiest, answer.cheapest]) {
      if (mix?.outcome !== 'reached') throw new Error('not reached');
      const turned = withMix(COSTING, mix);
      expect(chanceOf(turned, AMOUNT)).toBeGreaterThan(CHANCE - errorOf(PATHS));
      // The same paths; what differs is a grid that ends with the goal, and quantiles in thousandths.
      expect(chanceOf(turned, AMOUNT, 1, PATHS, 24)).toBeCloseTo(mix.chance, 2);
    }
  });

  it('keeps mixes within limits, and no dearer than the best single lever', () => {
    const levers = leversOf(COSTING, null, '2026-01');
    for (const mix of [answer.easiest, answer.cheapest]) {
      for (const { key, to } of mix?.settings ?? []) {
        const { usual } = leverIn(levers, key);
        expect(to).toBeGreaterThanOrEqual(usual.min);
        expect(to).toBeLessThanOrEqual(usual.max);
      }
    }
    const free = { 'net.spend': { max: 1e9 }, 'spear.hires': { max: 1_000 } };
    const wide = seek(
      groundsOf(),
      COSTING,
      requestOf({ amount: AMOUNT }, { wantsLevers: false, wantsMixes: true, choices: free }),
    );
    const costs = answer.levers.flatMap(({ lever, outcome, addedCost }) =>
      outcome === 'reached' && (lever.of === 'spend' || lever.of === 'hires') ? [addedCost ?? Infinity] : [],
    );
    expect(costs.length).toBeGreaterThan(0);
    // Each is settled within the slack, which is worth a few per cent of what is added.
    expect(wide.cheapest?.addedCost).toBeLessThan(Math.min(...costs) * 1.05);
    expect(wide.cheapest?.outcome).toBe('reached');
  });

  it('rounds on the safe side, heads to whole ones, and asks for no head more than needed', () => {
    for (const { setting, lever, outcome, chance } of answer.levers) {
      if (outcome !== 'reached') continue;
      expect(chance).toBeGreaterThanOrEqual(CHANCE);
      if (lever.isWhole) expect(Number.isInteger(setting)).toBe(true);
      else expect(Number(setting.toPrecision(3))).toBe(setting);
    }
    const { setting, lever } = answerOf(answer, 'spear.hires');
    const fewer = chanceOf(turnPlan(COSTING, lever, setting - 1, '2026-01'), AMOUNT, 1, PATHS);
    expect(fewer).toBeLessThan(CHANCE + errorOf(2_500));
  });

  it('leads back from all leads by one factor', () => {
    const { factor = 0, chance = 0, funnel } = answer.scaledLeads ?? {};
    expect(factor).toBeGreaterThan(1);
    expect(chance).toBeGreaterThanOrEqual(CHANCE);
    const net = funnel?.kinds.find(({ kind }) => kind === 'net');
    expect(net?.leadsByMonth).toHaveLength(12);
    expect(net?.leadsByMonth[3]).toBeCloseTo(40 * factor, 3);
    expect(net?.stages.map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  it('gives the same answer to the same request', () => {
    const request = requestOf({ amount: 60_000, by: '2026-03' }, { wantsMixes: true, paths: 500 });
    expect(seek(groundsOf(3), COSTING, request)).toEqual(seek(groundsOf(3), COSTING, request));
  });

  it('says how far it is, never backwards', () => {
    const seen: number[] = [];
    const request = requestOf({ amount: 60_000, by: '2026-03' }, { wantsMixes: true, paths: 500 });
    for (const done of seekGoal(groundsOf(3), COSTING, request)) seen.push(done);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
    expect(seen.length).toBeGreaterThan(20);
  });
});

describe('a goal that is reached already', () => {
  it('asks for nothing', () => {
    const answer = seek(
      groundsOf(),
      COMPANY,
      requestOf({ amount: 10_000 }, { wantsMixes: true, paths: 1_000 }),
    );
    expect(answer.chance).toBeGreaterThan(0.99);
    for (const { outcome, setting, lever } of answer.levers) {
      expect([outcome, setting]).toEqual(['alreadyReached', lever.value]);
    }
    expect(answer.scaledLeads?.factor).toBe(1);
    expect(answer.easiest).toMatchObject({
      outcome: 'alreadyReached',
      settings: [],
      stretch: 0,
      addedCost: 0,
    });
  });
});

describe('a goal out of reach', () => {
  it('says so, with the chance at the limit', () => {
    const choices = { 'net.leads': { max: 41 }, 'net.winRate': { max: 0.11 } } as const;
    const answer = seek(
      groundsOf(),
      COMPANY,
      requestOf({ amount: 1e9 }, { wantsMixes: true, choices, paths: 2_000 }),
    );
    expect(answerOf(answer, 'net.leads')).toMatchObject({ outcome: 'outOfReach', setting: 41, chance: 0 });
    expect(answer.easiest).toMatchObject({ outcome: 'outOfReach', chance: 0 });
    expect(answer.easiest?.settings.find(({ key }) => key === 'net.leads')?.to).toBe(41);
    expect(answer.scaledLeads).toBeNull();
  });

  it('takes a lever out of the mix that is off, and puts a detail in that is on', () => {
    const choices = { 'net.leads': { isOn: false }, 'spear.growth': { isOn: true } } as const;
    const answer = seek(
      groundsOf(),
      COMPANY,
      requestOf({ amount: 250_000 }, { wantsLevers: false, wantsMixes: true, choices, paths: 2_000 }),
    );
    const keys = answer.easiest?.settings.map(({ key }) => key);
    expect(keys).toContain('spear.growth');
    expect(keys).not.toContain('net.leads');
    expect(answer.levers).toEqual([]);
    expect(answer.withoutCost).toContain('spear.growth');
  });
});

describe('other measures', () => {
  it('counts wins', () => {
    const answer = seek(groundsOf(), COMPANY, requestOf({ measure: 'wins', amount: 100 }, { paths: 2_000 }));
    expect(answer.mean).toBeGreaterThan(50);
    expect(answer.levers.some(({ lever }) => lever.of === 'dealValue')).toBe(false);
    expect(answerOf(answer, 'net.leads').outcome).toBe('reached');
  });

  it('counts a month’s recurring revenue, which churn and expansion bear on', () => {
    const plan: Plan = {
      ...COMPANY,
      recurring: { isOn: true, monthsInDealValue: 12 },
      company: {
        ...COMPANY.company,
        revenueToday: withAssumption(COMPANY, { kind: null, of: 'revenueToday' }, { value: 20_000 }).company
          .revenueToday,
        churnPerMonth: { value: 0.02, doubt: 'sure', from: 'typed' },
      },
    };
    const answer = seek(
      groundsOf(),
      plan,
      requestOf({ measure: 'recurring', amount: 31_500, by: '2026-09', chance: 0.6 }, { paths: 4_000 }),
    );
    const { outcome, setting, lever } = answerOf(answer, 'company.churn');
    expect(outcome).toBe('reached');
    expect(setting).toBeLessThan(0.02);
    const turned = simulate(modelOfPlan(turnPlan(plan, lever, setting, '2026-01')), {
      paths: PATHS,
      seed: 1,
    });
    // The settled chance is within the error of the 2,500 paths; the revenue that has it, within a per cent or two.
    expect((turned.recurring?.[8]?.q50 ?? 0) / 31_500).toBeGreaterThan(0.99);
    expect(answerOf(answer, 'company.expansion').outcome).toBe('reached');
  });
});

describe('a goal on history', () => {
  it('turns what the deals say, leaves open deals alone and counts what is already won', () => {
    const { fitted, summary } = smallHistory();
    const request = requestOf({ amount: 75_000, from: '2025-12' }, { wantsMixes: true });
    const answer = seek({ fitted, summary }, COMPANY, request);
    expect(answer.alreadyWon).toBe(4_000);
    expect(answer.levers.map(({ lever }) => lever.basis)).toEqual([
      'history',
      'history',
      'history',
      'history',
    ]);
    const { outcome, setting } = answerOf(answer, 'seed.leads');
    expect(outcome).toBe('reached');
    const scaled = {
      ...fitted,
      kinds: fitted.kinds.map((kind) => ({
        ...kind,
        arrivals: {
          ...kind.arrivals,
          monthly: kind.arrivals.monthly.map((leads) => (leads * setting) / 20),
        },
      })),
    };
    const forecast = simulate(scaled, { paths: MANY_PATHS, seed: 5 });
    const chance = chanceOfReaching(forecast.nextTwelve.distribution, 71_000);
    expect(Math.abs(chance - CHANCE)).toBeLessThan(SLACK + errorOf(2_500));
    expect(answer.cheapest).toBeNull();
    expect(answer.easiest?.outcome).toBe('reached');
    expect(answer.scaledLeads?.funnel.kinds[0]).toMatchObject({ alreadyWon: 4, fromOpen: 2 });
  });
});

describe('any plan at all', () => {
  // Every lever of odd plans is simulated: seconds on a slow machine.
  it('is answered in numbers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPlan, fc.double({ min: 0, max: 1e9, noNaN: true }), (plan, amount) => {
        const request = requestOf({ amount, by: addMonths('2026-01', 2) }, { wantsMixes: true, paths: 40 });
        const answer = seek(groundsOf(3), plan, request);
        expectNumbers(answer);
        const keys = answer.levers.map(({ lever }) => lever.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(placesOf(plan).length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });
});

function expectNumbers(value: GoalAnswer): void {
  const bad: string[] = [];
  const walk = (part: unknown, path: string): void => {
    if (typeof part === 'number' && !Number.isFinite(part)) bad.push(`${path}: ${part}`);
    if (typeof part === 'object' && part !== null) {
      Object.entries(part).forEach(([name, member]) => walk(member, `${path}.${name}`));
    }
  };
  walk(value, '');
  expect(bad).toEqual([]);
}
