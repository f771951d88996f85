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

/** In units of the mean: a month drawn as nothing still takes what can close in no other one. */
const LEAST_OF_QUARTER = 0.001;

/** Factors on closing for the months of a fiscal quarter, mean 1, none of them nothing. */
export function closingRhythm({ season }: Plan): [number, number, number] {
  const drawn = season.quarter.map((factor) => Math.max(0, factor));
  if (!(meanOf(drawn) > 0)) return [1, 1, 1];
  const least = LEAST_OF_QUARTER * meanOf(drawn);
  const [first = 1, second = 1, third = 1] = withMeanOne(drawn.map((factor) => Math.max(least, factor)));
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
