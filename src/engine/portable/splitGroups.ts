import type { OpenGroup } from '../funnel/model';

/** An open group with what it is told apart by. */
export interface Placed {
  group: OpenGroup;
  /** Chance to be won within the forecast. */
  total: number;
  /** Mean value of a win. */
  value: number;
}

interface Cut {
  left: readonly Placed[];
  right: readonly Placed[];
  gain: number;
}

/** What is lost where the deals of a cluster are all said to be of its mean chance and value, in squared money. */
class Loss {
  private deals = 0;
  private chance = 0;
  private squaredChance = 0;
  private worth = 0;
  private squaredWorth = 0;

  add({ group: { count }, total, value }: Placed): void {
    this.deals += count;
    this.chance += count * total;
    this.squaredChance += count * total * total;
    this.worth += count * total * value;
    this.squaredWorth += count * total * value * value;
  }

  get count(): number {
    return this.deals;
  }

  /** Chances: Σ n (p − p̄)² · v̄². Values: Σ n p (v − v̄)². Both as variances of what the deals bring. */
  get size(): number {
    if (!(this.chance > 0)) return 0;
    const mean = this.worth / this.chance;
    const ofChance = this.squaredChance - (this.chance * this.chance) / this.deals;
    const ofValue = this.squaredWorth - this.worth * mean;
    return Math.max(0, ofChance) * mean * mean + Math.max(0, ofValue);
  }
}

/**
 * Parts groups of one kind into at most so many clusters of at least so many deals each, by chance and by value: the cluster in which
 * most is lost is cut in two where that loses least, again and again. The same groups give the same clusters.
 */
export function splitGroups(placed: readonly Placed[], most: number, fewestDeals: number): Placed[][] {
  const clusters: { members: readonly Placed[]; cut: Cut | null }[] = [
    { members: placed, cut: bestCut(placed, fewestDeals) },
  ];
  while (clusters.length < most) {
    let widest = -1;
    let gain = 0;
    clusters.forEach(({ cut }, index) => {
      if (cut !== null && cut.gain > gain) [widest, gain] = [index, cut.gain];
    });
    const cut = clusters[widest]?.cut;
    if (!cut) break;
    const parts = [cut.left, cut.right].map((members) => ({ members, cut: bestCut(members, fewestDeals) }));
    clusters.splice(widest, 1, ...parts);
  }
  return clusters.map(({ members }) => [...members]);
}

/** The best place to cut a cluster, along its chances or its values; null where one side would have too few deals. */
function bestCut(members: readonly Placed[], fewestDeals: number): Cut | null {
  let best: Cut | null = null;
  for (const by of ['total', 'value'] as const) {
    const sorted = [...members].sort((a, b) => a[by] - b[by]);
    const after = lossesFromEnd(sorted);
    const whole = after[0]!.size;
    const before = new Loss();
    for (let at = 1; at < sorted.length; at++) {
      before.add(sorted[at - 1]!);
      const rest = after[at]!;
      if (before.count < fewestDeals || rest.count < fewestDeals) continue;
      if (sorted[at - 1]![by] === sorted[at]![by]) continue;
      const gain = whole - before.size - rest.size;
      if (gain > (best?.gain ?? 0)) best = { left: sorted.slice(0, at), right: sorted.slice(at), gain };
    }
  }
  return best;
}

/** Entry i: of the members from i on. */
function lossesFromEnd(sorted: readonly Placed[]): { count: number; size: number }[] {
  const loss = new Loss();
  const sums = sorted.map(() => ({ count: 0, size: 0 }));
  for (let at = sorted.length - 1; at >= 0; at--) {
    loss.add(sorted[at]!);
    sums[at] = { count: loss.count, size: loss.size };
  }
  return sums;
}
