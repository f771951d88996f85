/** What the monthly new leads of a kind say of chance, and of when they changed. */
export interface LeadChange {
  /** Variance ÷ mean of a month's count around a level that moves slowly; 1 = as chance makes it. */
  dispersion: number;
  /** Position of the month in which the level most likely changed; null where no change shows. */
  since: number | null;
  /** Leads of a whole month before it and from it on; both 0 where no change shows. */
  before: number;
  now: number;
}

const MONTHS_LOOKED_AT = 24;
const MONTHS_BACK = 18;
const MONTHS_BEFORE = 3;
const MOST_DISPERSION = 25;
/** Twice the log likelihood gained by one change at the best of 18 months exceeds this by chance in 1 case of 20. */
const SHOWN = 9;

/**
 * @param leads of each month
 * @param share of each month that is in the data, 0 to 1
 */
export function leadChange(leads: ArrayLike<number>, share: ArrayLike<number>): LeadChange {
  const first = Math.max(0, leads.length - MONTHS_LOOKED_AT);
  const dispersion = dispersionOf(leads, share, first);
  const [countAll, shareAll] = sums(leads, share, first, leads.length);
  let best = SHOWN;
  const found: Omit<LeadChange, 'dispersion'> = { since: null, before: 0, now: 0 };
  for (
    let month = Math.max(first + MONTHS_BEFORE, leads.length - MONTHS_BACK);
    month < leads.length;
    month++
  ) {
    const [before, timeBefore] = sums(leads, share, first, month);
    const [after, timeAfter] = [countAll - before, shareAll - timeBefore];
    const gained =
      2 * (logPart(before, timeBefore) + logPart(after, timeAfter) - logPart(countAll, shareAll));
    if (gained / dispersion <= best) continue;
    best = gained / dispersion;
    Object.assign(found, { since: month, before: before / timeBefore, now: after / timeAfter });
  }
  return { dispersion, ...found };
}

/** Of neighbouring months each (a − b)² ÷ (a + b) is about the dispersion, whatever the level. */
function dispersionOf(leads: ArrayLike<number>, share: ArrayLike<number>, first: number): number {
  let sum = 0;
  let pairs = 0;
  for (let month = first + 1; month < leads.length; month++) {
    const [a, b] = [leads[month - 1]!, leads[month]!];
    if (share[month - 1]! < 1 || share[month]! < 1 || a + b === 0) continue;
    sum += (a - b) ** 2 / (a + b);
    pairs++;
  }
  return pairs < MONTHS_BEFORE ? 1 : Math.min(MOST_DISPERSION, Math.max(1, sum / pairs));
}

function sums(
  leads: ArrayLike<number>,
  share: ArrayLike<number>,
  from: number,
  to: number,
): [count: number, time: number] {
  let count = 0;
  let time = 0;
  for (let month = from; month < to; month++) {
    count += leads[month]!;
    time += share[month]!;
  }
  return [count, time];
}

/** Of a Poisson log likelihood at its best level, what depends on the split. */
function logPart(count: number, time: number): number {
  return count > 0 && time > 0 ? count * Math.log(count / time) : 0;
}
