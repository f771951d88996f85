import { KINDS } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { conversionBefore, moveOdds } from './oddsShift';
import { PERIODS, RECENT_PERIODS } from './periods';
import { daysToWin, stakeOfConversion, stakeOfTime, type Stake, type StakeOfKind } from './stake';
import type { Tested } from './tested';
import { timeShiftIn } from './timeShift';

/**
 * Money at stake in a shift, kind by kind. The model was fitted to all of the time looked at, so what it takes for granted lies between old and
 * new, as far along as lately's share of the cases.
 *
 * @param openShares by kind, then stage (see `openShares`)
 */
export function stakeOf(
  tested: Tested,
  model: FunnelModel,
  openShares: readonly (readonly number[])[],
  basis: 'stages' | 'wholeFunnel',
): Stake {
  const { measure, stage, kinds, worse, casesBefore, casesNow } = tested;
  const lately = casesNow / Math.max(1, casesNow + casesBefore);
  const stakes = kinds.flatMap((kind): StakeOfKind[] => {
    const openShare = openShares[kind]![stage.position]!;
    const name = KINDS[kind]!;
    if (measure === 'conversion') {
      const old = conversionBefore(stage, kind);
      const inModel = moveOdds(old, -worse * lately);
      return [{ kind: name, old: old / inModel, now: moveOdds(old, -worse) / inModel, openShare }];
    }
    const old = timeShiftIn(stage, kind, RECENT_PERIODS, PERIODS)?.before;
    const closing = model.kinds.find((own) => own.kind === name)?.closing;
    const whole = basis === 'wholeFunnel' ? old : closing === undefined ? null : daysToWin(closing);
    if (old === undefined || whole == null || !(whole > 0)) return [];
    const inModel = old * Math.exp(worse * lately);
    const ratio = (days: number): number => (whole + days - inModel) / whole;
    return [{ kind: name, old: ratio(old), now: ratio(old * Math.exp(worse)), openShare }];
  });
  return measure === 'conversion' ? stakeOfConversion(model, stakes) : stakeOfTime(model, stakes);
}
