import { ownWinRates } from '../backtest/ownWinRates';
import type { Deal } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { dealOutlook, isStaleChance } from '../fit/dealOutlook';
import { differencesOf } from './differences';
import type { ExplainedFigure, Explanation, RankedDeal } from './explanation';
import { viewOpenDeals, type OpenDealView } from './openDealView';
import { addTo, emptySum, pipelineToday, sumCategories } from './pipelineToday';

/**
 * What stands behind a figure of the forecast: the open deals by chance and value, and the numbers people know (weighted
 * pipeline, categories) with what lies between them and the forecast.
 *
 * @param deals as known on the data day, the same that were fitted
 * @param figure the figure as the forecast has it, of one kind or of all
 * @param mostDeals how many single deals are wanted
 */
export function explainFigure(
  deals: readonly Deal[],
  chances: DealChances,
  figure: ExplainedFigure,
  mostDeals: number,
): Explanation {
  const views = viewOpenDeals(deals, chances, ownWinRates(deals), figure);
  const open = emptySum();
  const stale = { deals: 0, amount: 0 };
  for (const view of views) {
    addTo(open, view);
    if (!isStaleChance(view.total)) continue;
    stale.deals++;
    stale.amount += view.amount ?? 0;
  }
  return {
    open,
    top: largest(views, mostDeals).map((view) => rank(view, chances)),
    stale,
    pipeline: pipelineToday(views, figure, chances.start),
    categories: sumCategories(views),
    differences: differencesOf(views, figure),
  };
}

/** Those with the largest expected value, largest first; of equals the one listed first. One pass: there may be 100,000. */
function largest(views: readonly OpenDealView[], most: number): OpenDealView[] {
  const kept: OpenDealView[] = [];
  const expectedOf = ({ chance, value }: OpenDealView): number => chance * value;
  for (const view of views) {
    const expected = expectedOf(view);
    const last = kept[most - 1];
    if (expected <= 0 || (last !== undefined && expected <= expectedOf(last))) continue;
    const after = kept.findIndex((other) => expectedOf(other) < expected);
    kept.splice(after < 0 ? kept.length : after, 0, view);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

function rank({ deal, chance, value, amount, pipeline }: OpenDealView, chances: DealChances): RankedDeal {
  const { total, reasons } = dealOutlook(chances, deal);
  const { id, name, company, owner, kind, stage, created, expectedClose } = deal;
  return {
    id,
    name,
    company,
    owner,
    kind,
    stage,
    created,
    expectedClose,
    amount,
    chance,
    value,
    expected: chance * value,
    pipeline,
    total,
    reasons,
  };
}
