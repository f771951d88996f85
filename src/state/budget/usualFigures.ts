import {
  assumptionAt,
  isSamePlace,
  placeKey,
  withAssumption,
  type HistorySummary,
  type LackingCost,
  type Plan,
  type PlanPlace,
  type PlannedKind,
} from '../../engine';

const SPEND: PlanPlace = { kind: 'net', of: 'spendPerMonth' };
const SPEND_TODAY: PlanPlace = { kind: 'net', of: 'spendToday' };
const TEAM: PlanPlace = { kind: 'spear', of: 'prospectors' };
const SELLERS: PlanPlace = { kind: null, of: 'sellers' };
const COST_OF_SELLER: PlanPlace = { kind: null, of: 'costPerSeller' };
const COST_OF_PROSPECTOR: PlanPlace = { kind: null, of: 'costPerProspector' };

/** What a budget rests on beside the deals. */
const PLACES: readonly PlanPlace[] = [
  SPEND_TODAY,
  SPEND,
  COST_OF_PROSPECTOR,
  TEAM,
  COST_OF_SELLER,
  SELLERS,
  { kind: 'seed', of: 'costPerLead' },
];

/**
 * The plan with usual figures, as typed guesses, for the costs that lack: the plan's defaults, people and spend as many as the leads of
 * the history take. What somebody has said stays. `usual` is a plan that nobody has touched, in the same currency.
 */
export function withUsualFigures(
  plan: Plan,
  usual: Plan,
  history: HistorySummary | null,
  lacking: readonly LackingCost[],
): Plan {
  return placesToFill(plan, lacking).reduce(
    (filled, place) =>
      withAssumption(filled, place, {
        value: usualAt(filled, usual, history, place),
        doubt: 'guess',
        from: 'typed',
      }),
    plan,
  );
}

/** Figures that stand as `withUsualFigures` set them, spend on nets once: of no company yet. */
export function usualPlaces(plan: Plan, usual: Plan, history: HistorySummary | null): PlanPlace[] {
  return PLACES.filter((place) => {
    if (isSamePlace(place, SPEND)) return false;
    const own = assumptionAt(plan, place);
    return (
      own?.from === 'typed' && own.doubt === 'guess' && own.value === usualAt(plan, usual, history, place)
    );
  });
}

function placesToFill(plan: Plan, lacking: readonly LackingCost[]): PlanPlace[] {
  const lacks = (place: PlanPlace): boolean => lacking.some((each) => isSamePlace(each.place, place));
  const wanted = PLACES.filter((place) => {
    if (isSamePlace(place, SPEND_TODAY)) return lacks(SPEND);
    if (isSamePlace(place, TEAM)) return lacks(TEAM) || lacks(COST_OF_PROSPECTOR);
    if (isSamePlace(place, SELLERS)) return lacks(COST_OF_SELLER);
    return lacks(place);
  });
  return wanted.filter((place) => assumptionAt(plan, place)?.from === 'default');
}

function usualAt(plan: Plan, usual: Plan, history: HistorySummary | null, place: PlanPlace): number {
  const value = assumptionAt(usual, place)?.value ?? 0;
  const { net, spear } = usual.kinds;
  const leads = (kind: PlannedKind): number | null =>
    plan.kinds[kind].basis.leads === 'history'
      ? (history?.kinds.find((known) => known.kind === kind && known.deals > 0)?.leadsPerMonth.value ?? null)
      : null;
  switch (placeKey(place)) {
    case placeKey(SPEND):
      // The leads there are go on only with what is spent on them today.
      return plan.kinds.net.spendToday.value;
    case placeKey(SPEND_TODAY): {
      const seen = leads('net');
      return seen === null ? value : inRoundFigures((value * seen) / net.leadsPerMonth.value);
    }
    case placeKey(TEAM): {
      const seen = leads('spear');
      return seen === null ? value : Math.max(1, Math.round(seen / spear.leadsPerProspector.value));
    }
    default:
      return value;
  }
}

/** Two digits: a guess knows no more. */
function inRoundFigures(value: number): number {
  return Number(value.toPrecision(2));
}
