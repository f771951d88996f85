import type { Month } from '../calendar/calendar';
import { monthOfYear } from '../calendar/month';
import type { Plan } from './plan';

/**
 * Factor of every calendar month on the leads, January first, mean 1: a season moves leads within the year and makes none.
 * Strength s raises the drawn factors to the power s. Nothing drawn at all is no season.
 */
export function leadSeason({ season, company }: Plan): number[] {
  const drawn = Array.from({ length: 12 }, (_, month) => Math.max(0, season.leads[month] ?? 1));
  if (!(meanOf(drawn) > 0)) return drawn.map(() => 1);
  return withMeanOne(withMeanOne(drawn).map((factor) => Math.pow(factor, company.seasonStrength.value)));
}

/** Factors on closing for the months of a fiscal quarter, mean 1. */
export function closingRhythm({ season }: Plan): [number, number, number] {
  const drawn = season.quarter.map((factor) => Math.max(0, factor));
  if (!(meanOf(drawn) > 0)) return [1, 1, 1];
  const [first = 1, second = 1, third = 1] = withMeanOne(drawn);
  return [first, second, third];
}

export function seasonOfMonth(season: readonly number[], month: Month): number {
  return season[monthOfYear(month) - 1] ?? 1;
}

function meanOf(factors: readonly number[]): number {
  return factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
}

function withMeanOne(factors: readonly number[]): number[] {
  const mean = meanOf(factors);
  return mean > 0 ? factors.map((factor) => factor / mean) : factors.map(() => 1);
}
