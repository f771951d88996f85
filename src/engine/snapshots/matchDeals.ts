import type { DealRecord } from '../deals/deal';

/** A deal as two exports show it. */
export interface DealPair<Before, After> {
  before: Before;
  after: After;
}

/** Every deal of either side is in exactly one of these. */
export interface MatchedDeals<Before, After> {
  pairs: readonly DealPair<Before, After>[];
  /** Only in the later export. */
  added: readonly After[];
  /** Only in the earlier export. */
  gone: readonly Before[];
}

/** What tells whether two rows are the same deal. */
type Identity = Pick<DealRecord, 'id' | 'name' | 'company' | 'created'>;

/**
 * Finds the deals of an earlier export in a later one: by id, else by name, company and day of creation where these are
 * unique among the rest of both sides. An id alone is not believed where nothing else agrees: row numbers, or ids that
 * another CRM has counted from 1 as well, name other deals.
 *
 * Pairs and added deals come in the order of `next`, gone ones in that of `previous`.
 */
export function matchDeals<Before extends Identity, After extends Identity>(
  previous: readonly Before[],
  next: readonly After[],
): MatchedDeals<Before, After> {
  const byId = new Map(previous.map((deal) => [deal.id, deal]));
  const partners = new Map<After, Before>();
  const taken = new Set<Before>();
  for (const deal of next) {
    const before = byId.get(deal.id);
    if (before === undefined || taken.has(before) || !isSameDeal(before, deal)) continue;
    partners.set(deal, before);
    taken.add(before);
  }
  if (partners.size < next.length && taken.size < previous.length) {
    const left = uniqueByContent(previous.filter((deal) => !taken.has(deal)));
    const came = uniqueByContent(next.filter((deal) => !partners.has(deal)));
    for (const [content, deal] of came) {
      const before = left.get(content);
      if (before === undefined) continue;
      partners.set(deal, before);
      taken.add(before);
    }
  }
  return {
    pairs: next.flatMap((after) => {
      const before = partners.get(after);
      return before === undefined ? [] : [{ before, after }];
    }),
    added: next.filter((deal) => !partners.has(deal)),
    gone: previous.filter((deal) => !taken.has(deal)),
  };
}

/** Created on the same day (a time zone may shift it by one), of the same name, or of the same company. */
function isSameDeal(before: Identity, after: Identity): boolean {
  if (Math.abs(before.created - after.created) <= 1) return true;
  if (before.name !== '' && before.name === after.name) return true;
  return before.company !== null && before.company === after.company;
}

/** Deals by name, company and creation; those that share them with another one, or have neither name nor company, are left out. */
function uniqueByContent<Each extends Identity>(deals: readonly Each[]): ReadonlyMap<string, Each> {
  const found = new Map<string, Each>();
  const repeated = new Set<string>();
  for (const deal of deals) {
    if (deal.name === '' && deal.company === null) continue;
    const content = JSON.stringify([deal.name, deal.company, deal.created]);
    if (found.has(content)) repeated.add(content);
    else found.set(content, deal);
  }
  for (const content of repeated) found.delete(content);
  return found;
}
