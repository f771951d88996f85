import { logGamma } from '../simulate/gammaDistribution';

/**
 * Chance of at most so many passes among `trials`, half the chance of exactly so many taken off (mid-p), where the chance to pass is
 * itself beta(first, second): the beta-binomial distribution. Summed from the shorter end by the ratio of neighbouring terms.
 */
export function betaBinomialMidP(passes: number, trials: number, first: number, second: number): number {
  if (trials <= 0) return 0.5;
  const mean = first / (first + second);
  if (passes > trials * mean) return 1 - betaBinomialMidP(trials - passes, trials, second, first);
  let term = Math.exp(
    logChoose(trials, passes) + logBeta(passes + first, trials - passes + second) - logBeta(first, second),
  );
  let sum = term / 2;
  for (let count = passes; count > 0 && term > 0; count--) {
    // P(count − 1) ÷ P(count)
    term *= (count / (trials - count + 1)) * ((trials - count + second) / (count - 1 + first));
    sum += term;
    if (term < sum * 1e-14) break;
  }
  return Math.min(1, sum);
}

function logChoose(trials: number, passes: number): number {
  return logGamma(trials + 1) - logGamma(passes + 1) - logGamma(trials - passes + 1);
}

function logBeta(first: number, second: number): number {
  return logGamma(first) + logGamma(second) - logGamma(first + second);
}
