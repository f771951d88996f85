import type { Deal, Kind } from '../deals/deal';
import { KINDS, PLANNED_KINDS } from '../deals/deal';
import { asOf } from '../deals/asOf';
import { checkedFunnel, type CheckedFunnel } from './checkedStage';
import { dealsBehind } from './dealsBehind';
import { judge, type Judged } from './judge';
import type { Leak, LeakCheck, LeakGrounds, LeakLack, LeakReport } from './leak';
import { openShares } from './openShares';
import { readingsOf } from './readings';
import { stakeOf } from './leakStake';

/** Φ⁻¹(0.9): the true change is above the estimate less so many standard errors 9 times in 10. */
const NINE_IN_TEN = 1.2815515655446004;
const FEWEST_DAYS_BEFORE = 182;
const UNSORTED = KINDS.indexOf('unsorted');

/**
 * Where fewer deals go on than before, or more slowly, beyond what chance, seasons and the mix of young and old deals make of it: each stage and
 * kind of the last six months against up to two years before. Silent where nothing is wrong. Formulas: docs/methods.md, "Leaks".
 */
export function findLeaks({ deals: all, dataDay, stages, model }: LeakGrounds): LeakReport {
  const deals = asOf(all, dataDay);
  const funnel = checkedFunnel(deals, dataDay, stages?.length ? stages : null);
  const { basis, periods } = funnel;
  const kinds = checkedKinds(deals);
  const isYoung = periods.before.to - periods.before.from + 1 < FEWEST_DAYS_BEFORE;
  const { checks, alarms } = isYoung ? { checks: [], alarms: [] } : judge(funnel, kinds);
  const shares = alarms.length > 0 ? openShares(funnel, deals) : null;
  const leaks = alarms.map((alarm): Leak => {
    const leak = leakOf(alarm, funnel, deals, model.currency);
    const { money, wins } = stakeOf(alarm.tested, model, shares!, basis);
    return { ...leak, moneyAtStake: money, winsAtStake: wins };
  });
  return {
    basis,
    recent: periods.recent,
    before: periods.before,
    leaks: leaks.sort((a, b) => b.moneyAtStake - a.moneyAtStake || (a.id < b.id ? -1 : 1)),
    checks: checks.map(checkOf),
    lacks: lackOf(isYoung, checks),
  };
}

/** The planned kinds; unsorted deals only where most are: a rest of unknown mix is no kind. */
function checkedKinds(deals: readonly Deal[]): number[] {
  const unsorted = deals.reduce((count, { kind }) => count + (kind === 'unsorted' ? 1 : 0), 0);
  const planned = PLANNED_KINDS.map((kind) => KINDS.indexOf(kind));
  return 2 * unsorted > deals.length ? [...planned, UNSORTED] : planned;
}

function lackOf(isYoung: boolean, checks: readonly Judged[]): LeakLack | null {
  if (isYoung) return 'tooYoung';
  return checks.some(({ smallestVisible }) => smallestVisible !== null) ? null : 'tooFew';
}

function checkOf({ tested, smallestVisible }: Judged): LeakCheck {
  const { measure, stage, kinds, before, now, casesBefore, casesNow } = tested;
  const [only] = kinds;
  return {
    measure,
    kind: kinds.length === 1 && only !== undefined ? KINDS[only]! : 'all',
    stage: stage.stays.stage,
    nextStage: stage.nextStage,
    position: stage.position,
    before,
    now,
    casesBefore,
    casesNow,
    smallestVisible,
  };
}

function leakOf(
  judged: Judged,
  funnel: CheckedFunnel,
  deals: readonly Deal[],
  currency: string,
): Omit<Leak, 'moneyAtStake' | 'winsAtStake'> {
  const { tested, adjusted } = judged;
  const { stage, kinds, worse, error, changeOf } = tested;
  const check = checkOf(judged);
  const names: Kind[] = kinds.map((kind) => KINDS[kind]!);
  return {
    ...check,
    id: `${check.measure}/${check.kind}/${check.position}`,
    change: changeOf(worse),
    probability: 1 - adjusted,
    atLeast: Math.max(0, changeOf(Math.max(0, worse - NINE_IN_TEN * error))),
    kinds: names,
    readings: readingsOf(tested, funnel, deals, currency),
    ...dealsBehind(stage, kinds, deals, funnel.periods.recent, currency),
  };
}
