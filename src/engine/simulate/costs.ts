import { KINDS, type Kind } from '../deals/deal';
import type { Cost } from '../funnel/model';
import type { RandomStream, StreamKey } from '../random/stream';
import { drawFactor, PATH_STREAM } from './pathDraws';

/** Streams that one cost uses: its fixed part and what a lead costs. */
const STREAMS_PER_COST = 2;
/** Kinds and the company as a whole, with room to spare. */
const PLACES = 8;

export interface PreparedCost {
  /** Slot of its kind, or null for the company as a whole. */
  slot: number | null;
  /** Names its substreams: its number among the costs of its kind, so that others come and go without changing it. */
  streamIndex: number;
  monthly: Float64Array;
  logSd: number;
  perLead: number;
  perLeadLogSd: number;
}

export function prepareCosts(
  costs: readonly Cost[],
  kindNames: readonly Kind[],
  months: number,
): PreparedCost[] {
  const countOf = new Map<Kind | null, number>();
  return costs.map(({ kind, monthly, doubt, perLead, perLeadDoubt }) => {
    const earlier = countOf.get(kind) ?? 0;
    countOf.set(kind, earlier + 1);
    const place = kind === null ? KINDS.length : KINDS.indexOf(kind);
    return {
      slot: kind === null ? null : kindNames.indexOf(kind),
      streamIndex: PATH_STREAM.firstCost + STREAMS_PER_COST * (place + PLACES * earlier),
      monthly: Float64Array.from({ length: months }, (_, month) => monthly[month] ?? 0),
      logSd: doubt,
      perLead,
      perLeadLogSd: perLeadDoubt,
    };
  });
}

/** True where the leads of every path must be known. */
export function countLeads(costs: readonly PreparedCost[]): boolean {
  return costs.some(({ perLead }) => perLead > 0);
}

/** Leads that a cost counts in a month: those of its kind, or all. */
export function leadsOfCost(cost: PreparedCost, leads: readonly Float64Array[], month: number): number {
  if (cost.slot !== null) return leads[cost.slot]![month]!;
  let sum = 0;
  for (let slot = 0; slot < leads.length; slot++) sum += leads[slot]![month]!;
  return sum;
}

/**
 * Adds one path's cost by month to `total` and, where it is a kind's own, to that kind's sums.
 *
 * @param leads of this path, by slot and month; null where nothing is paid by the lead
 */
export function drawCost(
  stream: RandomStream,
  pathKey: StreamKey,
  cost: PreparedCost,
  leads: readonly Float64Array[] | null,
  total: Float64Array,
  sumsOfKind: Float64Array | null,
): void {
  stream.select(pathKey, cost.streamIndex);
  const fixed = drawFactor(stream, cost.logSd);
  stream.select(pathKey, cost.streamIndex + 1);
  const perLead = cost.perLead * drawFactor(stream, cost.perLeadLogSd);
  const isByLead = leads !== null && perLead > 0;
  for (let month = 0; month < total.length; month++) {
    const amount = fixed * cost.monthly[month]! + (isByLead ? perLead * leadsOfCost(cost, leads, month) : 0);
    total[month]! += amount;
    if (sumsOfKind !== null) sumsOfKind[month]! += amount;
  }
}
