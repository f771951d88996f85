import * as v from 'valibot';
import { METHODS } from '../../engine';
import type { Method } from '../../engine';
import { ORIGINS } from '../limits';
import { count, day, name } from './values';

const figure = v.pipe(v.number(), v.finite());
const orNull = v.nullable(figure);
const months = v.pipe(v.array(figure), v.length(3));

/** One of the same for each method. */
function byMethod<Schema extends v.GenericSchema>(schema: Schema) {
  return v.object(Object.fromEntries(METHODS.map((method) => [method, schema])) as Record<Method, Schema>);
}

const spread = v.object({
  mean: figure,
  q05: figure,
  q10: figure,
  q25: figure,
  q50: figure,
  q75: figure,
  q90: figure,
  q95: figure,
});
const spreads = v.pipe(v.array(spread), v.length(3));

const outlook = v.object({ wins: months, revenue: months, quarter: figure, year: orNull });

const surprise = v.object({ wins: orNull, revenue: orNull, quarter: orNull });

const factor = v.pipe(figure, v.minValue(0));

const origin = v.object({
  origin: day,
  actual: outlook,
  forecasts: byMethod(v.nullable(outlook)),
  ranges: v.object({ wins: spreads, revenue: spreads, quarter: spread }),
  surprise,
});

const scores = v.object({
  wapeWins: orNull,
  wapeRevenue: orNull,
  wapeQuarter: orNull,
  wapeYear: orNull,
  bias: orNull,
  pinball: orNull,
});

const coverage = v.object({ wins: orNull, revenue: orNull, quarter: orNull });

const readiness = v.object({
  firstCreated: v.nullable(day),
  sixMonthsOn: v.nullable(day),
  datedWins: count,
  winsNeeded: count,
  firstOrigin: v.nullable(day),
  readyOn: v.nullable(day),
});

export const trackRecordSchema = v.object({
  importId: v.pipe(name, v.minLength(1)),
  method: name,
  key: name,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  readiness,
  result: v.object({
    origins: v.pipe(v.array(origin), v.maxLength(ORIGINS)),
    methods: byMethod(scores),
    coverage50: coverage,
    coverage80: coverage,
    calibration: v.object({ wins: factor, revenue: factor, quarter: factor, origins: count }),
  }),
});
