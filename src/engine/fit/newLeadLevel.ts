import type { FunnelModel, KindLevel } from '../funnel/model';
import { exactMean } from '../simulate/exactMean';
import type { WinsAhead } from '../funnel/hazards';

/** Below so few wins in a month a ratio says nothing. */
const FEWEST_WINS = 1e-9;

/**
 * The simulator closes new leads by one distribution of the time to win and the rhythm of the quarter. The fit knows more: the
 * year's season, the pace of losing, what deals won late are worth. These factors make of the one what the other expects.
 *
 * @param model without open deals and levels; its kinds in the order of `expected`
 * @param expected wins of new leads by month, and their value in units of the kind's mean
 */
export function newLeadLevels(model: FunnelModel, expected: readonly WinsAhead[]): KindLevel[] {
  const plain = exactMean({ ...model, open: [] });
  return expected.map(({ chance, worth }, order) => {
    const { kind } = model.kinds[order]!;
    const wins = plain.map(({ kinds }) => kinds.find((each) => each.kind === kind)?.winsFromNew ?? 0);
    return {
      wins: wins.map((funnel, month) => (funnel > FEWEST_WINS ? chance[month]! / funnel : 1)),
      value: chance.map((won, month) => (won > FEWEST_WINS ? worth[month]! / won : 1)),
    };
  });
}
