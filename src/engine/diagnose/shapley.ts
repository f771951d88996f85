/**
 * Shapley's split of the worth of all players: each one's part is what it adds, on average over all orders in which players could come
 * in (Shapley 1953). Parts add up to worth(all) − worth(none).
 *
 * @param worths of every subset; bit i of the position: player i is in it
 */
export function shapleySplit(worths: Float64Array, players: number): Float64Array {
  const parts = new Float64Array(players);
  const weights = Array.from({ length: players }, (_, size) => weightOfSize(size, players));
  for (let subset = 0; subset < worths.length; subset++) {
    const weight = weights[bitsOf(subset)] ?? 0;
    for (let player = 0; player < players; player++) {
      if ((subset >> player) & 1) continue;
      parts[player]! += weight * (worths[subset | (1 << player)]! - worths[subset]!);
    }
  }
  return parts;
}

/** |S|! (n − |S| − 1)! ÷ n! of a subset of that size without the player: 1 ÷ (n × (n − 1 choose size)). */
function weightOfSize(size: number, players: number): number {
  let weight = 1 / players;
  for (let chosen = 0; chosen < size; chosen++) weight *= (chosen + 1) / (players - 1 - chosen);
  return weight;
}

function bitsOf(subset: number): number {
  let bits = 0;
  for (let left = subset; left > 0; left >>= 1) bits += left & 1;
  return bits;
}
