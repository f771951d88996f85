import { conversionOfHazards } from '../funnel/hazards';
import type { Hazards, Share } from '../funnel/model';
import type { CauseCases, ClosingCases } from './closingCases';

/** What the priors lend: one event a bin, eight a kind (see `fitCauseRates`). */
const BIN_PRIOR_EVENTS = 1;
const KIND_PRIOR_EVENTS = 8;

/** Not even a prior is worth less than a closing. */
const FEWEST_CASES = 1;

/**
 * The conversion of fitted hazards with its doubt as a beta of the same mean and variance. The variance by the delta
 * method: a bin's log hazard has variance 1 ÷ events, a kind's log multiplier 1 ÷ (its events + 8), of which the part is
 * left out that the kind's own events already have in the base. Closings alone would say too much in a young company: its
 * conversion hangs on the oldest deals, of which few have closed.
 *
 * @param kindIndex position in `KINDS`
 */
export function conversionShare(hazards: Hazards, cases: ClosingCases, kindIndex: number): Share {
  const mean = conversionOfHazards(hazards);
  const slopes = slopesOfConversion(hazards);
  const variance =
    causeVariance(slopes.won, cases.won, kindIndex) + causeVariance(slopes.lost, cases.lost, kindIndex);
  const fromVariance = variance > 0 ? (mean * (1 - mean)) / variance - 1 : Infinity;
  return { mean, cases: Math.max(FEWEST_CASES, Math.min(fromVariance, Number.MAX_SAFE_INTEGER)) };
}

function causeVariance(slopes: readonly number[], cases: CauseCases, kindIndex: number): number {
  let ofBins = 0;
  let together = 0;
  cases.byBin.forEach((events, bin) => {
    const slope = slopes[bin] ?? 0;
    ofBins += (slope * slope) / (events + BIN_PRIOR_EVENTS);
    together += slope;
  });
  const own = cases.byKind[kindIndex] ?? 0;
  const shareOfOthers = cases.all > 0 ? Math.max(0, 1 - own / cases.all) : 1;
  return ofBins + (together * together * shareOfOthers) / (own + KIND_PRIOR_EVENTS);
}

/** Derivatives of the conversion with respect to the log of each bin's hazards. */
function slopesOfConversion(hazards: Hazards): { won: number[]; lost: number[] } {
  const bins = hazards.ageFrom.length;
  const won = new Array<number>(bins).fill(0);
  const lost = new Array<number>(bins).fill(0);
  // Chance to win of a deal that reaches the end of the bin: from the last bin backwards.
  let later = 0;
  for (let bin = bins - 1; bin >= 0; bin--) {
    const winning = hazards.won[bin]!;
    const leaving = winning + hazards.lost[bin]!;
    if (leaving <= 0) continue;
    const width = (hazards.ageFrom[bin + 1] ?? Infinity) - hazards.ageFrom[bin]!;
    const stays = Math.exp(-leaving * width);
    const share = winning / leaving;
    const delay = stays > 0 ? stays * width * (share - later) : 0;
    won[bin] = winning * ((1 - stays) * ((1 - share) / leaving) + delay);
    lost[bin] = (leaving - winning) * (delay - ((1 - stays) * share) / leaving);
    later = share * (1 - stays) + stays * later;
  }
  let reaching = 1;
  for (let bin = 0; bin < bins; bin++) {
    won[bin]! *= reaching;
    lost[bin]! *= reaching;
    const width = (hazards.ageFrom[bin + 1] ?? Infinity) - hazards.ageFrom[bin]!;
    reaching *= Math.exp(-(hazards.won[bin]! + hazards.lost[bin]!) * width);
  }
  return { won, lost };
}
