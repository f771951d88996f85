import { day, number } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import type { SharedForecast } from '../../workspace/sharedForecast';
import { PLANNED_KINDS } from '../../engine';

/** What somebody else's forecast rests on. */
export function restsWords({ fitted, rests, plan, start }: SharedForecast): string {
  if (fitted === null) return m.shared_rests_plan();
  const onDeals =
    rests === null
      ? m.shared_rests_unknown()
      : m.shared_rests({
          count: rests.deals,
          deals: number(rests.deals),
          won: number(rests.won),
          day: day(start - 1, 'long'),
        });
  const isMixed = PLANNED_KINDS.some((kind) =>
    Object.values(plan.kinds[kind].basis).some((basis) => basis === 'plan'),
  );
  return isMixed ? `${onDeals} ${m.shared_rests_mixed()}` : onDeals;
}

/** Who and what is named in it. */
export function contentsWords({ deals }: SharedForecast): string {
  if (deals === null || deals.length === 0) return m.shared_not_in();
  return m.shared_deals_in({ count: deals.length, shown: number(deals.length) });
}
