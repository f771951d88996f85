import * as v from 'valibot';
import { RATE, RATES, SAVED_MAPPINGS } from '../limits';
import { mappingSchema } from './mapping';
import { between, count, kind, name, table, target } from './values';

export const settingsSchema = v.object({
  locale: v.picklist(['en', 'sv']),
  theme: v.picklist(['system', 'light', 'dark']),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  fiscalYearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  companyName: name,
  targets: v.object({ quarter: target, year: target, nextTwelve: target }),
  sourceKinds: table(kind),
  rates: table(between(RATE), RATES),
  mappings: table(mappingSchema, SAVED_MAPPINGS),
  activeImport: v.nullable(name),
  backedUpAt: v.nullable(count),
  hasStarted: v.boolean(),
});
