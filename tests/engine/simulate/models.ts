import * as fc from 'fast-check';
import {
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  monthRange,
  type Closing,
  type FunnelModel,
  type Kind,
  type KindModel,
  type Month,
  type OpenGroup,
} from '../../../src/engine';

/** Stages without doubt: conversion, mean days and shape of each. */
export function stages(...parameters: [conversion: number, days: number, shape?: number][]): Closing {
  return {
    by: 'stages',
    stages: parameters.map(([conversion, days, shape = 1], index) => ({
      name: `stage ${index + 1}`,
      conversion: { mean: conversion, cases: null },
      days: { mean: days, shape, doubt: 0 },
    })),
  };
}

/** A kind without any doubt. */
export function kindOf(
  kind: Kind,
  monthly: readonly number[],
  closing: Closing,
  valueMean = 1000,
): KindModel {
  return {
    kind,
    arrivals: { monthly, before: [], doubt: 0, overdispersion: 0, perCustomer: 0 },
    closing,
    value: { mean: valueMean, variation: 0.8, doubt: 0 },
  };
}

export function modelOf(
  changes: Partial<FunnelModel> & { from?: Month; count?: number; startDay?: number },
): FunnelModel {
  const { from = '2026-01', count = 12, startDay = 0, ...rest } = changes;
  return {
    currency: 'SEK',
    start: firstDayOfMonth(from) + startDay,
    months: monthRange(from, count),
    fiscalYearStart: 1,
    kinds: [],
    open: [],
    customers: null,
    recurring: null,
    costs: [],
    quarterRhythm: [1, 1, 1],
    levelVariance: [],
    history: [],
    notes: [],
    ...rest,
  };
}

export function deepFreeze<T>(data: T): T {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(deepFreeze);
  }
  return data;
}

const share = fc.record({
  mean: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  cases: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 500, noNaN: true })),
});
const size = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 200, noNaN: true }), fc.constant(1e7));
const doubt = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.7, noNaN: true }));

const closing: fc.Arbitrary<Closing> = fc.oneof(
  fc.record({
    by: fc.constant('stages' as const),
    stages: fc.array(
      fc.record({
        name: fc.constant('stage'),
        conversion: share,
        days: fc.record({
          mean: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 120, noNaN: true })),
          shape: fc.constantFrom(0.5, 1, 2, 30),
          doubt,
        }),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    by: fc.constant('hazards' as const),
    hazards: fc.record({
      ageFrom: fc.constant([0, 20, 90]),
      won: fc.array(fc.double({ min: 0, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 3 }),
      lost: fc.array(fc.double({ min: 0, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 3 }),
    }),
    conversion: share,
  }),
);

const churn = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const customers = fc.record({
  active: fc.constantFrom(0, 30, 1e5),
  monthlyChurn: churn,
  activeDoubt: doubt,
  churnDoubt: doubt,
});
const recurring = fc.record({
  today: size,
  todayDoubt: doubt,
  monthsInDealValue: fc.constantFrom(1, 12, 120),
  monthlyExpansion: fc.oneof(fc.constantFrom(-0.99, 0, 1), fc.double({ min: -0.99, max: 1, noNaN: true })),
  expansionDoubt: doubt,
});
const cost = fc.record({
  kind: fc.constantFrom('seed' as const, 'spear' as const, null),
  monthly: fc.constantFrom<number[]>([], [0, 1000], new Array<number>(60).fill(2500)),
  doubt,
  perLead: fc.constantFrom(0, 35),
  perLeadDoubt: doubt,
});
const tilt = fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { maxLength: 18 });

/** Models of every sort, the degenerate ones (nothing, certainty, huge counts) among them. */
export const anyModel: fc.Arbitrary<FunnelModel> = fc
  .record({
    from: fc.constantFrom<Month>('2025-12', '2026-02'),
    count: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 18 }) },
      { weight: 1, arbitrary: fc.constantFrom(1, 60) },
    ),
    startDay: fc.constantFrom(0, 13, 27),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    kindNames: fc.uniqueArray(fc.constantFrom<Kind>('seed', 'net', 'spear', 'unsorted'), { maxLength: 3 }),
    rhythm: fc.constantFrom<[number, number, number]>([1, 1, 1], [0.7, 0.8, 1.5]),
    level: fc.constantFrom(0, 0.04),
    customers: fc.option(customers),
    recurring: fc.option(recurring),
    costs: fc.array(cost, { maxLength: 3 }),
    seedOfParts: fc.infiniteStream(
      fc.record({
        closing,
        size,
        doubt,
        overdispersion: fc.constantFrom(0, 0.3),
        perCustomer: fc.constantFrom(0, 0.02),
        perCustomerDoubt: doubt,
        season: fc.constantFrom<number[]>([], [0, 2, 1.5]),
        tilts: fc.array(tilt, { maxLength: 2 }),
        rhythm: fc.constantFrom<[number, number, number]>([1, 1, 1], [0.5, 1, 1.5]),
        value: fc.record({ mean: fc.constantFrom(0, 5000), variation: fc.constantFrom(0, 0.8, 3), doubt }),
        openCount: fc.constantFrom(0, 1, 5, 40),
        chance: fc.constantFrom(0, 0.05, 1),
        actual: fc.constantFrom(0, 3),
      }),
    ),
  })
  .map(({ from, count, startDay, fiscalYearStart, kindNames, rhythm, level, seedOfParts, ...company }) => {
    const parts = kindNames.map((kind) => ({ kind, ...seedOfParts.next().value! }));
    const left = 1 - startDay / daysInMonth(from);
    return modelOf({
      from,
      count,
      startDay,
      fiscalYearStart,
      quarterRhythm: rhythm,
      levelVariance: new Array<number>(count).fill(level),
      ...company,
      kinds: parts.map((part): KindModel => ({
        kind: part.kind,
        arrivals: {
          monthly: monthRange(from, count).map((_, month) => part.size * (month === 0 ? left : 1)),
          before: [part.size * (1 - left), part.size, part.size],
          doubt: part.doubt,
          overdispersion: part.overdispersion,
          perCustomer: part.perCustomer,
          perCustomerDoubt: part.perCustomerDoubt,
          perCustomerByMonth: part.season,
          tilts: part.tilts,
        },
        quarterRhythm: part.rhythm,
        closing: part.closing,
        value: part.value,
      })),
      open: parts.map(({ kind, openCount, chance, value }): OpenGroup => ({
        kind,
        count: openCount,
        winChance: new Array<number>(count).fill(chance / count),
        value: { mean: value.mean, variation: value.variation },
      })),
      history: parts.flatMap(({ kind, actual }) =>
        [-2, -1, 0].map((offset) => ({
          month: addMonths(from, offset),
          kind,
          leads: actual * 4,
          wins: actual,
          value: actual * 900,
        })),
      ),
    });
  });
