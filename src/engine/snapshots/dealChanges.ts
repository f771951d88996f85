import type { Deal, DealRecord } from '../deals/deal';

/**
 * What happened to a deal between two exports, weightiest first. `redated`: a closed deal has another closing day now;
 * `corrected`: its kind, owner, creation or currency, which also move a forecast.
 */
export const DEAL_CHANGES = [
  'won',
  'lost',
  'reopened',
  'added',
  'gone',
  'amount',
  'moved',
  'slipped',
  'earlier',
  'redated',
  'corrected',
] as const;
export type DealChange = (typeof DEAL_CHANGES)[number];

/** Null on the side that does not have the deal. Empty where nothing happened that a forecast could know of. */
export function changesOfDeal(before: Deal | null, after: Deal | null): readonly DealChange[] {
  if (before === null && after === null) return [];
  if (after === null) return ['gone'];
  if (before === null) return after.outcome === 'open' ? ['added'] : [after.outcome, 'added'];
  const isStillOpen = before.outcome === 'open' && after.outcome === 'open';
  const moved = isStillOpen ? daysLater(before, after) : 0;
  const happened: Record<DealChange, boolean> = {
    won: after.outcome === 'won' && before.outcome !== 'won',
    lost: after.outcome === 'lost' && before.outcome !== 'lost',
    reopened: after.outcome === 'open' && before.outcome !== 'open',
    added: false,
    gone: false,
    amount: before.amount !== after.amount,
    moved: isStillOpen && after.stage !== null && before.stage !== null && before.stage !== after.stage,
    slipped: moved > 0,
    earlier: moved < 0,
    redated: before.outcome === after.outcome && !isStillOpen && before.closed !== after.closed,
    corrected: (['kind', 'owner', 'created', 'currency'] as const).some(
      (field) => before[field] !== after[field],
    ),
  };
  return DEAL_CHANGES.filter((change) => happened[change]);
}

/** Days by which the expected close has moved, 0 where either side has none. */
export function daysLater(
  before: Pick<DealRecord, 'expectedClose'>,
  after: Pick<DealRecord, 'expectedClose'>,
): number {
  if (before.expectedClose === null || after.expectedClose === null) return 0;
  return after.expectedClose - before.expectedClose;
}

const COMPARED_FIELDS = [
  'name',
  'company',
  'owner',
  'source',
  'pipeline',
  'created',
  'outcome',
  'closed',
  'expectedClose',
  'amount',
  'currency',
  'stage',
  'lostReason',
  'probability',
  'category',
] as const satisfies readonly (keyof DealRecord)[];

/** Whether an export says anything else of a deal than an earlier one did; what is grown from exports is not compared. */
export function differs(before: DealRecord, after: DealRecord): boolean {
  return COMPARED_FIELDS.some((field) => before[field] !== after[field]);
}
