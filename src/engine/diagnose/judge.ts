import { normalQuantile } from '../random/normalQuantile';
import type { CheckedFunnel, CheckedStage } from './checkedStage';
import { testConversion } from './conversionTest';
import { adjustForMany } from './falseDiscovery';
import { heapVariance } from './heaps';
import { oddsUnrest, sumOf } from './oddsShift';
import { PERIODS, RECENT_PERIODS } from './periods';
import type { Tested } from './tested';
import { testTime } from './timeTest';
import { timeUnrest } from './timeShift';

/** At most this share of alarms is false on average; where all is well, the chance of any. */
export const FALSE_ALARMS = 0.06;

/** Conversion is what is mostly asked about: it gets most of the allowance. */
const WEIGHTS = { conversion: 3, days: 1 } as const;

/** Smaller changes are nothing to act on, however sure. */
const LEAST_CHANGE = { conversion: 0.05, days: 0.1 } as const;

/** Checks that would not even see such a change are not made: each one made leaves less allowance to the others. */
const LARGEST_CHANGE = { conversion: 0.6, days: 1.5 } as const;
const USUAL_Z = 2.75;
/** The others have fallen too, where chance would bring it in 1 case of 100. */
const OTHERS_TOO = 0.01;

const FEWEST_BEFORE = 30;
const FEWEST_NOW = 10;

export interface Judged {
  tested: Tested;
  /** Adjusted for all checks; 1 for those that were not made. */
  adjusted: number;
  smallestVisible: number | null;
}

export interface Judgement {
  checks: readonly Judged[];
  alarms: readonly Judged[];
}

/** All comparisons of a funnel, and which of them are alarms. */
export function judge(funnel: CheckedFunnel, kinds: readonly number[]): Judgement {
  const tested = testAll(funnel, kinds);
  const isMade = tested.map(canSee);
  const made = tested.filter((_, index) => isMade[index]);
  const weights = made.map(({ measure }) => WEIGHTS[measure]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const adjusted = adjustForMany(made.map(({ p }, index) => ({ p, weight: weights[index]! })));
  const byTest = new Map(made.map((test, index) => [test, adjusted[index]!]));
  const checks = tested.map((test): Judged => {
    const own = byTest.get(test);
    if (own === undefined) return { tested: test, adjusted: 1, smallestVisible: null };
    const z = -normalQuantile((FALSE_ALARMS * WEIGHTS[test.measure]) / total);
    return { tested: test, adjusted: own, smallestVisible: test.visibleAt(z) };
  });
  return { checks, alarms: tellOnce(checks.filter(isAlarm)) };
}

function testAll({ stages, periods }: CheckedFunnel, kinds: readonly number[]): Tested[] {
  const before = sumOf(periods.share.slice(RECENT_PERIODS, PERIODS));
  const oddsVariance = oddsUnrest(stages, kinds) * (1 / RECENT_PERIODS + 1 / Math.max(1, before));
  const daysVariance = timeUnrest(stages, kinds) * (1 + RECENT_PERIODS / Math.max(RECENT_PERIODS, before));
  return stages.flatMap((stage) => {
    const heaps = heapVariance(stage.stays, periods);
    return groupsOf(stage, kinds).flatMap((group) => {
      const conversion = testConversion(stage, group, (kind) => heaps[kind]!, oddsVariance);
      const time = testTime(stage, group, daysVariance);
      return [...(conversion === null ? [] : [conversion]), ...(time === null ? [] : [time])];
    });
  });
}

/** Each kind by itself, and all that are there together where there are several. */
function groupsOf(stage: CheckedStage, kinds: readonly number[]): number[][] {
  const present = kinds.filter((kind) => stage.stays.kind.subarray(0, stage.stays.count).includes(kind));
  const alone = present.map((kind) => [kind]);
  return present.length > 1 ? [...alone, [...present]] : alone;
}

function canSee({ measure, casesBefore, casesNow, visibleAt }: Tested): boolean {
  if (casesBefore < FEWEST_BEFORE || casesNow < FEWEST_NOW) return false;
  const visible = visibleAt(USUAL_Z);
  return visible !== null && visible <= LARGEST_CHANGE[measure];
}

function isAlarm({ tested, adjusted }: Judged): boolean {
  const { measure, worse, changeOf, isSeason } = tested;
  return adjusted <= FALSE_ALARMS && worse > 0 && changeOf(worse) >= LEAST_CHANGE[measure] && !isSeason;
}

/**
 * A fall of all kinds shows in the comparison of all together and in some kinds alone; that of one kind shows in both as well. It is told once: as
 * one of all kinds where the others, without the worst one, have fallen too, or where no kind alone would be an alarm.
 */
function tellOnce(alarms: readonly Judged[]): Judged[] {
  const ofSame = ({ tested: { stage, measure } }: Judged): Judged[] =>
    alarms.filter((other) => other.tested.stage === stage && other.tested.measure === measure);
  return alarms.filter((alarm) => {
    const same = ofSame(alarm);
    const together = same.find(({ tested }) => tested.kinds.length > 1);
    const alone = same.filter(({ tested }) => tested.kinds.length === 1);
    if (together === undefined || alone.length === 0) return true;
    const worst = alone.reduce((most, other) => (other.tested.p < most.tested.p ? other : most));
    const others = together.tested.without(worst.tested.kinds);
    const haveOthersFallen = others !== null && others.worse > 0 && others.p < OTHERS_TOO;
    return (alarm === together) === haveOthersFallen;
  });
}
