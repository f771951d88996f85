import type { Hazards } from '../funnel/model';
import { never, type TimeToWin } from './timeToWin';

interface AgeBin {
  from: number;
  won: number;
  /** Won and lost together, per day. */
  rate: number;
  /** Share still open, share won, and the integral of that, at `from`. */
  open: number;
  wonBefore: number;
  integratedBefore: number;
}

/** Share won `days` into a bin, and its integral, in closed form: the hazards are constant there. */
function runBin(bin: AgeBin, days: number): { open: number; won: number; integrated: number } {
  const exponent = bin.rate * days;
  if (exponent < 1e-8) {
    return {
      open: bin.open * (1 - exponent),
      won: bin.wonBefore + bin.open * bin.won * days,
      integrated: bin.integratedBefore + bin.wonBefore * days + (bin.open * bin.won * days * days) / 2,
    };
  }
  const share = bin.won / bin.rate;
  const closed = -Math.expm1(-exponent);
  return {
    open: bin.open * (1 - closed),
    won: bin.wonBefore + share * bin.open * closed,
    integrated: bin.integratedBefore + bin.wonBefore * days + share * bin.open * (days - closed / bin.rate),
  };
}

/**
 * Runs competing hazards forward from age 0. `chance` is the share won in the end, `time` the time to win of those
 * that are won.
 */
export function timeUnderHazards(hazards: Hazards): { chance: number; time: TimeToWin } {
  const bins: AgeBin[] = [];
  let open = 1;
  let wonBefore = 0;
  let integratedBefore = 0;
  hazards.ageFrom.forEach((from, index) => {
    const won = hazards.won[index] ?? 0;
    const bin = { from, won, rate: won + (hazards.lost[index] ?? 0), open, wonBefore, integratedBefore };
    bins.push(bin);
    const end = hazards.ageFrom[index + 1];
    if (end === undefined) return;
    const after = runBin(bin, end - from);
    open = after.open;
    wonBefore = after.won;
    integratedBefore = after.integrated;
  });
  const last = bins.at(-1);
  if (last === undefined) return { chance: 0, time: never };
  const chance = last.wonBefore + (last.rate > 0 ? (last.open * last.won) / last.rate : 0);
  if (!(chance > 0)) return { chance: 0, time: never };
  return {
    chance,
    time: {
      integrated(days) {
        let bin: AgeBin | undefined;
        for (const candidate of bins) {
          if (candidate.from >= days) break;
          bin = candidate;
        }
        return bin === undefined ? 0 : runBin(bin, days - bin.from).integrated / chance;
      },
    },
  };
}
