import { monthOfDay } from '../calendar/month';
import { areCostsKnown } from '../plan/buildCosts';
import type { Plan } from '../plan/plan';
import type { Shot } from './aim';
import type { GoalAnswer, GoalRequest, LeverAnswer, Mix } from './goal';
import type { Grounds } from './grounds';
import type { Lever } from './lever';
import { limitsAlone } from './leverLimits';
import { leversOf } from './levers';
import { Probe, type Probed } from './probe';
import { LEAST_EFFECT, pursue } from './pursue';
import { reverseFunnel } from './reverseFunnel';
import { findCheapest, findEasiest, seekMix } from './seekMix';
import type { Turn } from './setting';
import { stretchesOf } from './stretch';
import { wayOf, type Way } from './way';

/** Paths to find the neighbourhood by, and to settle one lever by (set right by all paths of a like setting). */
const COARSE_PATHS = 500;
const FINE_PATHS = 2_500;

/** Far more leads than any plan could mean. */
const MOST_TIMES_LEADS = 100;

/** Shares of the work, for the progress. */
const SHARES = { base: 0.05, leads: 0.15, levers: 0.5, mix: 0.15 };

const AS_IS: Turn = (setting) => setting;

/**
 * What it takes to reach a goal: each lever by itself, the cheapest and the easiest mix, and the way back from the goal to the
 * leads it takes. Yields the share done (0 to 1) between bits of work of a few milliseconds. The same request gives the same
 * answer.
 *
 * The method: docs/methods.md, "Goal seek".
 */
export function* seekGoal(grounds: Grounds, plan: Plan, request: GoalRequest): Generator<number, GoalAnswer> {
  const { goal, choices, paths } = request;
  const { summary } = grounds;
  const probe = new Probe(grounds, plan, request);
  const effort = { coarse: COARSE_PATHS, fine: FINE_PATHS };
  let done = 0;
  function* report<T>(work: Generator<void, T>, share: number): Generator<number, T> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        done += share;
        return step.value;
      }
      yield Math.min(1, done);
    }
  }

  const levers = leversOf(plan, summary, probe.start);
  const probed = yield* report(probe.draw(AS_IS, paths), SHARES.base);
  const base = { ...probed, mean: probe.meanAt(AS_IS) };
  const scaledLeads = yield* report(scaleLeads(probe, grounds, base), SHARES.leads);

  const answers: LeverAnswer[] = [];
  if (request.wantsLevers) {
    const costBefore = probe.costAt(AS_IS);
    for (const lever of levers) {
      const way = wayOf(lever, limitsAlone(lever, choices[lever.key]), probe.start);
      const pursued = yield* report(pursue(probe, way, base, effort), SHARES.levers / levers.length);
      if (pursued === null) continue;
      const { outcome, value, chance } = pursued;
      const added = probe.costAt(way.at(value)) - costBefore;
      const addedCost = lever.hasCost || added !== 0 ? added : null;
      answers.push({ lever, outcome, setting: value, chance, addedCost });
    }
  }

  const stretches = request.wantsMixes ? stretchesOf(helping(levers, probe, base), choices) : [];
  const costing = stretches.filter(({ lever }) => lever.hasCost);
  const mixOf = function* (which: typeof stretches, isCheapest: boolean): Generator<number, Mix | null> {
    if (which.length === 0) return null;
    const find = isCheapest ? findCheapest(probe, which) : findEasiest(probe, which);
    return yield* report(seekMix(probe, summary, which, find, base, effort), SHARES.mix);
  };
  const cheapest = yield* mixOf(costing, true);
  const easiest = yield* mixOf(stretches, false);
  return {
    goal,
    chance: base.chance,
    mean: base.mean,
    atChance: base.atChance,
    alreadyWon: probe.period.alreadyWon,
    levers: answers,
    scaledLeads,
    cheapest,
    easiest,
    withoutCost: stretches.flatMap(({ lever }) => (lever.hasCost ? [] : [lever.key])),
    areCostsKnown: areCostsKnown(plan),
  };
}

/** Levers that move the measure at all: churn moves no wins where nobody refers anybody. */
function helping(levers: readonly Lever[], probe: Probe, base: Shot): Lever[] {
  return levers.filter((lever) => {
    const way = wayOf(lever, lever.limits, probe.start);
    return way.to !== way.from && probe.meanAt(way.at(way.to)) > base.mean * (1 + LEAST_EFFECT);
  });
}

function* scaleLeads(
  probe: Probe,
  { summary }: Grounds,
  base: Shot & Probed,
): Generator<void, GoalAnswer['scaledLeads']> {
  const way: Way = {
    from: 1,
    to: MOST_TIMES_LEADS,
    isWhole: false,
    at: (allLeads) => (setting) => ({ ...setting, allLeads }),
  };
  const pursued = yield* pursue(probe, way, base, { coarse: FINE_PATHS, fine: probe.paths });
  if (pursued === null || pursued.outcome === 'outOfReach') return null;
  const model = probe.modelAt(way.at(pursued.value));
  const from = probe.goal.from ?? model.months[0] ?? monthOfDay(model.start);
  return {
    factor: pursued.value,
    chance: pursued.chance,
    funnel: reverseFunnel(model, summary, from),
  };
}
