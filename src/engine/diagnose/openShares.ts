import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { ONGOING } from '../fit/dealTimes';
import type { CheckedFunnel } from './checkedStage';
import { conversionBefore } from './oddsShift';
import { STAYS } from './stays';

/**
 * By kind, then stage: of the wins expected of open deals, the share of those that still have to pass the stage. A deal counts with the product of
 * the conversions that lie ahead of it; one whose stage is unknown stands at the beginning. 1 where there are no open deals.
 */
export function openShares({ stages, times }: CheckedFunnel, deals: readonly Deal[]): number[][] {
  const positions = new Int16Array(deals.length);
  for (const { stays, position } of stages) {
    for (let row = 0; row < stays.count; row++) {
      if (stays.end[row] === STAYS) positions[stays.deal[row]!] = position;
    }
  }
  const counts = KINDS.map(() => stages.map(() => 0));
  for (let deal = 0; deal < deals.length; deal++) {
    if (times.end[deal] === ONGOING) counts[times.kind[deal]!]![positions[deal]!]!++;
  }
  return counts.map((ofKind, kind) => {
    const ahead: number[] = [];
    let product = 1;
    for (let position = stages.length - 1; position >= 0; position--) {
      product *= conversionBefore(stages[position]!, kind);
      ahead[position] = product * ofKind[position]!;
    }
    const total = ahead.reduce((sum, wins) => sum + wins, 0);
    let upTo = 0;
    return ahead.map((wins) => {
      upTo += wins;
      return total > 0 ? Math.min(1, upTo / total) : 1;
    });
  });
}
