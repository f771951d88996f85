import {
  addMonths,
  baseModel,
  compareScenarios,
  defaultPlan,
  fit,
  monthOfDay,
  planStartDay,
  portableModel,
  portablePlan,
  type ChangeOfWhat,
  type Month,
  type ScenarioStart,
  type Variant,
} from '../../src/engine';
import { companyOfSize } from './companyOfSize.ts';
import type { SpeedResult } from './speedResult.ts';
import { timeRuns } from './timeRuns.ts';

const RUNS = 5;
const WARM_UPS = 1;
const PATHS = 10_000;
const VARIANTS = 6;
const SETTINGS = { fiscalYearStart: 1, currency: 'USD', horizonMonths: 24 };

/** Three changes each: leads or spend, what is won of them, and how long that takes. */
function variantsFrom(start: Month): Variant[] {
  return Array.from({ length: VARIANTS }, (_, index) => {
    const size = 1 + (index + 1) / 20;
    const changes: ChangeOfWhat[] = [
      index % 2 === 0 ? { what: 'leads', kind: 'net', factor: size } : { what: 'prospectors', heads: index },
      { what: index % 3 === 0 ? 'value' : 'winRate', kind: 'all', factor: 2 - size },
      index % 3 === 1
        ? { what: 'days', kind: 'spear', factor: size }
        : { what: 'cost', kind: null, perMonth: 1_000 },
    ];
    return {
      id: `variant ${index}`,
      name: '',
      changes: changes.map((what, place) => ({
        ...what,
        id: `${index}-${place}`,
        isOn: true,
        from: addMonths(start, place),
        months: index % 2 === 0 ? null : 6,
        shock: null,
      })),
    };
  });
}

function timeComparison(start: ScenarioStart): number {
  const variants = variantsFrom(start.model.months[0] ?? monthOfDay(start.model.start));
  return timeRuns(RUNS, WARM_UPS, (seed) => {
    const comparing = compareScenarios(start, variants, { paths: PATHS, seed });
    while (!comparing.next().done);
  });
}

/** Six variants of three changes beside their base, drawn and split by change; of a new company's plan and of 10,000 deals. */
export function benchmarkScenariosSix(name: string): SpeedResult {
  const plan = portablePlan(defaultPlan(SETTINGS.currency));
  const { deals, dataDay } = companyOfSize(10_000);
  const options = { ...SETTINGS, startDay: planStartDay(plan, dataDay + 1, SETTINGS.fiscalYearStart) };
  const planAloneMs = timeComparison(baseModel({ fitted: null, options }, plan, 'asForecast'));
  const { model } = fit(deals, { ...SETTINGS, dataDay });
  const historyMs = timeComparison(baseModel({ fitted: portableModel(model) }, plan, 'asForecast'));
  return { name, medianMs: Math.max(planAloneMs, historyMs), versus: {}, planAloneMs, historyMs };
}
