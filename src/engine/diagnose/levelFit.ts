/** Estimates of two levels with their covariance. */
export interface LevelFit {
  odds: number;
  speed: number;
  varOdds: number;
  varSpeed: number;
  covariance: number;
}

/** One sort of leaving in one bin: so many seen, so many expected, and how log expectation moves with odds and speed. */
export interface LevelCases {
  seen: Float64Array;
  expected: Float64Array;
  byOdds: Float64Array;
  bySpeed: Float64Array;
}

const ROUNDS = 6;
/** A weak prior around "as usual": sd 1 of the log, e times the odds or the speed. Keeps empty cells finite. */
const PRIOR_PRECISION = 1;
const LARGEST_STEP = 1;

/** Poisson regression of what was seen on what was expected, log-linear in odds and speed; penalised, by Newton's method. */
export function fitLevel({ seen, expected, byOdds, bySpeed }: LevelCases): LevelFit {
  let odds = 0;
  let speed = 0;
  let oo = PRIOR_PRECISION;
  let ss = PRIOR_PRECISION;
  let os = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let gradientOdds = -PRIOR_PRECISION * odds;
    let gradientSpeed = -PRIOR_PRECISION * speed;
    oo = PRIOR_PRECISION;
    ss = PRIOR_PRECISION;
    os = 0;
    for (let at = 0; at < seen.length; at++) {
      const onOdds = byOdds[at]!;
      const onSpeed = bySpeed[at]!;
      const mean = expected[at]! * Math.exp(onOdds * odds + onSpeed * speed);
      const excess = seen[at]! - mean;
      gradientOdds += onOdds * excess;
      gradientSpeed += onSpeed * excess;
      oo += onOdds * onOdds * mean;
      ss += onSpeed * onSpeed * mean;
      os += onOdds * onSpeed * mean;
    }
    const determinant = oo * ss - os * os;
    const stepOdds = clamp((ss * gradientOdds - os * gradientSpeed) / determinant);
    const stepSpeed = clamp((oo * gradientSpeed - os * gradientOdds) / determinant);
    odds += stepOdds;
    speed += stepSpeed;
    if (Math.abs(stepOdds) + Math.abs(stepSpeed) < 1e-6) break;
  }
  const determinant = oo * ss - os * os;
  return {
    odds,
    speed,
    varOdds: ss / determinant,
    varSpeed: oo / determinant,
    covariance: -os / determinant,
  };
}

function clamp(step: number): number {
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
}
