import type { Deal } from '../deals/deal';
import type { CheckedStage } from './checkedStage';
import type { DaySpan } from './leak';
import { moveOdds } from './oddsShift';
import { DROPPED, PASSED } from './stays';

/** A seller's own way with a stage is trusted like the company's once it has shown in so many leavings by chance variance. */
const PRIOR_VARIANCE = 4;
/** Nearly all of what is missing is his … */
const LEAST_SHARE = 0.7;
/** … he is clearly below his own past, and the others are not: in standard errors. */
const CLEARLY_WORSE = 2;
const OTHERS_AT_MOST = 1;
const FEWEST_LEAVERS = 8;

interface Record {
  leavers: number;
  passed: number;
  /** Leavers × expected share, and the variance by chance. */
  expected: number;
  variance: number;
}

/**
 * Whose fall it is: of each seller the passes missing lately against the earlier rates of kind and stage, moved to his own past. Where one
 * has nearly all that is missing, and the others are as before, it is his; null otherwise.
 */
export function sellerBehind(
  stage: CheckedStage,
  kinds: readonly number[],
  shareOf: (kind: number) => number,
  deals: readonly Deal[],
  before: DaySpan,
  recent: DaySpan,
): { seller: string; share: number } | null {
  const { stays } = stage;
  const past = new Map<string, Record>();
  const late = new Map<string, Record>();
  for (let row = 0; row < stays.count; row++) {
    const end = stays.end[row]!;
    const last = stays.last[row]!;
    if ((end !== PASSED && end !== DROPPED) || last < before.from || !kinds.includes(stays.kind[row]!))
      continue;
    const owner = deals[stays.deal[row]!]!.owner;
    if (owner === null) continue;
    add(last >= recent.from ? late : past, owner, end === PASSED, shareOf(stays.kind[row]!));
  }
  const missing = [...late].map(([seller, record]) => ({ seller, ...missingOf(record, past.get(seller)) }));
  const worst = missing.reduce<(typeof missing)[number] | null>(
    (most, own) => (most === null || own.missing > most.missing ? own : most),
    null,
  );
  if (worst === null || missing.length < 2 || worst.leavers < FEWEST_LEAVERS) return null;
  const others = missing.filter((own) => own !== worst);
  const sum = (of: (own: (typeof missing)[number]) => number): number =>
    others.reduce((total, own) => total + of(own), 0);
  const whole = worst.missing + sum((own) => own.missing);
  const share = whole > 0 ? worst.missing / whole : 0;
  const ofOthers =
    sum((own) => own.missing) /
    Math.sqrt(
      Math.max(
        1,
        sum((own) => own.variance),
      ),
    );
  const isHis =
    share >= LEAST_SHARE &&
    worst.missing / Math.sqrt(worst.variance) >= CLEARLY_WORSE &&
    ofOthers <= OTHERS_AT_MOST;
  return isHis ? { seller: worst.seller, share: Math.min(1, share) } : null;
}

function add(records: Map<string, Record>, owner: string, hasPassed: boolean, share: number): void {
  const record = records.get(owner) ?? { leavers: 0, passed: 0, expected: 0, variance: 0 };
  record.leavers++;
  record.passed += hasPassed ? 1 : 0;
  record.expected += share;
  record.variance += share * (1 - share);
  records.set(owner, record);
}

function missingOf(
  late: Record,
  past: Record | undefined,
): { missing: number; variance: number; leavers: number } {
  const shift = past === undefined ? 0 : (past.passed - past.expected) / (past.variance + PRIOR_VARIANCE);
  const share = moveOdds(late.expected / late.leavers, shift);
  return {
    missing: late.leavers * share - late.passed,
    variance: Math.max(0.25, late.leavers * share * (1 - share)),
    leavers: late.leavers,
  };
}
