import * as v from 'valibot';
import { PAYMENT_DELAY_DAYS, RATE, RATES, SAVED_MAPPINGS, SELLERS } from '../limits';
import { mappingSchema } from './mapping';
import { between, count, day, kind, name, table, target } from './values';

const sellerSchema = v.object({
  quotaPerQuarter: target,
  startedOn: v.nullable(day),
  hasLeft: v.exactOptional(v.literal(true)),
});

export const settingsSchema = v.object({
  locale: v.picklist(['en', 'sv']),
  theme: v.picklist(['system', 'light', 'dark']),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  fiscalYearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  companyName: name,
  targets: v.object({ quarter: target, year: target, nextTwelve: target }),
  sourceKinds: table(kind),
  rates: table(between(RATE), RATES),
  sellers: table(sellerSchema, SELLERS),
  paymentDelayDays: v.nullable(v.pipe(between(PAYMENT_DELAY_DAYS), v.integer())),
  mappings: table(mappingSchema, SAVED_MAPPINGS),
  activeImport: v.nullable(name),
  backedUpAt: v.nullable(count),
  hasStarted: v.boolean(),
});
