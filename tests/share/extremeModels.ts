import type { KindModel, OpenGroup } from '../../src/engine';
import { monthRange } from '../../src/engine';
import { SHARED_LIMITS } from '../../src/workspace/limits';
import type { SharedForecast } from '../../src/workspace/sharedForecast';
import { withHistory } from './samples';

const KINDS = ['seed', 'net', 'spear', 'unsorted'] as const;
const MONTHS = SHARED_LIMITS.horizon;

/** A forecast as no history makes it: each number is an ordinary one or stands at a limit of what a link may hold. */
export function extremeForecast(seed: number): SharedForecast {
  let state = seed >>> 0;
  // Numerical Recipes' generator: any will do, so long as a seed gives the same model everywhere.
  const uniform = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const pick = <T>(first: T, ...others: T[]): T =>
    [first, ...others][Math.floor(uniform() * (others.length + 1))] ?? first;
  const doubt = (): number => pick(0, 0.1, 1, 5, 20);
  const factor = (): number => pick(0, 1e-9, 1, 10, 1e6);
  const share = (): number => pick(0, 1e-9, 0.3, 1);
  const amount = (): number => pick(0, 1, 1e5, 1e9, 1e15);
  const rate = (): number => pick(0, 1e-4, 1, 1e6);
  const conversion = () => ({ mean: share(), cases: pick(null, 1e-6, 1, 100, 1e15) });
  const list = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);
  const rhythm = () => [factor(), factor(), factor()] as const;

  const stage = () => ({
    name: 'Stage',
    conversion: conversion(),
    days: { mean: pick(0, 1, 30, 1e5), shape: pick(0.01, 1, 10, 1e9), doubt: doubt() },
  });
  const kindModel = (kind: KindModel['kind']): KindModel => ({
    kind,
    arrivals: {
      monthly: list(MONTHS, amount),
      before: list(pick(0, 24, SHARED_LIMITS.months), amount),
      doubt: doubt(),
      tilts: [list(MONTHS, () => pick(-20, 0, 20))],
      overdispersion: pick(0, 1, 1e4),
      perCustomer: pick(0, 1, 100),
      perCustomerDoubt: doubt(),
      perCustomerByMonth: list(MONTHS, factor),
    },
    closing: pick<KindModel['closing']>(
      { by: 'stages', stages: list(pick(0, 1, 12), stage) },
      {
        by: 'hazards',
        hazards: { ageFrom: [0, 31, 92], won: list(3, rate), lost: list(3, rate) },
        conversion: conversion(),
      },
    ),
    value: { mean: amount(), variation: doubt(), doubt: doubt() },
    level: { wins: list(MONTHS, factor), value: list(MONTHS, factor) },
    pace: list(MONTHS, () => pick(0, 1, 100)),
    quarterRhythm: rhythm(),
  });
  const group = (): OpenGroup => ({
    kind: pick(...KINDS),
    count: pick(1, 256, 300, 1e6),
    winChance: list(MONTHS, share),
    value: { mean: amount(), variation: doubt() },
    valueByMonth: list(MONTHS, factor),
  });

  const shared = withHistory();
  if (!shared.fitted) throw new Error('a history without a model');
  return {
    ...shared,
    fitted: {
      ...shared.fitted,
      months: monthRange('2026-12', MONTHS),
      kinds: KINDS.map(kindModel),
      open: list(pick(1, 20, SHARED_LIMITS.openGroups), group),
      customers: pick(null, {
        active: amount(),
        monthlyChurn: share(),
        activeDoubt: doubt(),
        churnDoubt: doubt(),
        churnByMonth: list(MONTHS, factor),
      }),
      recurring: pick(null, {
        today: amount(),
        todayDoubt: doubt(),
        monthsInDealValue: pick(1, 120),
        monthlyExpansion: pick(-1, 0, 1),
        expansionDoubt: doubt(),
      }),
      costs: pick(
        [],
        [
          {
            kind: null,
            monthly: list(MONTHS, amount),
            doubt: doubt(),
            perLead: amount(),
            perLeadDoubt: doubt(),
          },
        ],
      ),
      quarterRhythm: rhythm(),
      levelVariance: list(MONTHS, () => pick(0, 0.1, 1, 100)),
    },
  };
}
