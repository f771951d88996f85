import type { DealRecord } from '../engine';

/** Shares of the deals that were won: of those without a source, and of those with one. */
export interface LateSource {
  blank: number;
  named: number;
}

/** Deals that each side needs: from here on the shares have an error of at most 9 points. */
const LEAST_DEALS = 30;
/** 1 in 1,000 by luck alone, either way: nobody asked for this test, so it must not cry wolf. */
const Z = 3.29;
/** Less is too little to matter for what is learnt of a kind. */
const LEAST_RATIO = 1.5;

interface Side {
  deals: number;
  won: number;
}

/**
 * Whether having a source depends on how a deal ended: filled in once it is won, say. Then kinds don't win as often as
 * their deals seem to. null where nothing tells. Deals are compared within the quarter they were created in
 * (Mantel–Haenszel), or a CRM that began to keep sources one day would look like it. Closed ones alone, unless the file
 * knows no losses: then what is still open takes their place.
 */
export function findLateSource(deals: readonly DealRecord[]): LateSource | null {
  const quarters = new Map<number, { blank: Side; named: Side }>();
  const countsOpen = deals.every(({ outcome }) => outcome !== 'lost');
  for (const { created, outcome, source } of deals) {
    if (outcome === 'open' && !countsOpen) continue;
    const quarter = quarterOf(created);
    const sides = quarters.get(quarter) ?? { blank: { deals: 0, won: 0 }, named: { deals: 0, won: 0 } };
    quarters.set(quarter, sides);
    const side = sides[source === null ? 'blank' : 'named'];
    side.deals += 1;
    if (outcome === 'won') side.won += 1;
  }
  const blank = { deals: 0, won: 0 };
  const named = { deals: 0, won: 0 };
  let surplus = 0;
  let variance = 0;
  for (const sides of quarters.values()) {
    const total = sides.blank.deals + sides.named.deals;
    const won = sides.blank.won + sides.named.won;
    if (sides.blank.deals === 0 || sides.named.deals === 0) continue;
    add(blank, sides.blank);
    add(named, sides.named);
    surplus += sides.blank.won - (sides.blank.deals * won) / total;
    variance += (sides.blank.deals * sides.named.deals * won * (total - won)) / (total * total * (total - 1));
  }
  if (Math.min(blank.deals, named.deals) < LEAST_DEALS || variance === 0) return null;
  if (Math.abs(surplus) < Z * Math.sqrt(variance)) return null;
  const shares = { blank: blank.won / blank.deals, named: named.won / named.deals };
  const [low, high] =
    shares.blank < shares.named ? [shares.blank, shares.named] : [shares.named, shares.blank];
  return high >= low * LEAST_RATIO ? shares : null;
}

function add(sum: Side, side: Side): void {
  sum.deals += side.deals;
  sum.won += side.won;
}

const DAYS_PER_QUARTER = 91.31;

/** Quarters are only there to compare like with like: their borders don't matter. */
function quarterOf(created: number): number {
  return Math.floor(created / DAYS_PER_QUARTER);
}
