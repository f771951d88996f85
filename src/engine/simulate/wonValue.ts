import { exponential } from '../random/exponential';
import { drawNormal } from '../random/normal';
import type { RandomStream } from '../random/stream';

const TABLE_SIZE = 256;

/**
 * Sum of log-normal deal values relative to one deal's mean: exact for one or two deals; above, a log-normal with the
 * mean and variance of the sum (Fenton 1960; the sum of skewed values stays skewed, which a normal or a gamma would miss).
 */
export class ValueSum {
  private readonly squaredVariation: number;
  /** Sd of the log, and median, of the sum of so many deals. */
  private readonly logSds = new Float64Array(TABLE_SIZE);
  private readonly medians = new Float64Array(TABLE_SIZE);

  /** @param variation coefficient of variation of one deal's value */
  constructor(variation: number) {
    this.squaredVariation = variation > 0 ? variation * variation : 0;
    for (let wins = 1; wins < TABLE_SIZE; wins++) {
      const logVariance = Math.log1p(this.squaredVariation / wins);
      this.logSds[wins] = Math.sqrt(logVariance);
      this.medians[wins] = wins * Math.exp(-0.5 * logVariance);
    }
  }

  /** In units of the mean deal value; 0 for no wins. */
  draw(stream: RandomStream, wins: number): number {
    if (wins === 2 || wins >= TABLE_SIZE) return this.drawTwoOrMany(stream, wins);
    return this.medians[wins]! * exponential(this.logSds[wins]! * drawNormal(stream));
  }

  /** Apart, so that the common case is short enough for the engine to inline. */
  private drawTwoOrMany(stream: RandomStream, wins: number): number {
    if (wins >= TABLE_SIZE) {
      const logVariance = Math.log1p(this.squaredVariation / wins);
      return wins * exponential(Math.sqrt(logVariance) * drawNormal(stream) - 0.5 * logVariance);
    }
    const logSd = this.logSds[1]!;
    const first = exponential(logSd * drawNormal(stream));
    return this.medians[1]! * (first + exponential(logSd * drawNormal(stream)));
  }
}
