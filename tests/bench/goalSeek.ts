import {
  addMonths,
  build,
  defaultPlan,
  fit,
  monthOfDay,
  planStartDay,
  seekGoal,
  simulate,
  type FunnelModel,
  type GoalRequest,
  type Grounds,
  type Plan,
} from '../../src/engine';
import { companyOfSize } from './companyOfSize.ts';
import type { SpeedResult } from './speedResult.ts';
import { timeRuns } from './timeRuns.ts';

const RUNS = 3;
const PATHS = 10_000;
const SETTINGS = { fiscalYearStart: 1, currency: 'USD', horizonMonths: 24 };

/** A seventh more than the mean of the next twelve months, with 80 %: most levers have to be looked for, none is trivial. */
function requestFor(model: FunnelModel): GoalRequest {
  const { mean } = simulate(model, { paths: 1_000, seed: 1 }).nextTwelve.value;
  const by = addMonths(model.months[0] ?? monthOfDay(model.start), 11);
  return {
    goal: { measure: 'value', amount: mean * 1.15, from: null, by, chance: 0.8 },
    choices: {},
    wantsLevers: true,
    wantsMixes: true,
    paths: PATHS,
    seed: 1,
  };
}

function timeSeek(grounds: Grounds, plan: Plan, request: GoalRequest): number {
  return timeRuns(RUNS, 1, () => {
    const seeking = seekGoal(grounds, plan, request);
    while (!seeking.next().done);
  });
}

/** Every lever by itself, both mixes and the way back; on the plan that a new company starts from and on 10,000 deals. */
export function benchmarkGoalSeek(name: string): SpeedResult {
  const plan = defaultPlan(SETTINGS.currency);
  const { deals, dataDay } = companyOfSize(10_000);
  const options = { ...SETTINGS, startDay: planStartDay(plan, dataDay + 1, SETTINGS.fiscalYearStart) };
  const planAloneMs = timeSeek(
    { fitted: null, summary: null, options },
    plan,
    requestFor(build(plan, options)),
  );
  const { model, summary } = fit(deals, { ...SETTINGS, dataDay });
  const historyMs = timeSeek({ fitted: model, summary }, plan, requestFor(model));
  return { name, medianMs: Math.max(planAloneMs, historyMs), versus: {}, planAloneMs, historyMs };
}
