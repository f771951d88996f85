import { drawNormal } from './normal';
import type { RandomStream } from './stream';

/**
 * A gamma draw with this shape and scale 1: Marsaglia and Tsang, "A simple method for generating gamma variables",
 * ACM TOMS 26(3), 2000; below shape 1 by their power of a uniform. Shape 0 gives 0.
 */
export function drawGamma(stream: RandomStream, shape: number): number {
  if (shape <= 0) return 0;
  if (shape < 1) return drawGamma(stream, shape + 1) * Math.pow(stream.nextUniform(), 1 / shape);
  const third = shape - 1 / 3;
  const slope = 1 / Math.sqrt(9 * third);
  for (;;) {
    const normal = drawNormal(stream);
    const root = 1 + slope * normal;
    if (root <= 0) continue;
    const cube = root * root * root;
    const uniform = stream.nextUniform();
    const square = normal * normal;
    if (uniform < 1 - 0.0331 * square * square) return third * cube;
    if (Math.log(uniform) < 0.5 * square + third * (1 - cube + Math.log(cube))) return third * cube;
  }
}
