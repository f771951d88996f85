import type { Day, Month } from '../calendar/calendar';
import type { Deal, Kind, Slips } from '../deals/deal';
import type { DealChange } from './dealChanges';

/** What a forecast had of a deal. */
export interface DealThen extends Pick<Deal, 'outcome' | 'closed' | 'expectedClose' | 'amount' | 'stage'> {
  /** Its part of the figure: what it brought in these months if it was won, else chance × value. */
  expected: number;
}

/** A deal that something happened to. */
export interface ChangedDeal extends Pick<Deal, 'id' | 'name' | 'company' | 'owner'> {
  kind: Kind;
  changes: readonly DealChange[];
  /** What it did to the figure: its part now less its part then. */
  effect: number;
  before: DealThen | null;
  after: DealThen | null;
  /** How often it has been put off by now; null where never. */
  slips: Slips | null;
}

/** A part of the difference that no listed deal explains. */
export interface RestPart {
  deals: number;
  effect: number;
}

/**
 * What changed between two forecasts of the same months, one from each export:
 * `figure.after − figure.before` = effects of `deals` + `rest.otherDeals` + `rest.sameDeals` + `rest.newLeads`.
 */
export interface ImportChanges {
  /** Data days of the two exports. */
  previousDay: Day;
  day: Day;
  from: Month;
  to: Month;
  currency: string;
  /** Expected in these months, what was won in them included. */
  figure: { before: number; after: number };
  /** How many deals each of it happened to; one deal may count in several. */
  counts: Readonly<Record<DealChange, number>>;
  /** Those with the largest effect either way, largest first. */
  deals: readonly ChangedDeal[];
  rest: {
    /** Deals to which something happened and that are not listed. */
    otherDeals: RestPart;
    /** Deals to which nothing happened but another expected day: time has passed, and rates have been learnt anew. */
    sameDeals: RestPart;
    /** Leads that were, and are, still to come. */
    newLeads: number;
  };
}
