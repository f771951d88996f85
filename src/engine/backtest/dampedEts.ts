/** Smoothing with a damped trend: ETS(A,Ad,N) of Hyndman, Koehler, Ord & Snyder 2008. */
export interface DampedEts {
  /** Weight of the newest error in the level. */
  alpha: number;
  /** Weight of the newest error in the trend, at most alpha. */
  beta: number;
  /** What is left of the trend a month later. */
  phi: number;
  /** Level and trend after the last month. */
  level: number;
  trend: number;
  squaredErrors: number;
}

const SMALLEST = 1e-4;
const LARGEST = 1 - 1e-4;
const LEAST_PHI = 0.8;
const MOST_PHI = 0.98;
const GRID = 6;
const ZOOMS = 7;

/**
 * Fits by least squares (the likelihood's maximum for normal errors), statsmodels' bounds: 0 < beta ≤ alpha < 1,
 * phi from 0.8 to 0.98. For given weights the errors are linear in the first level and trend, so these two are solved for
 * exactly and only three numbers are searched, on a grid that is drawn closer around the best point. Agrees with
 * statsmodels 0.15 to 1e-4 of the forecast (tests/fixtures/engine-backtest).
 */
export function fitDampedEts(series: readonly number[]): DampedEts {
  let centre = [0.5, 0.5, 0.5];
  let width = 1;
  let best = fitAt(series, centre);
  for (let zoom = 0; zoom < ZOOMS; zoom++) {
    const around = centre;
    for (let cell = 0; cell < (GRID + 1) ** 3; cell++) {
      const steps = [
        cell % (GRID + 1),
        Math.floor(cell / (GRID + 1)) % (GRID + 1),
        Math.floor(cell / (GRID + 1) ** 2),
      ];
      const point = steps.map((step, axis) => clamp(around[axis]! + width * (step / GRID - 0.5)));
      const candidate = fitAt(series, point);
      if (candidate.squaredErrors < best.squaredErrors) {
        best = candidate;
        centre = point;
      }
    }
    width *= 0.45;
  }
  return best;
}

/** Forecasts of the coming months; a trend adds what is left of it each month. */
export function forecastDampedEts(fitted: DampedEts, months: number): number[] {
  let trend = fitted.trend;
  let level = fitted.level;
  return Array.from({ length: months }, () => {
    trend *= fitted.phi;
    level += trend;
    return level;
  });
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** @param point alpha, beta as a share of alpha, and phi, each 0 to 1 within its bounds */
function fitAt(series: readonly number[], point: readonly number[]): DampedEts {
  const alpha = SMALLEST + point[0]! * (LARGEST - SMALLEST);
  const beta = SMALLEST * alpha + point[1]! * (1 - SMALLEST) * alpha;
  const phi = LEAST_PHI + point[2]! * (MOST_PHI - LEAST_PHI);
  // Level and trend are each constant + a · first level + b · first trend; so are the errors. In single variables, because
  // a backtest runs through here millions of times.
  let levelConstant = 0;
  let levelByLevel = 1;
  let levelByTrend = 0;
  let trendConstant = 0;
  let trendByLevel = 0;
  let trendByTrend = 1;
  // Sums of products of the three parts of the errors: c constant, l by first level, t by first trend.
  let cc = 0;
  let cl = 0;
  let ct = 0;
  let ll = 0;
  let lt = 0;
  let tt = 0;
  for (const value of series) {
    trendConstant *= phi;
    trendByLevel *= phi;
    trendByTrend *= phi;
    levelConstant += trendConstant;
    levelByLevel += trendByLevel;
    levelByTrend += trendByTrend;
    const constant = value - levelConstant;
    const byLevel = -levelByLevel;
    const byTrend = -levelByTrend;
    levelConstant += alpha * constant;
    levelByLevel += alpha * byLevel;
    levelByTrend += alpha * byTrend;
    trendConstant += beta * constant;
    trendByLevel += beta * byLevel;
    trendByTrend += beta * byTrend;
    cc += constant * constant;
    cl += constant * byLevel;
    ct += constant * byTrend;
    ll += byLevel * byLevel;
    lt += byLevel * byTrend;
    tt += byTrend * byTrend;
  }
  const determinant = ll * tt - lt * lt;
  const firstTrend = determinant > 1e-12 * ll * tt ? (cl * lt - ct * ll) / determinant : 0;
  const firstLevel = ll > 0 ? -(cl + lt * firstTrend) / ll : 0;
  const squaredErrors =
    cc +
    2 * cl * firstLevel +
    2 * ct * firstTrend +
    ll * firstLevel ** 2 +
    2 * lt * firstLevel * firstTrend +
    tt * firstTrend ** 2;
  return {
    alpha,
    beta,
    phi,
    level: levelConstant + levelByLevel * firstLevel + levelByTrend * firstTrend,
    trend: trendConstant + trendByLevel * firstLevel + trendByTrend * firstTrend,
    squaredErrors,
  };
}
