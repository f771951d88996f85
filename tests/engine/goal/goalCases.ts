import {
  build,
  dayFromDate,
  seekGoal,
  type FunnelModel,
  type Goal,
  type GoalAnswer,
  type GoalRequest,
  type Grounds,
  type HistorySummary,
  type KindHistory,
  type Lever,
  type LeverAnswer,
  type LeverKey,
  type Plan,
} from '../../../src/engine';
import { kindOf, modelOf } from '../simulate/models';
import { guessed, planWith, roughly, SURE_NET, SURE_SEED, SURE_SPEAR, sure } from '../plan/surePlan';

export const START_DAY = dayFromDate(2026, 1, 1) ?? NaN;

export function groundsOf(horizonMonths = 12): Grounds {
  const options = { startDay: START_DAY, horizonMonths, fiscalYearStart: 1, currency: 'EUR' };
  return { fitted: null, summary: null, options };
}

export function modelOfPlan(plan: Plan, months = 12): FunnelModel {
  return build(plan, { startDay: START_DAY, horizonMonths: months, fiscalYearStart: 1, currency: 'EUR' });
}

/** Three kinds with doubt, of unlike size: some 75 wins worth 3,000 each in a year. Nobody refers anybody. */
export const COMPANY: Plan = planWith(
  {
    seed: { ...SURE_SEED, growthPerMonth: sure(0), leadsPerMonth: roughly(12), dealValue: roughly(2_000) },
    net: {
      ...SURE_NET,
      growthPerMonth: sure(0),
      leadsPerMonth: guessed(40),
      elasticity: sure(0.7),
      costPerLead: sure(3),
    },
    spear: {
      ...SURE_SPEAR,
      growthPerMonth: sure(0),
      leadsPerProspector: roughly(10),
      dealValue: roughly(6_000),
      ramp: [sure(0.2), sure(0.6)],
    },
  },
  { isRunning: true },
);

/** The same with people and spend that cost. */
export const COSTING: Plan = {
  ...COMPANY,
  company: { ...COMPANY.company, costPerProspector: sure(500) },
};

export function requestOf(goal: Partial<Goal>, patch: Partial<GoalRequest> = {}): GoalRequest {
  return {
    goal: { measure: 'value', amount: 0, from: null, by: '2026-12', chance: 0.8, ...goal },
    choices: {},
    wantsLevers: true,
    wantsMixes: false,
    paths: 10_000,
    seed: 1,
    ...patch,
  };
}

export function seek(grounds: Grounds, plan: Plan, request: GoalRequest): GoalAnswer {
  const seeking = seekGoal(grounds, plan, request);
  for (let step = seeking.next(); ; step = seeking.next()) if (step.done) return step.value;
}

export function answerOf(answer: GoalAnswer, key: LeverKey): LeverAnswer {
  const found = answer.levers.find(({ lever }) => lever.key === key);
  if (found === undefined) throw new Error(`no answer for ${key}`);
  return found;
}

export function leverIn(levers: readonly Lever[], key: LeverKey): Lever {
  const found = levers.find((lever) => lever.key === key);
  if (found === undefined) throw new Error(`no lever ${key}`);
  return found;
}

/** A small history as `fit` would tell it: seeds that win a quarter in a month or so, worth 1,000 each. */
export function smallHistory(): { fitted: FunnelModel; summary: HistorySummary } {
  const closing = {
    by: 'hazards',
    hazards: { ageFrom: [0], won: [0.01], lost: [0.03] },
    conversion: { mean: 0.25, cases: 80 },
  } as const;
  const seed = kindOf('seed', new Array<number>(24).fill(20), closing);
  const fitted = modelOf({
    count: 24,
    kinds: [{ ...seed, arrivals: { ...seed.arrivals, doubt: 0.1 } }],
    open: [{ kind: 'seed', count: 10, winChance: [0.1, 0.1], value: { mean: 1_500, variation: 0.5 } }],
    history: [{ month: '2025-12', kind: 'seed', leads: 20, wins: 4, value: 4_000 }],
  });
  const estimate = (value: number, low: number, high: number) => ({ value, low, high, n: 80 });
  const kind: KindHistory = {
    kind: 'seed',
    deals: 240,
    open: 10,
    won: 60,
    lost: 170,
    leadsPerMonth: estimate(20, 17, 23),
    conversion: estimate(0.25, 0.2, 0.3),
    daysToWin: estimate(25, 20, 30),
    dealValue: estimate(1_000, 900, 1_100),
    valueVariation: 0.8,
  };
  const series = { level: 0, trend: 0, season: 0, rhythm: 0 };
  const summary = {
    dataDay: START_DAY - 1,
    firstCreated: START_DAY - 400,
    calendar: { leads: series, wins: series, losses: series },
    kinds: [kind],
    notes: [],
  } as unknown as HistorySummary;
  return { fitted, summary };
}
