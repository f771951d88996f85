import { monthOfDay } from '../calendar/month';
import type { HistorySummary } from '../fit/summary';
import { aimAt, powerOf, type Shot } from './aim';
import { cheapestValues } from './cheapestMix';
import { EasiestMix } from './easiestMix';
import type { Mix, MixSetting } from './goal';
import type { Probe, Probed } from './probe';
import { reverseFunnel } from './reverseFunnel';
import { stepsTo, type Stretch } from './stretch';
import { roundNearest, turnAll, wayOf } from './way';

/** Values of the stretches, in their order, at which the mean is as wished; all the way where it never is. */
export type FindValues = (wished: number) => readonly number[];

const MOST_SHOTS = 7;
/** So far below the wanted chance few paths are enough to tell. */
const HOPELESS = 0.1;
/** Chances this near the wanted one are settled by all paths. */
const NEAR = 0.02;
/** Chance above the wanted one that is not worth another simulation. */
const SLACK = 0.01;
/** By so much more is aimed each time that rounding took the chance away. */
const NUDGE = 1.002;

/** Turns exact means into a mix that the simulation confirms, as `pursue` does for one lever. */
export function* seekMix(
  probe: Probe,
  summary: HistorySummary | null,
  stretches: readonly Stretch[],
  find: FindValues,
  base: Shot & Probed,
  { fine }: { fine: number },
): Generator<void, Mix> {
  const { amount, chance: wanted } = probe.goal;
  const describe = (outcome: Mix['outcome'], values: readonly number[], chance: number): Mix =>
    describeMix(probe, summary, stretches, outcome, values, chance);
  const asIs = stretches.map(({ lever }) => lever.value);
  if (base.chance >= wanted) return describe('alreadyReached', asIs, base.chance);

  const near: Shot[] = [base];
  // By all paths: what few paths miss by is more than what is left to go.
  const settled: Shot[] = [];
  const ends = stretches.map((stretch) => stretch.valueAt(stretch.most));
  let best: { values: readonly number[]; chance: number } | null = null;
  let nudge = 1;
  let paths = fine;
  for (let shot = 0; shot < MOST_SHOTS; shot++) {
    const power = powerOf(amount, settled.length > 1 ? settled : near);
    const values = find(aimAt(amount, settled.length > 0 ? settled : near, power) * nudge);
    const turn = turnAll(stretches, values, probe.start);
    const isAllTheWay = values.every((value, index) => value === ends[index]);
    const { chance, atChance } = yield* probe.draw(turn, paths);
    if (isAllTheWay && best === null && chance < wanted - HOPELESS) {
      return describe('outOfReach', values, chance);
    }
    const isSettled = paths === probe.paths;
    (isSettled ? settled : near).push({ mean: probe.meanAt(turn), atChance });
    if (isSettled && chance >= wanted) {
      if (best === null || chance < best.chance) best = { values, chance };
      if (chance < wanted + SLACK) break;
    } else if (isSettled) {
      if (isAllTheWay && best === null) return describe('outOfReach', values, chance);
      nudge *= NUDGE;
    }
    if (isAllTheWay || Math.abs(chance - wanted) < NEAR || shot + 3 >= MOST_SHOTS) paths = probe.paths;
  }
  if (best !== null) return describe('reached', best.values, best.chance);
  const { chance } = yield* probe.draw(turnAll(stretches, ends, probe.start), probe.paths);
  return describe(chance >= wanted ? 'reached' : 'outOfReach', ends, chance);
}

/** Levers that would be turned by less are left as they are: a mix should be something to do. */
const LEAST_STEPS = 0.3;
/** Wishes this near, relative, are met by the same levers and heads. */
const SAME = 0.05;

/** The easiest values: heads rounded and small turns left out first, everything else solved with them as they are. */
export function findEasiest(probe: Probe, stretches: readonly Stretch[]): FindValues {
  const asIs = stretches.map(({ lever }) => lever.value);
  const meanAt = (values: readonly number[]): number => probe.meanAt(turnAll(stretches, values, probe.start));
  const roundAt = (values: readonly number[]): number[] =>
    stretches.map((stretch, index) => rounded(stretch, values[index] ?? stretch.lever.value, probe));
  const all = new EasiestMix(stretches, meanAt);
  const ends = stretches.map((stretch) => stretch.valueAt(stretch.most));
  const meanAtEnds = meanAt(ends);
  let kept: { wished: number; fixed: readonly number[]; turned: readonly number[]; mix: EasiestMix } | null =
    null;
  const decide = (wished: number) => {
    const steps = all.steps(wished);
    const turned = stretches.flatMap(({ lever }, index) =>
      !lever.isWhole && (steps[index] ?? 0) >= LEAST_STEPS ? [index] : [],
    );
    const free = roundAt(all.valuesOf(steps));
    const fixed = stretches.map(({ lever }, index) => (lever.isWhole ? free[index] : asIs[index]) ?? 0);
    const mix = new EasiestMix(
      turned.flatMap((index) => stretches[index] ?? []),
      (some) => meanAt(merge(fixed, turned, some)),
      turned.map((index) => steps[index] ?? 0),
    );
    return { wished, fixed, turned, mix };
  };
  return (wished) => {
    if (wished >= meanAtEnds) return ends;
    if (kept === null || Math.abs(Math.log(wished / kept.wished)) > SAME) kept = decide(wished);
    const { fixed, turned, mix } = kept;
    const values = roundAt(merge(fixed, turned, mix.valuesOf(mix.steps(wished))));
    // Where what was left out is needed after all.
    const isShort = meanAt(values) < wished * (1 - SAME);
    return isShort ? roundAt(all.valuesOf(all.steps(wished))) : values;
  };
}

function merge(values: readonly number[], places: readonly number[], some: readonly number[]): number[] {
  return values.map((value, index) => {
    const place = places.indexOf(index);
    return place < 0 ? value : (some[place] ?? value);
  });
}

export function findCheapest(probe: Probe, stretches: readonly Stretch[]): FindValues {
  const measures = {
    meanAt: probe.meanAt.bind(probe),
    costAt: probe.costAt.bind(probe),
    start: probe.start,
  };
  return (wished) => cheapestValues(stretches, measures, wished);
}

function rounded({ lever, within }: Stretch, value: number, { start }: Probe): number {
  return roundNearest(wayOf(lever, within, start), value);
}

function describeMix(
  probe: Probe,
  summary: HistorySummary | null,
  stretches: readonly Stretch[],
  outcome: Mix['outcome'],
  values: readonly number[],
  chance: number,
): Mix {
  const turn = turnAll(stretches, values, probe.start);
  const steps = stretches.map((stretch, index) => stepsTo(stretch, values[index] ?? stretch.lever.value));
  const model = probe.modelAt(turn);
  return {
    outcome,
    settings: stretches
      .map(({ lever }, index): MixSetting => ({
        key: lever.key,
        from: lever.value,
        to: values[index] ?? lever.value,
        steps: steps[index] ?? 0,
      }))
      .filter(({ from, to }) => from !== to)
      .sort((one, other) => other.steps - one.steps),
    chance,
    addedCost: probe.costAt(turn) - probe.costAt((setting) => setting),
    stretch: Math.hypot(...steps),
    funnel: reverseFunnel(model, summary, probe.goal.from ?? model.months[0] ?? monthOfDay(model.start)),
  };
}
