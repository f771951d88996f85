/**
 * One guess of what changed: a step of a level from a month on, with the weight of the evidence for it. Guesses of a level weigh less
 * than 1 together; the rest is "no change".
 */
export interface StepGuess {
  /** Position of the first month after the step. */
  month: number;
  weight: number;
  /** Size of the step, drawn to 0 by what is usual for steps, and its variance. */
  step: number;
  variance: number;
  /** Share of what is known of the level that lies after the step: the level of all months together is 0. */
  after: number;
}

/** A level in time: an average over guesses. */
export type ChangingLevel = readonly StepGuess[];

/** Mean of the level in a month. */
export function levelIn(guesses: ChangingLevel, month: number): number {
  let level = 0;
  for (const guess of guesses) {
    level += guess.weight * guess.step * ((month >= guess.month ? 1 : 0) - guess.after);
  }
  return level;
}

/** Difference of the level between two months, its sd, and the chance that there is one at all. */
export interface Contrast {
  mean: number;
  sd: number;
  sureness: number;
  /** First month of the likeliest step between the two; null where there is none. */
  month: number | null;
}

/** @param later compared with `earlier`; in whichever order they are */
export function contrast(guesses: ChangingLevel, later: number, earlier: number): Contrast {
  let mean = 0;
  let square = 0;
  let sureness = 0;
  let best: StepGuess | null = null;
  for (const guess of guesses) {
    const sign = (later >= guess.month ? 1 : 0) - (earlier >= guess.month ? 1 : 0);
    if (sign === 0) continue;
    mean += guess.weight * sign * guess.step;
    square += guess.weight * (guess.step * guess.step + guess.variance);
    sureness += guess.weight;
    if (best === null || guess.weight > best.weight) best = guess;
  }
  const sd = Math.sqrt(Math.max(0, square - mean * mean));
  return { mean, sd, sureness: Math.min(1, sureness), month: best?.month ?? null };
}

/** A step as estimated, before anything is drawn to anything. */
export interface StepEstimate {
  step: number;
  variance: number;
}

/**
 * How much likelier an estimated step is where steps have this sd than where there is none (its log): Wald's Bayes factor,
 * Wakefield (2009), Genetic Epidemiology 33:79.
 */
export function logBayesFactor({ step, variance }: StepEstimate, usualSd: number): number {
  const prior = usualSd * usualSd;
  return (
    0.5 * Math.log(variance / (variance + prior)) +
    (0.5 * step * step * prior) / (variance * (variance + prior))
  );
}

/** The estimate drawn to 0 as far as steps of this sd explain it. */
export function drawnStep({ step, variance }: StepEstimate, usualSd: number): StepEstimate {
  const prior = usualSd * usualSd;
  const share = prior / (prior + variance);
  return { step: step * share, variance: variance * share };
}

/** Weights of models in proportion to exp(log weight), beside "no change" of log weight `none`. */
export function normalisedWeights(logs: readonly number[], none: number): number[] {
  const most = logs.reduce((top, log) => Math.max(top, log), none);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, Math.exp(none - most));
  return weights.map((weight) => weight / total);
}
