import * as v from 'valibot';
import { firstDayOfMonth, lastDayOfMonth } from '../../engine/calendar/month';
import { AMOUNT, SHARED_LIMITS } from '../limits';
import { funnelModelSchema } from './funnelModel';
import { planSchema } from './plan';
import { scenariosSchema } from './scenarios';
import { between, count, day, name, target } from './values';

const sharedDeal = v.object({
  name: v.nullable(name),
  company: v.nullable(name),
  owner: v.nullable(name),
  chance: between({ min: 0, max: 1 }),
  expected: between({ min: -AMOUNT, max: AMOUNT }),
});

export const sharedForecastSchema = v.pipe(
  v.object({
    title: name,
    companyName: name,
    madeOn: day,
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    fiscalYearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    targets: v.object({ quarter: target, year: target, nextTwelve: target }),
    planName: name,
    plan: planSchema,
    start: day,
    fitted: v.nullable(funnelModelSchema),
    rests: v.nullable(v.object({ deals: count, won: count })),
    seed: v.pipe(between({ min: 0, max: 0xffffffff }), v.integer()),
    scenarios: scenariosSchema,
    view: v.object({
      screen: v.picklist(['forecast', 'scenarios']),
      period: v.picklist(['quarter', 'year', 'nextTwelve']),
    }),
    deals: v.nullable(v.pipe(v.array(sharedDeal), v.maxLength(SHARED_LIMITS.deals))),
  }),
  v.check(({ fitted, start, currency, fiscalYearStart }) => {
    if (fitted === null) return true;
    const [first] = fitted.months;
    if (first === undefined || fitted.start !== start) return false;
    const isInFirst = firstDayOfMonth(first) <= start && start <= lastDayOfMonth(first);
    return isInFirst && fitted.currency === currency && fitted.fiscalYearStart === fiscalYearStart;
  }, 'the model begins where the forecast does, in its currency and fiscal year'),
);
