/** A setting that was simulated: its mean, and what it reaches with the wanted chance. */
export interface Shot {
  mean: number;
  atChance: number;
}

/** What is reached with a given chance grows with the mean, about in proportion; chance keeps it within these powers. */
const LEAST_POWER = 0.2;
const MOST_POWER = 4;
/** Shots nearer to each other tell their noise. */
const APART = 0.03;

/**
 * The mean at which the amount should be reached with the wanted chance: from the nearest shot on a power law of the mean.
 * Where no shot reaches anything, twice the highest mean tried.
 */
export function aimAt(amount: number, shots: readonly Shot[], power = powerOf(amount, shots)): number {
  const [nearest] = nearestFirst(amount, shots);
  if (nearest === undefined) {
    const highest = shots.reduce((most, { mean }) => Math.max(most, mean), 0);
    return Math.max(amount, 2 * highest);
  }
  return nearest.mean * Math.pow(amount / nearest.atChance, 1 / power);
}

/** The power, fitted to the nearest shot and the next one far enough from it to tell more than chance; 1 without one. */
export function powerOf(amount: number, shots: readonly Shot[]): number {
  const [nearest, ...others] = nearestFirst(amount, shots);
  const second = others.find(({ mean }) => nearest && Math.abs(Math.log(mean / nearest.mean)) > APART);
  if (nearest === undefined || second === undefined) return 1;
  const power = Math.log(nearest.atChance / second.atChance) / Math.log(nearest.mean / second.mean);
  return Math.min(MOST_POWER, Math.max(LEAST_POWER, power));
}

function nearestFirst(amount: number, shots: readonly Shot[]): Shot[] {
  const missOf = ({ atChance }: Shot): number => Math.abs(Math.log(atChance / amount));
  return shots
    .filter(({ mean, atChance }) => mean > 0 && atChance > 0)
    .sort((one, other) => missOf(one) - missOf(other));
}
