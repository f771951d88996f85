import { number } from '../i18n/format';
import { m } from '../i18n/paraglide/messages';
import { rateOf, ratesInCurrency } from '../workspace/rates';
import type { Settings } from '../workspace/types';
import type { AppState } from './app.svelte';
import { plansInCurrency } from './plan/planInCurrency';

type Keeping = Pick<AppState, 'workspace' | 'notices'>;

/** Keeps what one unit of a currency is worth, or that nobody knows (null), and says so in a notice that undoes it. */
export function changeRate({ workspace, notices }: Keeping, currency: string, rate: number | null): void {
  const { currency: home, rates: before } = workspace.settings;
  const known = Object.hasOwn(before, currency) ? before[currency] : null;
  if (known === rate) return;
  workspace.changeSettings({ rates: withRate(before, currency, rate) });
  const done =
    rate === null
      ? m.import_rate_gone({ currency })
      : m.import_rate_kept({ currency, rate: number(rate, 6), home });
  const undo = (): void => {
    const { settings } = workspace;
    // The home currency may be another by now: the rate is turned into it, and where that can't be it means nothing any more.
    const unit = rateOf(home, settings);
    if (unit === null || currency === settings.currency) return;
    const turned = known === null || known === undefined ? null : known * unit;
    workspace.changeSettings({ rates: withRate(settings.rates, currency, turned) });
  };
  notices.show(done, { action: { label: m.shell_undo(), run: undo } });
}

export function withRate(rates: Settings['rates'], currency: string, rate: number | null): Settings['rates'] {
  const others = Object.entries(rates).filter(([code]) => code !== currency);
  return Object.fromEntries(rate === null ? others : [...others, [currency, rate]]);
}

/**
 * Counts everything in another currency, plans included. Rates are turned with it; where the new currency has none they mean nothing
 * any more and go, which is said in a notice that brings all of it back.
 */
export function changeCurrencyOf({ workspace, notices }: Keeping, currency: string): void {
  const { currency: before, rates } = workspace.settings;
  const turned = ratesInCurrency(rates, before, currency);
  countIn(workspace, currency, turned);
  if (Object.keys(rates).length === 0 || Object.keys(turned).length > 0) return;
  notices.show(m.import_rates_emptied({ currency }), {
    action: { label: m.shell_undo(), run: () => countIn(workspace, before, rates) },
  });
}

function countIn(workspace: Keeping['workspace'], currency: string, rates: Settings['rates']): void {
  workspace.changeSettings({ currency, rates });
  const plans = plansInCurrency(workspace.plans, currency);
  if (plans !== workspace.plans) workspace.changePlans(plans, { code: 'currency', key: null });
}
