import {
  drawnStep,
  logBayesFactor,
  normalisedWeights,
  type ChangingLevel,
  type StepEstimate,
  type StepGuess,
} from './changePoints';
import { casesOf, fitBetween, leaversBetween, runningSums } from './levelCases';
import type { LevelFit } from './levelFit';
import type { MonthlyStays } from './monthlyStays';
import type { RunState } from './shiftedState';
import type { StateRates } from './stateRates';

/** What is known of changes of one state of one kind: every month it may have changed from on, and how well that fits. */
export interface StateEvidence {
  steps: readonly PossibleStep[];
  /** Months looked at. */
  months: number;
  /** Of the level of all months together: variances of the logs. */
  varOdds: number;
  varSpeed: number;
  /** How many left the state in the months looked at. */
  leavers: number;
}

/** A change of odds, of speed, or of both. */
interface PossibleStep {
  month: number;
  /** Log of how much likelier what was seen is with it than without any. */
  factor: number;
  odds: StepGuess | null;
  speed: StepGuess | null;
}

/** How the odds to pass and the speed of a state have changed over the months. */
export interface StateChanges {
  odds: ChangingLevel;
  speed: ChangingLevel;
}

/** Chance, before looking, that odds alone, speed alone, or both have changed within the months looked at. */
const CHANCE_OF_CHANGE = { odds: 0.3, speed: 0.08, both: 0.02 };
/** Sizes of changes where there are any (sd of the log): odds by a factor of 1.4 either way, speed likewise. */
const USUAL_STEP = { odds: 0.35, speed: 0.35 };

/** So many months back a change is looked for, and this many months must lie before it. */
const MONTHS_BACK = 18;
const MONTHS_BEFORE = 3;
/** Fewer leavings on one side tell nothing. */
const FEWEST_LEAVERS = 5;
/** A change at the very beginning of the period is as likely as one in any other month. */
const SHARE_AT_BEGINNING = 0.5;

/**
 * For each month that a state may have changed from on: levels of odds and speed before and after by exposure (see `fitLevel`), and how
 * much likelier their difference is with a change than without.
 *
 * @param kind position in `KINDS`
 */
export function stateEvidence(
  table: MonthlyStays,
  kind: number,
  rates: StateRates,
  state: RunState,
  firstMonth: number,
): StateEvidence {
  const cases = casesOf(rates, state);
  const sums = runningSums(table, kind, rates, firstMonth);
  const fitted = (from: number, to: number): LevelFit => fitBetween(cases, sums, from, to, firstMonth);
  const left = (from: number, to: number): number => leaversBetween(sums, from, to, firstMonth);
  const end = table.monthCount;
  const earliest = Math.max(firstMonth + MONTHS_BEFORE, end - MONTHS_BACK);
  const steps: PossibleStep[] = [];
  for (let month = earliest; month < end; month++) {
    if (left(firstMonth, month) < FEWEST_LEAVERS || left(month, end) < FEWEST_LEAVERS) continue;
    steps.push(...possibleSteps(month, fitted(firstMonth, month), fitted(month, end)));
  }
  const { varOdds, varSpeed } = fitted(firstMonth, end);
  return { steps, months: Math.max(1, end - earliest), varOdds, varSpeed, leavers: left(firstMonth, end) };
}

/**
 * Bayesian average over when a state changed, if it did.
 *
 * @param beginning position of the month that the period looked at begins with: the likeliest one, before looking
 */
export function stateChanges({ steps, months }: StateEvidence, beginning: number): StateChanges {
  const isTried = steps.some(({ month }) => month === beginning);
  const logs = steps.map(({ month, factor, odds, speed }) => {
    const of = odds === null ? 'speed' : speed === null ? 'odds' : 'both';
    const evenly = (isTried ? 1 - SHARE_AT_BEGINNING : 1) / months;
    const share = evenly + (month === beginning ? SHARE_AT_BEGINNING : 0);
    return Math.log(CHANCE_OF_CHANGE[of] * share) + factor;
  });
  const { odds, speed, both } = CHANCE_OF_CHANGE;
  const weights = normalisedWeights(logs, Math.log(1 - odds - speed - both));
  const weighed = (of: 'odds' | 'speed'): StepGuess[] =>
    steps.flatMap((step, at) => {
      const guess = step[of];
      return guess === null ? [] : [{ ...guess, weight: weights[at]! }];
    });
  return { odds: weighed('odds'), speed: weighed('speed') };
}

function possibleSteps(month: number, before: LevelFit, after: LevelFit): PossibleStep[] {
  const step = difference(before, after);
  const odds = conditional(step.odds, step.varOdds, step.speed, step.varSpeed, step.covariance);
  const speed = conditional(step.speed, step.varSpeed, step.odds, step.varOdds, step.covariance);
  const oddsBeside = { step: step.odds, variance: step.varOdds };
  const speedBeside = { step: step.speed, variance: step.varSpeed };
  const guess = (of: 'odds' | 'speed', estimate: StepEstimate): StepGuess => {
    const [early, late] = of === 'odds' ? [before.varOdds, after.varOdds] : [before.varSpeed, after.varSpeed];
    return { month, weight: 0, ...drawnStep(estimate, USUAL_STEP[of]), after: early / (early + late) };
  };
  const bySpeed = logBayesFactor(speed, USUAL_STEP.speed);
  return [
    { month, factor: logBayesFactor(odds, USUAL_STEP.odds), odds: guess('odds', odds), speed: null },
    { month, factor: bySpeed, odds: null, speed: guess('speed', speed) },
    {
      month,
      // Speed by itself, and odds beside it.
      factor: bySpeed + logBayesFactor(oddsBeside, USUAL_STEP.odds),
      odds: guess('odds', oddsBeside),
      speed: guess('speed', speedBeside),
    },
  ];
}

/** What one level's step is where the other is known to have none. */
function conditional(
  step: number,
  variance: number,
  other: number,
  varOther: number,
  covariance: number,
): StepEstimate {
  return {
    step: step - (covariance / varOther) * other,
    variance: Math.max(1e-12, variance - (covariance * covariance) / varOther),
  };
}

function difference(before: LevelFit, after: LevelFit): LevelFit {
  return {
    odds: after.odds - before.odds,
    speed: after.speed - before.speed,
    varOdds: after.varOdds + before.varOdds,
    varSpeed: after.varSpeed + before.varSpeed,
    covariance: after.covariance + before.covariance,
  };
}
