import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { WON } from '../fit/dealTimes';
import { monthGrid, type MonthGrid } from '../fit/monthGrid';
import type { BridgeGrounds } from './bridge';
import { funnelStays, type FunnelStays } from './funnelStays';
import { monthlyStays } from './monthlyStays';
import { runState, type RunState } from './shiftedState';
import { stateEvidence, type StateEvidence } from './stateChanges';
import { stateRates } from './stateRates';
import { valueChanges, type ValueChanges } from './valueChanges';

/** What the history says of each kind's funnel, and of how it has changed: made once, whatever is compared. */
export interface BridgeFit {
  grid: MonthGrid;
  stays: FunnelStays;
  /** Kinds there are, as positions in `KINDS`. */
  kinds: readonly number[];
  /** By kind (in the order of `KINDS`; empty where there is none), then state. */
  states: readonly (readonly RunState[])[];
  evidence: readonly (readonly StateEvidence[])[];
  values: readonly ValueChanges[];
  /** Ages at winning in days, ascending. */
  winAges: Int32Array;
}

/** Usual rates are those of the last three years. */
const MONTHS_LOOKED_AT = 36;

/** @param isWhole from lead to won, whatever is known of stages */
export function fitBridge(grounds: BridgeGrounds, known: readonly Deal[], isWhole: boolean): BridgeFit {
  const { dataDay, currency, stages } = grounds;
  const firstCreated = known.reduce((first, { created }) => Math.min(first, created), dataDay);
  const grid = monthGrid(firstCreated, dataDay);
  const firstMonth = Math.max(0, grid.months.length - MONTHS_LOOKED_AT, leftEdge(grounds, grid));
  const stays = funnelStays(known, dataDay, stages?.length ? stages : null, isWhole);
  const kinds = KINDS.flatMap((kind, index) => (known.some((deal) => deal.kind === kind) ? [index] : []));
  const tables = monthlyStays(stays, grid);
  const rates = tables.map((table) => stateRates(table, KINDS.length, firstMonth));
  const states = KINDS.map((_, kind) =>
    kinds.includes(kind) ? rates.map((ofKinds) => runState(ofKinds[kind]!)) : [],
  );
  const evidence = states.map((ofKind, kind) =>
    ofKind.map((state, at) => stateEvidence(tables[at]!, kind, rates[at]![kind]!, state, firstMonth)),
  );
  return {
    grid,
    stays,
    kinds,
    states,
    evidence,
    values: valueChanges(known, currency, grid, firstMonth),
    winAges: winAges(stays),
  };
}

/** First month whose closings are in the data, as the fit found it. */
function leftEdge({ summary }: BridgeGrounds, grid: MonthGrid): number {
  const note = summary.notes.find(({ code }) => code === 'leftEdge');
  return Math.max(
    0,
    note === undefined ? 0 : grid.months.findIndex((month) => month === note.params['month']),
  );
}

function winAges({ times }: FunnelStays): Int32Array {
  const ages = new Int32Array(times.count);
  let wins = 0;
  for (let deal = 0; deal < times.count; deal++) {
    if (times.end[deal] === WON) ages[wins++] = times.last[deal]! - times.created[deal]!;
  }
  return ages.subarray(0, wins).sort();
}
