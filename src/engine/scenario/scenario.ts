import type { Month } from '../calendar/calendar';
import type { PlannedKind } from '../deals/deal';
import type { Forecast, Spread } from '../simulate/forecast';

/** Which leads and deals a change is about: those of one kind, or of all (unsorted ones included). */
export type ChangedKinds = PlannedKind | 'all';

/**
 * What a change turns, and how far. A factor of 1 changes nothing.
 *
 * - `leads`: leads that come in the months of the change, those that customers refer included.
 * - `winRate`: the share of what is decided in those months that is won, of open deals and new leads alike.
 * - `value`: the value of a deal won in those months.
 * - `days`: how long things take while it lasts: 1.2 = a fifth longer.
 * - `spend`: what is spent on nets a month: leads follow by the plan's elasticity, cost in proportion.
 * - `churn`: the share of customers lost in a month.
 * - `prospectors`: so many join (above 0) or leave (below), with the plan's ramp and cost.
 * - `hiringFreeze`: nobody whom the plan would hire in those months is hired.
 * - `cost`: so much more (less) a month, for a kind or (null) the company.
 * - `loseBiggestDeals`: so many of the biggest open deals are lost at the beginning of the change.
 */
export type ChangeOfWhat =
  | { what: 'leads' | 'winRate' | 'value' | 'days'; kind: ChangedKinds; factor: number }
  | { what: 'spend' | 'churn'; factor: number }
  | { what: 'prospectors'; heads: number }
  | { what: 'hiringFreeze' }
  | { what: 'cost'; kind: PlannedKind | null; perMonth: number }
  | { what: 'loseBiggestDeals'; deals: number };

/** One line of a scenario. It lasts `months` months from the first day of `from`; null = to the end of the forecast. */
export type ScenarioChange = ChangeOfWhat & {
  /** Unique in its variant. */
  id: string;
  isOn: boolean;
  from: Month;
  months: number | null;
  /** What it came with; null = made by itself. */
  shock: ChangeOrigin | null;
};

/** Ready-made changes. */
export const SHOCKS = [
  'downturn',
  'seasonalPeak',
  'priceCutByCompetitor',
  'bonusBackfires',
  'biggestDealLost',
  'sellerLeaves',
  'priceRise',
  'churnHalves',
  'campaign',
  'hiringFreeze',
] as const;
export type ShockName = (typeof SHOCKS)[number];

/** What best and worst are made of: doubts of single figures, and how far forecasts like this are off in all, which is no figure's. */
export const DOUBTS = ['ownDoubt', 'levelDoubt'] as const;
/** Where a change comes from: a ready-made shock, or the doubts of the forecast. */
export type ChangeOrigin = ShockName | (typeof DOUBTS)[number];

/** A named future: the base with its changes. */
export interface Variant {
  /** Unique among the variants. */
  id: string;
  name: string;
  changes: readonly ScenarioChange[];
}

/** What the variants start from: the forecast as it is, the plan alone, or history wherever there is any. */
export type ScenarioBase = 'asForecast' | 'plan' | 'history';

export interface Scenarios {
  base: ScenarioBase;
  variants: readonly Variant[];
}

/** Why a change does less than it says, or nothing. */
export interface ScenarioNote {
  changeId: string;
  code:
    | 'outsideForecast' // none of its months is forecast
    | 'kindAbsent' // { kind }: the base has no leads or deals of this kind
    | 'noOpenDeals'
    | 'fewerOpenDeals' // { deals }: so many there are
    | 'winRateAtMost' // { kind }: a chance to win ends at 100 %
    | 'noCustomers' // nobody counts customers in this plan: churn changes nothing
    | 'costUnknown' // spend or people cost what nobody has said: leads change, cost does not
    | 'nobodyToHire' // the plan hires nobody in those months
    | 'noSpend' // today's spend is 0: nothing to raise
    | 'noProspectors' // there are none to leave
    | 'fewerProspectors' // { heads }: so many could leave
    | 'teamUnknown'; // nobody has said how many bring the leads of the history: nothing changes
  params: Readonly<Record<string, number | string>>;
}

/**
 * What one change adds to the base, of the difference that all changes of its variant make together: Shapley's split of the
 * mean without chance, so that the parts of a variant add up to its difference whatever the order.
 */
export interface Contribution {
  changeId: string;
  /** Won value and cost, by forecast month. */
  value: readonly number[];
  cost: readonly number[];
}

/** Variant less base on the same paths, in the order of the forecast's periods. */
export interface ScenarioDifference {
  quarters: readonly Spread[];
  years: readonly Spread[];
  nextTwelve: Spread;
}

export interface VariantOutcome {
  id: string;
  forecast: Forecast;
  difference: ScenarioDifference;
  /** Of the changes that are on. */
  contributions: readonly Contribution[];
  notes: readonly ScenarioNote[];
}

export interface ScenarioComparison {
  base: Forecast;
  /** In the order of the request. */
  variants: readonly VariantOutcome[];
}
