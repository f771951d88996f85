import {
  baseModel,
  build,
  planBudget,
  type BudgetAnswer,
  type BudgetRequest,
  type Plan,
  type ScenarioStart,
} from '../../../src/engine';
import { guessed, planWith, sure, SURE_NET, SURE_SEED, SURE_SPEAR } from '../plan/surePlan';
import { START_DAY } from '../goal/goalCases';

export const NO_LIMIT = { min: null, max: null } as const;
export const NO_LIMITS = { net: NO_LIMIT, spear: NO_LIMIT, retention: NO_LIMIT } as const;

/** From January 2026 on, the fiscal year being the calendar year. */
export function startOf(plan: Plan, horizonMonths = 24, startDay = START_DAY): ScenarioStart {
  const options = { startDay, horizonMonths, fiscalYearStart: 1, currency: 'EUR' };
  return baseModel({ fitted: null, options }, plan, 'asForecast');
}

export function requestOf(patch: Partial<BudgetRequest> = {}): BudgetRequest {
  return {
    period: 'nextTwelve',
    amount: 1_000,
    paymentDelayDays: 30,
    costPerKept: null,
    split: { budget: null, limits: NO_LIMITS },
    target: null,
    paths: 400,
    seed: 1,
    ...patch,
  };
}

export function finish<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export function answerOf(start: ScenarioStart, patch: Partial<BudgetRequest> = {}): BudgetAnswer {
  return finish(planBudget(start, requestOf(patch)));
}

/** One stage that everybody passes at once: what comes in is won in the same month. */
const AT_ONCE = { stages: [{ conversion: sure(1), days: sure(0) }], growthPerMonth: sure(0) };

/** One prospector brings ten deals worth 100 a month from the second month on, and costs 900. No other leads. */
export const HIRING: Plan = planWith(
  {
    seed: { ...SURE_SEED, ...AT_ONCE, leadsPerMonth: sure(0) },
    net: { ...SURE_NET, ...AT_ONCE, leadsPerMonth: sure(0) },
    spear: {
      ...SURE_SPEAR,
      ...AT_ONCE,
      prospectors: sure(1),
      leadsPerProspector: sure(10),
      dealValue: sure(100),
      variation: sure(0),
      ramp: [sure(0)],
    },
  },
  { stageNames: ['Only'] },
);
const company = { ...HIRING.company, costPerProspector: sure(900) };
export const HIRING_PLAN: Plan = { ...HIRING, company };

const SLOW = {
  growthPerMonth: sure(0),
  stages: [
    { conversion: sure(0.4), days: sure(20) },
    { conversion: guessed(0.3), days: sure(30) },
  ],
};

/** All three kinds with doubt and delay, customers who refer others and go on paying. */
export const COMPANY: Plan = {
  ...planWith(
    {
      seed: {
        ...SURE_SEED,
        ...SLOW,
        leadsPerMonth: sure(6),
        referralsPerCustomer: sure(0.05),
        dealValue: sure(3_000),
      },
      net: {
        ...SURE_NET,
        ...SLOW,
        leadsPerMonth: sure(40),
        dealValue: sure(3_000),
        spendToday: sure(3_000),
        spendPerMonth: sure(3_000),
      },
      spear: {
        ...SURE_SPEAR,
        ...SLOW,
        dealValue: sure(6_000),
        ramp: [sure(0.3)],
        attritionPerMonth: sure(0.02),
      },
    },
    { recurring: { isOn: true, monthsInDealValue: 12 }, isRunning: true },
  ),
  company: {
    ...planWith({}).company,
    activeCustomers: sure(60),
    churnPerMonth: sure(0.03),
    revenueToday: sure(15_000),
    costPerProspector: sure(4_000),
    sellers: sure(1),
    costPerSeller: sure(5_000),
  },
};

export const modelOf = (plan: Plan, months: number) =>
  build(plan, { startDay: START_DAY, horizonMonths: months, fiscalYearStart: 1, currency: 'EUR' });
