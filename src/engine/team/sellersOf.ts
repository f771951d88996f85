import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import type { SellerFacts } from './team';

/** A seller as the deals show him, and what is said of him. */
export interface KnownSeller {
  name: string;
  startedOn: Day;
  isStartTyped: boolean;
  hasLeft: boolean;
  lastActive: Day;
  won: number;
  closed: number;
}

const NOTHING_SAID: SellerFacts = { startedOn: null, hasLeft: false };

/** Everybody who owns a deal, in the order of their first deals. */
export function sellersOf(
  deals: readonly Deal[],
  facts: Readonly<Record<string, SellerFacts>>,
): KnownSeller[] {
  const sellers = new Map<string, KnownSeller>();
  for (const deal of deals) {
    const { owner, created, outcome } = deal;
    if (owner === null) continue;
    let seller = sellers.get(owner);
    if (seller === undefined) {
      // Own names only: somebody may be called 'constructor'.
      const said = (Object.hasOwn(facts, owner) ? facts[owner] : undefined) ?? NOTHING_SAID;
      seller = {
        name: owner,
        startedOn: said.startedOn ?? created,
        isStartTyped: said.startedOn !== null,
        hasLeft: said.hasLeft,
        lastActive: created,
        ...{ won: 0, closed: 0 },
      };
      sellers.set(owner, seller);
    }
    if (!seller.isStartTyped) seller.startedOn = Math.min(seller.startedOn, created);
    seller.lastActive = Math.max(seller.lastActive, lastDayOf(deal));
    if (outcome === 'open') continue;
    seller.closed++;
    if (outcome === 'won') seller.won++;
  }
  return [...sellers.values()].sort((a, b) => a.startedOn - b.startedOn || (a.name < b.name ? -1 : 1));
}

function lastDayOf({ created, closed, stageEntries }: Deal): Day {
  return stageEntries.reduce((last, { day }) => Math.max(last, day), Math.max(created, closed ?? created));
}
