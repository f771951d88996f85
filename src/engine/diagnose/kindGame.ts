import { stepShares, stepsInState, winsInPeriod, type StepShares } from './funnelRun';
import { shapleySplit } from './shapley';
import type { RunState } from './shiftedState';
import type { Ticks } from './ticks';

/** All that the won value of a kind in a period follows from, on one side of the bridge. */
export interface KindSide {
  /** New leads in each step of time. */
  leads: Float64Array;
  /** Log odds and log speed of each state at each step of time, 0 = as usual. */
  odds: readonly Float64Array[];
  speed: readonly Float64Array[];
  /** Mean value of a win. */
  value: number;
  /** Factor of the season and the rhythm on the wins of the period. */
  season: number;
}

export interface KindGame {
  ticks: Ticks;
  states: readonly RunState[];
  entry: Float64Array;
  next: Float64Array;
  base: KindSide;
  now: KindSide;
  /** Leads of all kinds, now ÷ base: what is common to all kinds is volume, the rest of a kind's leads is mix. */
  volume: number;
}

export interface KindSplit {
  volume: number;
  mix: number;
  size: number;
  season: number;
  /** By state. */
  odds: Float64Array;
  speed: Float64Array;
  /** Expected wins of the period on either side. */
  winsBase: number;
  winsNow: number;
  /** Chance of a lead of each step to be won in the period, on either side. */
  chanceBase: Float64Array;
  chanceNow: Float64Array;
}

/** So many changes of states are players of their own; smaller ones share one player. */
const MOST_STATE_PLAYERS = 6;
/** Volume, mix, size and season. */
const PLAIN_PLAYERS = 4;

interface StatePlayer {
  state: number;
  of: 'odds' | 'speed';
  alone: number;
}

/**
 * Splits what one kind is expected to bring now, less what it is expected to bring in the base, by cause: won value = season × value ×
 * Σ leads × chance to be won in the period. Chances follow from the states' odds and speeds; every subset of changes is run.
 */
export function splitKind(game: KindGame): KindSplit {
  const { base, now, states } = game;
  const runner = runnerOf(game);
  const chanceBase = runner(() => false);
  const chanceNow = runner(() => true);
  const players = statePlayers(game, runner, chanceBase);
  const named = players.slice(0, players.length > MOST_STATE_PLAYERS ? MOST_STATE_PLAYERS - 1 : undefined);
  const rest = players.slice(named.length);
  const groups =
    rest.length > 0 ? [...named.map((player) => [player]), rest] : named.map((player) => [player]);

  const kernels = 1 << groups.length;
  // Expected wins by subset of the leads' players (volume, mix), then by subset of the states' players.
  const wins = Array.from({ length: 4 }, () => new Float64Array(kernels));
  const leads = [0, 1, 2, 3].map((subset) => leadsWith(game, (subset & 1) > 0, (subset & 2) > 0));
  for (let subset = 0; subset < kernels; subset++) {
    const isOn = new Set(groups.flatMap((group, at) => ((subset >> at) & 1 ? group : [])));
    const chance =
      subset === 0
        ? chanceBase
        : subset === kernels - 1
          ? chanceNow
          : runner((state, of) => [...isOn].some((player) => player.state === state && player.of === of));
    for (let of = 0; of < 4; of++) wins[of]![subset] = product(leads[of]!, chance);
  }
  const count = PLAIN_PLAYERS + groups.length;
  const worths = Float64Array.from({ length: 1 << count }, (_, subset) => {
    const value = subset & 4 ? now.value : base.value;
    const season = subset & 8 ? now.season : base.season;
    return season * value * wins[subset & 3]![subset >> PLAIN_PLAYERS]!;
  });
  const parts = shapleySplit(worths, count);

  const split = { odds: new Float64Array(states.length), speed: new Float64Array(states.length) };
  named.forEach(({ state, of }, at) => (split[of][state] = parts[PLAIN_PLAYERS + at]!));
  if (rest.length > 0) {
    // What each of them makes alone, and an even share of what they make together.
    const together = parts[PLAIN_PLAYERS + named.length]!;
    const alone = rest.reduce((sum, player) => sum + player.alone, 0);
    for (const { state, of, alone: own } of rest) split[of][state] = own + (together - alone) / rest.length;
  }
  const last = worths.length - 1;
  return {
    ...split,
    ...{ volume: parts[0]!, mix: parts[1]!, size: parts[2]!, season: parts[3]! },
    winsBase: base.season * wins[0]![0]!,
    winsNow: now.season * wins[last & 3]![kernels - 1]!,
    chanceBase,
    chanceNow,
  };
}

function leadsWith({ base, now, volume }: KindGame, hasVolume: boolean, hasMix: boolean): Float64Array {
  const from = hasMix ? now.leads : base.leads;
  const factor = hasMix === hasVolume ? 1 : hasMix ? 1 / volume : volume;
  return from.map((leads) => leads * factor);
}

type Runner = (isNow: (state: number, of: 'odds' | 'speed') => boolean) => Float64Array;

/** Runs the funnel with some states' odds and speeds as they are now, all others as in the base. */
function runnerOf({ ticks, states, entry, next, base, now }: KindGame): Runner {
  const steps = states.map((state) => stepsInState(state, ticks.days));
  const known = states.map(() => new Map<number, StepShares[]>());
  const sharesOf = (state: number, odds: Float64Array, speed: Float64Array): StepShares[] => {
    const overTime: StepShares[] = [];
    for (let tick = 0; tick < ticks.count; tick++) {
      const isSame = tick > 0 && odds[tick] === odds[tick - 1] && speed[tick] === speed[tick - 1];
      const shift = { odds: odds[tick]!, speed: speed[tick]! };
      overTime.push(
        isSame ? overTime[tick - 1]! : stepShares(states[state]!, shift, steps[state]!, ticks.days),
      );
    }
    return overTime;
  };
  return (isNow) =>
    winsInPeriod(
      states.map((_, state) => {
        const [odds, speed] = [isNow(state, 'odds'), isNow(state, 'speed')];
        const key = (odds ? 1 : 0) + (speed ? 2 : 0);
        let shares = known[state]!.get(key);
        if (shares === undefined) {
          shares = sharesOf(state, (odds ? now : base).odds[state]!, (speed ? now : base).speed[state]!);
          known[state]!.set(key, shares);
        }
        return shares;
      }),
      entry,
      next,
      ticks,
    );
}

/** Changes of states that make a difference, biggest alone first. */
function statePlayers(game: KindGame, runner: Runner, chanceBase: Float64Array): StatePlayer[] {
  const { base, now, states } = game;
  const before = product(base.leads, chanceBase);
  const players = states.flatMap((_, state) =>
    (['odds', 'speed'] as const).flatMap((of): StatePlayer[] => {
      if (now[of][state]!.every((level, tick) => level === base[of][state]![tick])) return [];
      const chance = runner((at, which) => at === state && which === of);
      const alone = base.season * base.value * (product(base.leads, chance) - before);
      return [{ state, of, alone }];
    }),
  );
  return players.sort((one, other) => Math.abs(other.alone) - Math.abs(one.alone));
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}
