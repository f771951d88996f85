import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { CheckedFunnel } from './checkedStage';
import type { LeakReading } from './leak';
import { oddsShiftIn } from './oddsShift';
import { RECENT_PERIODS } from './periods';
import { sellerBehind } from './sellerShare';
import type { Tested } from './tested';
import { valueFall } from './valueFall';

/** What such a fall usually points to, most telling first. */
export function readingsOf(
  tested: Tested,
  { stages, periods }: CheckedFunnel,
  deals: readonly Deal[],
  currency: string,
): LeakReading[] {
  const { measure, stage, kinds } = tested;
  const isFirst = stage.position === 0;
  const everywhere: LeakReading[] = kinds.length > 1 ? [{ code: 'everywhere' }] : [];
  if (measure === 'days') {
    const isWhole = stage.stays.stage === null;
    return [{ code: isFirst && !isWhole ? 'slowFollowUp' : 'moreDeciders' }, ...everywhere];
  }
  const shares = new Map(
    kinds.map((kind) => [kind, oddsShiftIn(stage, kind, 0, RECENT_PERIODS).expectedShare]),
  );
  const { before, recent } = periods;
  const seller = sellerBehind(stage, kinds, (kind) => shares.get(kind) ?? 0.5, deals, before, recent);
  const names = kinds.map((kind) => KINDS[kind]!);
  const valueRatio = valueFall(deals, names, before, recent, currency);
  const isLast = stage.position === stages.length - 1;
  const readings: LeakReading[] = [];
  if (seller !== null) readings.push({ code: 'oneSeller', ...seller });
  if (stage.stays.stage === null) readings.push({ code: 'wholeFunnel' });
  else if (isFirst) readings.push({ code: 'leadQuality' });
  else if (!isLast) readings.push({ code: 'fit' });
  const competitor: LeakReading = { code: 'competitor', valueRatio };
  if (stage.stays.stage !== null && isLast) readings.push(competitor);
  else if (valueRatio !== null) readings.unshift(competitor);
  return [...readings, ...everywhere];
}
