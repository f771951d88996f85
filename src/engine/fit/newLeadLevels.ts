import { KINDS } from '../deals/deal';
import type { FunnelModel, KindLevel, KindModel } from '../funnel/model';
import { exactMean } from '../simulate/exactMean';
import type { DealChances } from './dealChances';
import { winsOfNewLeads } from './forwardRun';

/** Below so few wins in a month a ratio says nothing. */
const FEWEST_WINS = 1e-9;

/**
 * The simulator closes new leads by one distribution of the time to win and the rhythm of the quarter. The fit knows more: the
 * year's season, the pace of losing, what deals won late are worth. These factors make of the one what the other expects.
 *
 * @param model a fitted one
 */
export function withNewLeadLevels(model: FunnelModel, chances: DealChances): FunnelModel {
  const plain = exactMean({ ...model, open: [] });
  const levelOf = ({ kind, arrivals }: KindModel): KindLevel => {
    const { hazards, valueFactors } = chances.kinds[KINDS.indexOf(kind)]!;
    const { chance, worth } = winsOfNewLeads(hazards, valueFactors, arrivals.monthly, chances.steps);
    return {
      wins: chance.map((wins, month) => {
        const funnel = plain[month]!.kinds.find((each) => each.kind === kind)?.winsFromNew ?? 0;
        return funnel > FEWEST_WINS ? wins / funnel : 1;
      }),
      value: chance.map((wins, month) => (wins > FEWEST_WINS ? worth[month]! / wins : 1)),
    };
  };
  return { ...model, kinds: model.kinds.map((kind) => ({ ...kind, level: levelOf(kind) })) };
}
