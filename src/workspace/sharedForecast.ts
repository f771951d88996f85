import type { Day, FunnelModel, Plan, Scenarios } from '../engine';
import type { Settings } from './types';

/** A deal that the sender chose to tell of. Whatever was not ticked is null. */
export interface SharedDeal {
  name: string | null;
  company: string | null;
  owner: string | null;
  /** Chance to be won within the forecast, and what it adds to it. */
  chance: number;
  expected: number;
}

/** The periods a forecast can be looked at by. */
export type SharedPeriod = 'quarter' | 'year' | 'nextTwelve';

/**
 * All that somebody else needs to see a forecast and to play with it: the model with its scenarios and what was being looked
 * at. Nothing in it depends on a language. What a link, a file and a kept forecast hold; it enters through `restore`.
 *
 * The same numbers come out wherever it is opened: `fitted` is the history's model with its open deals in groups and every
 * number rounded (`portableModel`), which is what the sender's own forecast is made of, too.
 */
export interface SharedForecast {
  /** Typed by the sender; '' = none. */
  title: string;
  /** '' unless the sender ticked it. */
  companyName: string;
  madeOn: Day;
  currency: string;
  fiscalYearStart: number;
  targets: Settings['targets'];
  /** '' = the first plan's, which has none. */
  planName: string;
  plan: Plan;
  /** First day that is forecast. */
  start: Day;
  /** Null where the plan alone is forecast. */
  fitted: FunnelModel | null;
  /** Imported deals behind `fitted`, and how many of them were won; null where there is none. */
  rests: { deals: number; won: number } | null;
  seed: number;
  scenarios: Scenarios;
  view: { screen: 'forecast' | 'scenarios'; period: SharedPeriod };
  /** Null unless the sender ticked deals. */
  deals: readonly SharedDeal[] | null;
}
