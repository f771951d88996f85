import { defaultPlan, monthRange, portableModel } from '../../src/engine';
import type { FunnelModel, OpenGroup, ScenarioChange, Scenarios } from '../../src/engine';
import type { SharedForecast } from '../../src/workspace/sharedForecast';

/** 2026-12-01, the day after the data of a made-up company end. */
const START = 20_788;
const MONTHS = 24;

const timed = { isOn: true, from: '2027-01', months: 6, shock: null } as const;
const changes: readonly ScenarioChange[] = [
  { id: '1', what: 'leads', kind: 'all', factor: 0.8, ...timed, shock: 'downturn' },
  { id: '2', what: 'winRate', kind: 'spear', factor: 1.15, ...timed },
  { id: '3', what: 'value', kind: 'net', factor: 0.9, ...timed, months: null },
  { id: '4', what: 'days', kind: 'seed', factor: 1.2, ...timed, isOn: false },
  { id: '5', what: 'spend', factor: 1.3, ...timed },
  { id: '6', what: 'churn', factor: 0.5, ...timed },
  { id: '7', what: 'prospectors', heads: -1, ...timed },
  { id: '8', what: 'hiringFreeze', ...timed },
  { id: '9', what: 'cost', kind: null, perMonth: -2500.5, ...timed },
  { id: '10', what: 'loseBiggestDeals', deals: 2, ...timed, shock: 'biggestDealLost' },
];

export const SCENARIOS: Scenarios = {
  base: 'asForecast',
  variants: [
    { id: '1', name: 'Everything at once', changes },
    { id: '2', name: 'Värre än så <b>&amp;</b>', changes: changes.slice(0, 2) },
    { id: '3', name: '__proto__', changes: [] },
  ],
};

/** A plan alone, as a new user has it. */
export function planOnly(): SharedForecast {
  return {
    title: 'First year',
    companyName: '',
    madeOn: START - 8,
    currency: 'EUR',
    fiscalYearStart: 1,
    targets: { quarter: null, year: 1_250_000, nextTwelve: null },
    planName: '',
    plan: defaultPlan('EUR'),
    start: START - 61,
    fitted: null,
    rests: null,
    seed: 1,
    scenarios: { base: 'plan', variants: [] },
    view: { screen: 'forecast', period: 'year' },
    deals: null,
  };
}

/** A history with every sort of member that a model may have, open deals, scenarios and deals by name. */
export function withHistory(): SharedForecast {
  return {
    ...planOnly(),
    title: 'Styrelsen 🌱',
    companyName: 'Åkerbär & Co',
    start: START,
    fitted: portableModel(fittedModel()),
    rests: { deals: 3_269, won: 712 },
    seed: 4_294_967_295,
    scenarios: SCENARIOS,
    view: { screen: 'scenarios', period: 'nextTwelve' },
    deals: [
      { name: 'Renewal', company: null, owner: 'Kim', chance: 0.25, expected: 12_300 },
      { name: null, company: 'Björk AB', owner: null, chance: 0.0123, expected: 0.5 },
    ],
  };
}

function fittedModel(): FunnelModel {
  const wave = (scale: number, part: number): number[] =>
    Array.from({ length: MONTHS }, (_, month) => scale * (1 + 0.3 * Math.sin(part + month)));
  const group = (index: number): OpenGroup => ({
    kind: index % 3 === 0 ? 'spear' : 'net',
    count: 3 + index,
    winChance: Array.from(
      { length: MONTHS },
      (_, month) => (0.2 / (index + 1)) * Math.exp(-month / (2 + index)),
    ),
    value: { mean: 12_345.678 * (index + 1), variation: 0.6 + index / 100 },
    valueByMonth: wave(1, index),
  });
  return {
    currency: 'EUR',
    start: START,
    months: monthRange('2026-12', MONTHS),
    fiscalYearStart: 1,
    kinds: (['net', 'spear', 'unsorted'] as const).map((kind, part) => ({
      kind,
      arrivals: {
        monthly: wave(40 / (part + 1), part),
        before: [],
        doubt: 0.1234,
        overdispersion: 0.02,
        perCustomer: 0,
        ...(part === 0
          ? { tilts: [wave(0.1, 1), []], perCustomerDoubt: 0.25, perCustomerByMonth: [1, 0.9] }
          : {}),
      },
      closing: {
        by: 'hazards' as const,
        hazards: { ageFrom: [0, 31, 92], won: [0.01, 0.004, 0.0003], lost: [0.005, 0.006, 0.007] },
        conversion: { mean: 0.2 + part / 10, cases: 120.5 },
      },
      value: { mean: 10_000 / (part + 3), variation: 0.8, doubt: 0.05 },
      level: { wins: wave(1, 2), value: wave(1, 3) },
      ...(part === 1 ? { pace: [1, 0.5], quarterRhythm: [0.9, 1, 1.1] as const } : {}),
    })),
    open: Array.from({ length: 12 }, (_, index) => group(index)),
    customers: null,
    recurring: null,
    costs: [],
    quarterRhythm: [0.9, 0.95, 1.15],
    levelVariance: wave(0.02, 4),
    history: monthRange('2024-12', 24).flatMap((month, ago) =>
      (['net', 'spear'] as const).map((kind) => ({
        ...{ month, kind },
        leads: 40 + ago,
        wins: ago % 7,
        value: (ago % 7) * 3_333.33,
      })),
    ),
    notes: [],
  };
}
