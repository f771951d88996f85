import { drawNormal } from '../random/normal';
import type { RandomStream } from '../random/stream';

const TABLE_SIZE = 256;

/**
 * Sum of log-normal deal values relative to one deal's mean: exact for one or two deals; above, a log-normal with the mean
 * and variance of the sum (Fenton 1960; the sum of skewed values stays skewed, which a normal or a gamma would miss).
 */
export class ValueSum {
  private readonly logSds = new Float64Array(TABLE_SIZE);
  private readonly squaredVariation: number;

  /** @param variation coefficient of variation of one deal's value */
  constructor(variation: number) {
    this.squaredVariation = variation > 0 ? variation * variation : 0;
    for (let wins = 1; wins < TABLE_SIZE; wins++) {
      this.logSds[wins] = Math.sqrt(Math.log1p(this.squaredVariation / wins));
    }
  }

  /** In units of the mean deal value; 0 for no wins. */
  draw(stream: RandomStream, wins: number): number {
    if (wins <= 0) return 0;
    if (this.squaredVariation === 0) return wins;
    if (wins === 2) {
      const logSd = this.logSds[1]!;
      const drift = -0.5 * logSd * logSd;
      return Math.exp(drift + logSd * drawNormal(stream)) + Math.exp(drift + logSd * drawNormal(stream));
    }
    const logSd =
      wins < TABLE_SIZE ? this.logSds[wins]! : Math.sqrt(Math.log1p(this.squaredVariation / wins));
    return wins * Math.exp(logSd * (drawNormal(stream) - 0.5 * logSd));
  }
}
