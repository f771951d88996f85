import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import type { RunStep } from '../funnel/hazards';
import { winChancesFromAge } from '../funnel/hazards';
import type { StageFactor, StageFactors } from './dealChances';
import { stageOddsRatios } from './stageConversions';
import type { StageCounts } from './stageCounts';

/** Counted rates rest on the last stage a seller cared to set: they do not move a chance without bound. */
const LARGEST_FACTOR = 20;
/** Ages closer than a week to each other are taken together where only totals matter. */
const AGE_STEP_DAYS = 7;
const SEPARATE_MONTHS = 3;
const ROUNDS = 40;
const TOLERANCE = 1e-9;

/** Open deals of one kind, stage and about one age. */
interface Cohort {
  kind: number;
  ageDays: number;
  count: number;
  ratio: number;
}

/**
 * Factors on the won hazard from counted stages: the odds of who reached the stage ÷ those of a new lead, times one factor
 * for all, so that the open deals with a known stage are expected to bring as many wins over the horizon as without their
 * stages. On the won hazard: while won and lost keep their ratio over age, that multiplies the odds of ever being won by
 * the same, and who is further on is won sooner. Null where no open deal has a known stage.
 */
export function countedFactors(
  counts: StageCounts,
  order: readonly string[],
  open: readonly Deal[],
  byKind: readonly Hazards[],
  start: number,
  steps: readonly RunStep[],
): StageFactors | null {
  const ratios = stageOddsRatios(counts);
  const cohorts = openCohorts(open, order, ratios, start);
  if (cohorts.length === 0 || steps.length === 0) return null;
  const coarse = coarseSteps(steps);
  const winsAt = (scale: number | null): number =>
    cohorts.reduce((sum, { kind, ageDays, count, ratio }) => {
      const factor = scale === null ? 1 : bounded(scale * ratio);
      const own = coarse.map((step) => ({ ...step, rhythm: step.rhythm * factor }));
      const chances = winChancesFromAge(byKind[kind]!, ageDays, own);
      return sum + count * chances.reduce((total, chance) => total + chance, 0);
    }, 0);
  const scale = scaleThatKeeps(winsAt(null), winsAt);
  const factors = KINDS.flatMap((kind, index) =>
    order.map((stage, position): StageFactor => ({
      stage,
      kind,
      fromDays: 0,
      won: [bounded(scale * ratios[index]![position]!)],
      lost: [1],
      n: counts[index]![position]!.n,
    })),
  );
  return { basis: 'counts', aheadFrom: [0], factors };
}

/** The first three months as they are and the rest in one: only their sum matters, and it is taken many times. */
function coarseSteps(steps: readonly RunStep[]): RunStep[] {
  const rest = steps.slice(SEPARATE_MONTHS);
  if (rest.length === 0) return [...steps];
  const days = rest.reduce((sum, step) => sum + step.days, 0);
  const meanOf = (factor: (step: RunStep) => number): number =>
    rest.reduce((sum, step) => sum + step.days * factor(step), 0) / days;
  const merged = {
    days,
    rhythm: meanOf(({ rhythm }) => rhythm),
    lostRhythm: meanOf(({ lostRhythm = 1 }) => lostRhythm),
  };
  return [...steps.slice(0, SEPARATE_MONTHS), merged];
}

function openCohorts(
  open: readonly Deal[],
  order: readonly string[],
  ratios: readonly (readonly number[])[],
  start: number,
): Cohort[] {
  const position = new Map(order.map((stage, index) => [stage, index]));
  const cohorts = new Map<string, Cohort>();
  for (const { stage, kind: ofKind, created } of open) {
    const reached = position.get(stage ?? '');
    if (reached === undefined) continue;
    const kind = KINDS.indexOf(ofKind);
    const week = Math.floor((start - created) / AGE_STEP_DAYS);
    const ageDays = week * AGE_STEP_DAYS + Math.floor(AGE_STEP_DAYS / 2);
    const key = `${kind} ${reached} ${ageDays}`;
    const cohort = cohorts.get(key) ?? { kind, ageDays, count: 0, ratio: ratios[kind]![reached]! };
    cohort.count++;
    cohorts.set(key, cohort);
  }
  return [...cohorts.values()];
}

/** The scale at which as many wins are expected as wanted, by regula falsi (Illinois) on its log. */
function scaleThatKeeps(wanted: number, winsAt: (scale: number) => number): number {
  let low = -Math.log(LARGEST_FACTOR) * 2;
  let high = -low;
  let atLow = winsAt(Math.exp(low)) - wanted;
  let atHigh = winsAt(Math.exp(high)) - wanted;
  if (!(atLow < 0 && atHigh > 0)) return 1;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = high - (atHigh * (high - low)) / (atHigh - atLow);
    const atMiddle = winsAt(Math.exp(middle)) - wanted;
    if (Math.abs(atMiddle) <= TOLERANCE * wanted) return Math.exp(middle);
    if (atMiddle > 0) {
      high = middle;
      atHigh = atMiddle;
      atLow /= 2;
    } else {
      low = middle;
      atLow = atMiddle;
      atHigh /= 2;
    }
  }
  return Math.exp((low + high) / 2);
}

function bounded(factor: number): number {
  return Math.min(LARGEST_FACTOR, Math.max(1 / LARGEST_FACTOR, factor));
}
