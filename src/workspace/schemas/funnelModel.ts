import * as v from 'valibot';
import { AMOUNT, SHARED_LIMITS } from '../limits';
import { between, count, day, kind, month, name, table } from './values';

const share01 = between({ min: 0, max: 1 });
const positive = between({ min: 0, max: AMOUNT });
/** Sds of logs, variations, shapes: beyond this a draw is no number any more. */
const doubt = between({ min: 0, max: 20 });
const factor = between({ min: 0, max: 1e6 });

const listOf = <T>(entry: v.GenericSchema<unknown, T>, max: number) =>
  v.pipe(v.array(entry), v.maxLength(max));
const byMonth = <T>(entry: v.GenericSchema<unknown, T>) => listOf(entry, SHARED_LIMITS.months);
const rhythm = v.tuple([factor, factor, factor]);

const cases = v.nullable(between({ min: 1e-6, max: AMOUNT }));
const share = v.object({ mean: share01, cases });

const stage = v.object({
  name,
  conversion: share,
  days: v.object({
    mean: between({ min: 0, max: 100_000 }),
    shape: between({ min: 0.01, max: 1e9 }),
    doubt,
  }),
});

/** Days and rates a day; bins in order, the first from 0. */
const hazards = v.pipe(
  v.object({ ageFrom: listOf(positive, 100), won: listOf(factor, 100), lost: listOf(factor, 100) }),
  v.check(
    ({ ageFrom, won, lost }) =>
      ageFrom.length > 0 &&
      ageFrom.length === won.length &&
      ageFrom.length === lost.length &&
      ageFrom.every((age, bin) => (bin === 0 ? age === 0 : age > (ageFrom[bin - 1] ?? 0))),
    'bins of hazards belong together and rise',
  ),
);

const closing = v.variant('by', [
  v.object({ by: v.literal('stages'), stages: listOf(stage, 12) }),
  v.object({ by: v.literal('hazards'), hazards, conversion: share }),
]);

const arrivals = v.object({
  monthly: byMonth(positive),
  before: byMonth(positive),
  doubt,
  tilts: v.exactOptional(listOf(byMonth(between({ min: -20, max: 20 })), 10)),
  overdispersion: between({ min: 0, max: 1e4 }),
  perCustomer: between({ min: 0, max: 100 }),
  perCustomerDoubt: v.exactOptional(doubt),
  perCustomerByMonth: v.exactOptional(byMonth(factor)),
});

const kindModel = v.object({
  kind,
  arrivals,
  closing,
  value: v.object({ mean: positive, variation: doubt, doubt }),
  level: v.exactOptional(v.object({ wins: byMonth(factor), value: byMonth(factor) })),
  pace: v.exactOptional(byMonth(between({ min: 0, max: 100 }))),
  quarterRhythm: v.exactOptional(rhythm),
});

const openGroup = v.object({
  kind,
  count: v.pipe(between({ min: 1, max: 1_000_000 }), v.integer()),
  winChance: byMonth(share01),
  value: v.object({ mean: positive, variation: doubt }),
  valueByMonth: v.exactOptional(byMonth(factor)),
});

const customers = v.object({
  active: positive,
  monthlyChurn: share01,
  activeDoubt: doubt,
  churnDoubt: doubt,
  churnByMonth: v.exactOptional(byMonth(factor)),
});

const recurring = v.object({
  today: positive,
  todayDoubt: doubt,
  monthsInDealValue: between({ min: 1, max: 120 }),
  monthlyExpansion: between({ min: -1, max: 1 }),
  expansionDoubt: doubt,
});

const cost = v.object({
  kind: v.nullable(v.picklist(['seed', 'net', 'spear'])),
  monthly: byMonth(positive),
  doubt,
  perLead: positive,
  perLeadDoubt: doubt,
});

const actual = v.object({
  month,
  kind,
  leads: count,
  wins: count,
  value: between({ min: -AMOUNT, max: AMOUNT }),
});

const note = v.object({
  code: v.picklist([
    'fewWins',
    'noWins',
    'noLosses',
    'wonWithoutDate',
    'wonWithoutAmount',
    'lostWithoutDate',
    'unsortedDeals',
    'otherCurrency',
    'leftEdge',
    'excluded',
    'driedUp',
    'staleOpen',
    'sameDayWins',
    'expectedInPast',
    'stagesFromHistory',
    'stagesFromCounts',
    'stagesUnused',
    'sellersDiffer',
  ]),
  params: table(v.union([v.pipe(v.number(), v.finite()), name]), 10),
});

/** A model from somewhere else. Months must follow each other, and the first contain the start: the simulator relies on it. */
export const funnelModelSchema = v.object({
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  start: day,
  months: v.pipe(
    listOf(month, SHARED_LIMITS.horizon),
    v.minLength(1),
    v.check((months) => followEachOther(months), 'months follow each other'),
  ),
  fiscalYearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  kinds: v.pipe(
    listOf(kindModel, 4),
    v.check((kinds) => new Set(kinds.map((model) => model.kind)).size === kinds.length, 'each kind once'),
  ),
  open: listOf(openGroup, SHARED_LIMITS.openGroups),
  customers: v.nullable(customers),
  recurring: v.nullable(recurring),
  costs: listOf(cost, 4),
  quarterRhythm: rhythm,
  levelVariance: byMonth(between({ min: 0, max: 100 })),
  history: listOf(actual, SHARED_LIMITS.history),
  notes: listOf(note, SHARED_LIMITS.notes),
});

function followEachOther(months: readonly string[]): boolean {
  const numbers = months.map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)));
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
