import { betaBinomialMidP } from './betaBinomial';
import type { CheckedStage } from './checkedStage';
import { normalTail } from './normalTail';
import {
  chanceVariance,
  conversionBefore,
  leaversBefore,
  moveOdds,
  oddsShiftIn,
  type OddsShift,
} from './oddsShift';
import { RECENT_PERIODS } from './periods';
import { FEWEST_YEAR_EARLIER, LEAST_PAST_SEASON, POWER_Z, YEAR_EARLIER, type Tested } from './tested';

/** The largest fall that is looked at when asking what would be seen. */
const LARGEST_FALL = 0.95;
const HALVINGS = 40;

/** One kind's share in a comparison. */
interface Part {
  shift: OddsShift;
  conversion: number;
  /** Doubt of its expected odds: what the earlier rates leave open. */
  variance: number;
  /** Doubt by leavings that came in heaps. */
  heaps: number;
}

/**
 * Compares who passed lately with who would have at the earlier rates. One kind: the beta-binomial chance of so few passes among the
 * leavers, the expected share being in doubt itself. Several: the sum of what is missing, each kind against its own past (Mantel &
 * Haenszel 1959), by the normal distribution.
 *
 * @param heaps doubt of log odds from leavings in heaps, by kind
 * @param unrest variance of log odds between such times beyond chance
 */
export function testConversion(
  stage: CheckedStage,
  kinds: readonly number[],
  heaps: (kind: number) => number,
  unrest: number,
): Tested | null {
  const parts = kinds.map((kind): Part => {
    const shift = oddsShiftIn(stage, kind, 0, RECENT_PERIODS);
    return {
      shift,
      conversion: conversionBefore(stage, kind),
      variance: shift.expectedVariance,
      heaps: heaps(kind),
    };
  });
  const leavers = total(parts, ({ shift }) => shift.leavers);
  const byChance = total(parts, ({ shift }) => chanceVariance(shift));
  if (!(leavers > 0 && byChance > 0)) return null;
  const meanOf = (of: (part: Part) => number): number =>
    total(parts, (part) => part.shift.leavers * of(part)) / leavers;

  const logOdds =
    parts.length === 1 ? parts[0]!.shift.logOdds : commonLogOdds(parts.map(({ shift }) => shift));
  // Rates of kinds err apart; a day on which somebody tidied up is one day for all of them.
  const weightOf = ({ shift }: Part): number => chanceVariance(shift) / byChance;
  const doubt =
    total(parts, (part) => weightOf(part) ** 2 * part.variance) +
    total(parts, (part) => weightOf(part) * Math.sqrt(part.heaps)) ** 2 +
    unrest;
  const before = meanOf(({ conversion }) => conversion);
  const expectedShare = meanOf(({ shift }) => shift.expectedShare);
  const changeOf = (worse: number): number =>
    1 - meanOf(({ conversion }) => moveOdds(conversion, -worse)) / before;
  return {
    measure: 'conversion',
    stage,
    kinds,
    before,
    now: before * (1 - changeOf(-logOdds)),
    casesBefore: kinds.reduce((sum, kind) => sum + leaversBefore(stage, kind), 0),
    casesNow: leavers,
    p: parts.length === 1 ? chanceOfOne(parts[0]!, doubt) : chanceOfSeveral(parts, byChance, doubt),
    worse: -logOdds,
    error: Math.sqrt(1 / chanceAt(leavers, moveOdds(expectedShare, logOdds)) + doubt),
    isSeason: isSeason(stage, kinds, logOdds),
    without: (some) =>
      testConversion(
        stage,
        kinds.filter((kind) => !some.includes(kind)),
        heaps,
        unrest,
      ),
    changeOf,
    visibleAt: (z) => {
      const isSeen = (fall: number): boolean => {
        const worse = logit(before) - logit(before * (1 - fall));
        const atFall = chanceAt(leavers, moveOdds(expectedShare, -worse));
        return worse >= z * Math.sqrt(1 / byChance + doubt) + POWER_Z * Math.sqrt(1 / atFall + doubt);
      };
      return isSeen(LARGEST_FALL) ? smallest(isSeen) : null;
    },
  };
}

/** Passes expected at least for a share that is nearly nothing. */
function chanceAt(leavers: number, share: number): number {
  return Math.max(0.25, leavers * share * (1 - share));
}

function chanceOfOne({ shift }: Part, doubt: number): number {
  const { expectedShare: share, leavers, passed } = shift;
  // Variance of the share by that of its log odds: share² (1 − share)² doubt = share (1 − share) ÷ (cases + 1).
  const cases = Math.max(0.5, 1 / (doubt * share * (1 - share)) - 1);
  return betaBinomialMidP(passed, leavers, cases * share, cases * (1 - share));
}

function chanceOfSeveral(parts: readonly Part[], byChance: number, doubt: number): number {
  const missing = total(parts, ({ shift }) => shift.leavers * shift.expectedShare - shift.passed);
  return normalTail(missing / Math.sqrt(byChance + byChance ** 2 * doubt));
}

/** The one shift of all kinds' log odds that leads to as many passes as there were, half a case added to each side. */
function commonLogOdds(shifts: readonly OddsShift[]): number {
  const passed = total(shifts, (shift) => shift.passed) + 0.5;
  const leavers = total(shifts, (shift) => shift.leavers) + 1;
  const scale = leavers / (leavers - 1);
  let low = -20;
  let high = 20;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    const expected =
      scale * total(shifts, ({ leavers: own, expectedShare }) => own * moveOdds(expectedShare, middle));
    if (expected < passed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function isSeason(stage: CheckedStage, kinds: readonly number[], logOdds: number): boolean {
  const earlier = kinds.map((kind) => oddsShiftIn(stage, kind, YEAR_EARLIER.from, YEAR_EARLIER.to));
  if (total(earlier, ({ leavers }) => leavers) < FEWEST_YEAR_EARLIER) return false;
  return logOdds - commonLogOdds(earlier) > LEAST_PAST_SEASON * logOdds;
}

function smallest(isSeen: (fall: number) => boolean): number {
  let low = 0;
  let high = LARGEST_FALL;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (isSeen(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function logit(share: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return Math.log(inside / (1 - inside));
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
