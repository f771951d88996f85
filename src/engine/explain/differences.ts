import type { Difference, ExplainedFigure } from './explanation';
import type { OpenDealView } from './openDealView';

/**
 * What lies between the weighted pipeline of some months and the forecast for them. For a deal due then with amount a,
 * pipeline chance p, and by the forecast chance c in these months, T over the horizon and value v:
 *
 *   c·v = p·a + (T − p)·a + (c − T)·a + c·(v − a)
 *
 * that is win rates, timing and deal size; other open deals come in whole. `simulation` closes the sum exactly.
 */
export function differencesOf(views: readonly OpenDealView[], figure: ExplainedFigure): Difference[] {
  const sums: Record<Difference['code'], number> = {
    alreadyWon: figure.alreadyWon,
    winRates: 0,
    timing: 0,
    dealSize: 0,
    withoutAmount: 0,
    overdue: 0,
    undated: 0,
    otherMonth: 0,
    newLeads: figure.fromNew,
    simulation: 0,
  };
  let expected = 0;
  for (const { chance, total, value, amount, pipeline, place } of views) {
    expected += chance * value;
    if (place !== 'due') sums[place] += chance * value;
    else if (amount === null) sums.withoutAmount += chance * value;
    else {
      sums.winRates += (total - (pipeline?.chance ?? 0)) * amount;
      sums.timing += (chance - total) * amount;
      sums.dealSize += chance * (value - amount);
    }
  }
  sums.simulation = figure.value - figure.alreadyWon - figure.fromNew - expected;
  return (Object.keys(sums) as Difference['code'][]).map((code) => ({ code, value: sums[code] }));
}
