import { drawGamma } from './gamma';
import type { RandomStream } from './stream';

/**
 * A beta draw as a ratio of gammas. A shape of 0 puts everything at that end; where both gammas underflow (both
 * shapes next to 0) the beta is, to machine precision, a coin that shows 1 with chance `first / (first + second)`.
 */
export function drawBeta(stream: RandomStream, first: number, second: number): number {
  const x = drawGamma(stream, first);
  const y = drawGamma(stream, second);
  const sum = x + y;
  if (sum > 0) return x / sum;
  return stream.nextUniform() * (first + second) < first ? 1 : 0;
}
