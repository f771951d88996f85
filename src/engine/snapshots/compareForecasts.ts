import type { Deal } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { changesOfDeal, DEAL_CHANGES } from './dealChanges';
import type { DealChange } from './dealChanges';
import { expectedInMonths, expectedOfDeals } from './expectedInMonths';
import type { ForecastThen, MonthRange } from './expectedInMonths';
import type { ChangedDeal, DealThen, ImportChanges } from './importChanges';
import { matchDeals } from './matchDeals';

/** An expected closing day moves no chance, so what became of such a deal's is the work of time and rates. */
const ONLY_EXPECTED: readonly DealChange[] = ['slipped', 'earlier'];

/** What deals alone tell: all but the figure and what is expected of leads to come, which the plan has a say in. */
export interface ComparedDeals extends Omit<ImportChanges, 'figure' | 'rest'> {
  rest: Omit<ImportChanges['rest'], 'newLeads'>;
}

/**
 * What changed between the forecasts of two exports for the same months, deal by deal: see `ImportChanges`, and
 * docs/methods.md, "Snapshots".
 *
 * @param compared the same two exports and months by `compareDeals`
 */
export function compareForecasts(
  compared: ComparedDeals,
  before: FunnelModel,
  after: FunnelModel,
): ImportChanges {
  const { deals, rest } = compared;
  const figure = { before: expectedInMonths(before, compared), after: expectedInMonths(after, compared) };
  const explained = sumEffects(deals) + rest.otherDeals.effect + rest.sameDeals.effect;
  // All that is neither won nor an open deal is expected of leads to come; as the last part it closes the sum.
  return { ...compared, figure, rest: { ...rest, newLeads: figure.after - figure.before - explained } };
}

/**
 * What happened to the deals between two exports, and what it did to what is expected of them in some months.
 *
 * @param mostDeals how many single deals are wanted
 */
export function compareDeals(
  before: ForecastThen,
  after: ForecastThen,
  months: MonthRange,
  mostDeals: number,
): ComparedDeals {
  const matched = matchDeals(before.deals, after.deals);
  const then = expectedOfDeals(before, months);
  const now = expectedOfDeals(after, months);
  const counts = Object.fromEntries(DEAL_CHANGES.map((change) => [change, 0])) as Record<DealChange, number>;
  const changed: ChangedDeal[] = [];
  const sameDeals = { deals: 0, effect: 0 };
  const look = (earlier: Deal | null, later: Deal | null): void => {
    const changes = changesOfDeal(earlier, later);
    const wasExpected = earlier === null ? 0 : (then.get(earlier) ?? 0);
    const isExpected = later === null ? 0 : (now.get(later) ?? 0);
    for (const change of changes) counts[change]++;
    if (!changes.some((change) => !ONLY_EXPECTED.includes(change))) {
      // A deal that was closed and stays so has no part in what changed.
      if (later?.outcome === 'open') sameDeals.deals++;
      sameDeals.effect += isExpected - wasExpected;
      return;
    }
    const deal = later ?? earlier;
    if (deal === null) return;
    const { id, name, company, owner, kind } = deal;
    changed.push({
      ...{ id, name, company, owner, kind, changes },
      effect: isExpected - wasExpected,
      before: earlier && factsOf(earlier, wasExpected),
      after: later && factsOf(later, isExpected),
      slips: later?.slips ?? null,
    });
  };
  for (const pair of matched.pairs) look(pair.before, pair.after);
  for (const deal of matched.added) look(null, deal);
  for (const deal of matched.gone) look(deal, null);

  changed.sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  const deals = changed.slice(0, mostDeals).filter(({ effect }) => effect !== 0);
  const others = changed.slice(deals.length);
  const otherDeals = { deals: others.length, effect: sumEffects(others) };
  return {
    previousDay: before.day,
    day: after.day,
    ...months,
    currency: after.chances.currency,
    counts,
    deals,
    rest: { otherDeals, sameDeals },
  };
}

function factsOf({ outcome, closed, expectedClose, amount, stage }: Deal, expected: number): DealThen {
  return { outcome, closed, expectedClose, amount, stage, expected };
}

function sumEffects(deals: readonly ChangedDeal[]): number {
  return deals.reduce((sum, { effect }) => sum + effect, 0);
}
