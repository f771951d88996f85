import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { dealOutlook } from '../fit/dealOutlook';
import type { NewLead } from './team';

/** So old at most is a new lead. */
const NEW_DAYS = 14;

/**
 * Tells new leads: open deals at most 14 days old that are not in a late stage, one of the second half of the funnel. Where the order of
 * stages or a deal's stage is unknown, its age alone decides.
 *
 * @param stages open stages in funnel order; empty = unknown
 */
export function newLeadFinder(start: Day, stages: readonly string[]): (deal: Deal) => boolean {
  const late = new Set(stages.slice(Math.ceil(stages.length / 2)));
  return ({ outcome, created, stage }) =>
    outcome === 'open' && start - created <= NEW_DAYS && (stage === null || !late.has(stage));
}

/** New leads of all sellers, those first that are expected to bring most, each with why. */
export function newLeads(
  deals: readonly Deal[],
  chances: DealChances,
  stages: readonly string[],
  most: number,
): { leads: NewLead[]; count: number } {
  const isNew = newLeadFinder(chances.start, stages);
  const leads = deals.filter(isNew).map((deal): NewLead => ({ deal, outlook: dealOutlook(chances, deal) }));
  leads.sort((a, b) => b.outlook.expectedValue - a.outlook.expectedValue || (a.deal.id < b.deal.id ? -1 : 1));
  return { leads: leads.slice(0, most), count: leads.length };
}
