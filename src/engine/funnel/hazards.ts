import type { Hazards } from './model';

/**
 * Share of leads won by a given age (days since creation), all losses and still open deals counted: the cumulative
 * incidence of two competing hazards, constant within age bins, in closed form. See any text on competing risks, such
 * as Putter, Fiocco & Geskus (2007), Statistics in Medicine 26:2389.
 *
 * @example winShareByAge({ ageFrom: [0], won: [0.01], lost: [0.03] }, Infinity) // 0.25
 */
export function winShareByAge(hazards: Hazards, ageDays: number): number {
  let alive = 1;
  let won = 0;
  for (let bin = 0; bin < hazards.ageFrom.length && hazards.ageFrom[bin]! < ageDays; bin++) {
    const width = Math.min(hazards.ageFrom[bin + 1] ?? Infinity, ageDays) - hazards.ageFrom[bin]!;
    const leaving = hazards.won[bin]! + hazards.lost[bin]!;
    if (leaving <= 0) continue;
    const gone = alive * -Math.expm1(-leaving * width);
    won += (gone * hazards.won[bin]!) / leaving;
    alive -= gone;
  }
  return won;
}

/** Chance that a new lead is ever won: `winShareByAge` without end. 0 where nothing is ever won. */
export function conversionOfHazards(hazards: Hazards): number {
  return winShareByAge(hazards, Infinity);
}

/** Mean and standard deviation of the days from lead to won, of those leads that are won. */
export interface WinTime {
  meanDays: number;
  sdDays: number;
}

/** Time from lead to won under competing hazards, in closed form; null where nothing is ever won. */
export function winTimeOfHazards(hazards: Hazards): WinTime | null {
  let alive = 1;
  let won = 0;
  let first = 0;
  let second = 0;
  for (let bin = 0; bin < hazards.ageFrom.length; bin++) {
    const from = hazards.ageFrom[bin]!;
    const width = (hazards.ageFrom[bin + 1] ?? Infinity) - from;
    const leaving = hazards.won[bin]! + hazards.lost[bin]!;
    if (leaving <= 0) continue;
    // Moments of an exponential time cut at the end of the bin, each times the share that leaves within it.
    const stays = Math.exp(-leaving * width);
    const tail = stays > 0 ? width * stays : 0;
    const zeroth = 1 - stays;
    const one = zeroth / leaving - tail;
    const two = (2 * one) / leaving - (stays > 0 ? width * width * stays : 0);
    const toWon = (alive * hazards.won[bin]!) / leaving;
    won += toWon * zeroth;
    first += toWon * (from * zeroth + one);
    second += toWon * (from * from * zeroth + 2 * from * one + two);
    alive *= stays;
  }
  if (won <= 0) return null;
  const meanDays = first / won;
  return { meanDays, sdDays: Math.sqrt(Math.max(0, second / won - meanDays * meanDays)) };
}

/** One step of a forward run: so many days with closing faster or slower by a factor. */
export interface RunStep {
  days: number;
  /** Multiplies the hazard of being won (see `FunnelModel.quarterRhythm`). */
  rhythm: number;
  /** Multiplies the hazard of being lost; 1 where absent. */
  lostRhythm?: number;
}

/** Of one deal, month by month. */
export interface WinsAhead {
  /** Chance to be won; sums to at most 1. */
  chance: number[];
  /** That chance times the value factor of the age at which it is won. */
  worth: number[];
}

/**
 * Chance that a deal of this age, still open, is won within each of the coming steps. Sums to at most 1.
 *
 * @param ageDays age at the start of the first step
 */
export function winChancesFromAge(hazards: Hazards, ageDays: number, steps: readonly RunStep[]): number[] {
  return winsAheadFromAge(hazards, [], ageDays, steps).chance;
}

/**
 * The same with what the wins are worth.
 *
 * @param valueFactors by the age bins of the hazards; a bin without one has 1
 */
export function winsAheadFromAge(
  hazards: Hazards,
  valueFactors: readonly number[],
  ageDays: number,
  steps: readonly RunStep[],
): WinsAhead {
  let alive = 1;
  let age = ageDays;
  let bin = binOfAge(hazards.ageFrom, ageDays);
  const ahead: WinsAhead = { chance: [], worth: [] };
  for (const { days, rhythm, lostRhythm = 1 } of steps) {
    let chance = 0;
    let worth = 0;
    let left = days;
    while (left > 0) {
      const binEnd = hazards.ageFrom[bin + 1] ?? Infinity;
      const width = Math.min(left, binEnd - age);
      const winning = hazards.won[bin]! * rhythm;
      const leaving = winning + hazards.lost[bin]! * lostRhythm;
      if (leaving > 0) {
        const gone = alive * -Math.expm1(-leaving * width);
        const won = (gone * winning) / leaving;
        chance += won;
        worth += won * (valueFactors[bin] ?? 1);
        alive -= gone;
      }
      left -= width;
      age += width;
      if (age >= binEnd) bin++;
    }
    ahead.chance.push(chance);
    ahead.worth.push(worth);
  }
  return ahead;
}

/** The same hazards with bins that begin at further ages as well. */
export function refineAges(hazards: Hazards, ages: readonly number[]): Hazards {
  const ageFrom = [...new Set([...hazards.ageFrom, ...ages])].sort((a, b) => a - b);
  const bins = ageFrom.map((age) => binOfAge(hazards.ageFrom, age));
  return {
    ageFrom,
    won: bins.map((bin) => hazards.won[bin]!),
    lost: bins.map((bin) => hazards.lost[bin]!),
  };
}

/** Position of the age bin that an age lies in. */
export function binOfAge(ageFrom: readonly number[], ageDays: number): number {
  let bin = 0;
  while (bin + 1 < ageFrom.length && ageFrom[bin + 1]! <= ageDays) bin++;
  return bin;
}
