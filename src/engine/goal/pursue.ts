import { aimAt, powerOf, type Shot } from './aim';
import type { GoalOutcome } from './goal';
import type { Probe, Probed } from './probe';
import { MeanCurve } from './meanCurve';
import { roundOnward, stepOnward, type Way } from './way';

export interface Pursued {
  outcome: GoalOutcome;
  value: number;
  chance: number;
}

/** Paths to find the neighbourhood by, and to settle the figure. */
export interface Effort {
  coarse: number;
  fine: number;
}

/** This near, relative, the fine paths take over. */
const NEAR = 0.05;
/** Chance above the wanted one that is not worth another simulation. */
const SLACK = 0.008;
/** Relative, of what is reached with the chance. */
const SMALL_CORRECTION = 0.03;
/** So far below the wanted chance few paths are enough to tell. */
const HOPELESS = 0.1;
/** A figure that moves the mean by less does nothing. */
export const LEAST_EFFECT = 1e-6;
const MOST_COARSE = 5;
const MOST_FINE = 6;

/**
 * The least that a figure must be turned for the amount to be reached with the wanted chance, all else as it is. Exact means
 * lead, simulations correct them: few paths to get near, more to settle; the figure is rounded before it is settled.
 *
 * @param base as things are, by all paths
 * @returns null where the figure does nothing
 */
export function* pursue(
  probe: Probe,
  way: Way,
  base: Shot & Probed,
  { coarse, fine }: Effort,
): Generator<void, Pursued | null> {
  const { amount, chance: wanted } = probe.goal;
  if (base.chance >= wanted) return { outcome: 'alreadyReached', value: way.from, chance: base.chance };
  if (way.to === way.from) return null;
  const curve = new MeanCurve(way, (value) => probe.meanAt(way.at(value)));
  if (!(curve.last > curve.first * (1 + LEAST_EFFECT))) return null;

  const near: Shot[] = [base];
  let value = curve.solve(aimAt(amount, near));
  for (let shot = 0; shot < MOST_COARSE && value !== way.to; shot++) {
    const { atChance } = yield* probe.draw(way.at(value), coarse);
    near.push({ mean: curve.meanAt(value), atChance });
    value = curve.solve(aimAt(amount, near));
    if (Math.abs(Math.log(atChance / amount)) < NEAR) break;
  }

  if (value === way.to) {
    const { chance } = yield* probe.draw(way.at(value), coarse);
    if (chance < wanted - HOPELESS) return { outcome: 'outOfReach', value, chance };
  }

  const settled: Shot[] = [];
  const tried = new Set<number>();
  let best: Pursued | null = null;
  value = roundOnward(way, value);
  for (let shot = 0; shot < MOST_FINE; shot++) {
    const { chance, atChance, chanceOf } = yield* probe.draw(way.at(value), fine);
    tried.add(value);
    settled.push({ mean: curve.meanAt(value), atChance });
    if (chance >= wanted && (best === null || chance < best.chance)) {
      best = { outcome: 'reached', value, chance };
    }
    if (chance < wanted && value === way.to) return best ?? { outcome: 'outOfReach', value, chance };
    // Of heads the fewest that do are wanted, however far above the chance they lead.
    if (best !== null && !way.isWhole && best.chance < wanted + SLACK) return best;
    // Fine shots only: coarse ones miss by more than the steps that are left.
    const power = settled.length > 1 ? powerOf(amount, settled) : powerOf(amount, near);
    const next = roundOnward(way, curve.solve(aimAt(amount, settled, power)));
    // So little is left that the paths need not be drawn again: they grow as what is reached with the chance does.
    if (!way.isWhole && next !== way.to && Math.abs(Math.log(atChance / amount)) < SMALL_CORRECTION) {
      const growth = Math.pow(curve.meanAt(next) / curve.meanAt(value), power);
      const corrected = chanceOf(amount / growth);
      if (corrected >= wanted) return { outcome: 'reached', value: next, chance: corrected };
    }
    if (!tried.has(next)) value = next;
    else if (best !== null) return best;
    else value = stepOnward(way, value);
  }
  if (best !== null) return best;
  const { chance } = yield* probe.draw(way.at(way.to), fine);
  return { outcome: chance >= wanted ? 'reached' : 'outOfReach', value: way.to, chance };
}
