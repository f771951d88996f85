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
 * Finds the deals of an earlier export in a later one: by id where name or company agree too; else by name, company and day
 * of creation where these are unique among the rest of both sides; else by id where the day of creation agrees. An id alone
 * is not believed: row numbers, or ids that another CRM has counted from 1 as well, name other deals.
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
  const pairUp = (before: Before | undefined, after: After): void => {
    if (before === undefined || taken.has(before)) return;
    partners.set(after, before);
    taken.add(before);
  };
  const pairById = (agree: (before: Identity, after: Identity) => boolean): void => {
    for (const deal of next) {
      const before = partners.has(deal) ? undefined : byId.get(deal.id);
      if (before !== undefined && agree(before, deal)) pairUp(before, deal);
    }
  };
  const isDone = (): boolean => partners.size === next.length || taken.size === previous.length;
  pairById(isNamedAlike);
  if (!isDone()) {
    const left = uniqueByContent(previous.filter((deal) => !taken.has(deal)));
    const came = uniqueByContent(next.filter((deal) => !partners.has(deal)));
    for (const [content, deal] of came) pairUp(left.get(content), deal);
  }
  // Last: of rows that are numbered anew, many were created on the day of the one that had the number before.
  if (!isDone()) pairById(isCreatedAlike);
  return {
    pairs: next.flatMap((after) => {
      const before = partners.get(after);
      return before === undefined ? [] : [{ before, after }];
    }),
    added: next.filter((deal) => !partners.has(deal)),
    gone: previous.filter((deal) => !taken.has(deal)),
  };
}

function isNamedAlike(before: Identity, after: Identity): boolean {
  if (before.name !== '' && before.name === after.name) return true;
  return before.company !== null && before.company === after.company;
}

/** On the same day, or on the next one in another time zone. */
function isCreatedAlike(before: Identity, after: Identity): boolean {
  return Math.abs(before.created - after.created) <= 1;
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
