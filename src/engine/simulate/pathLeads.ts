import type { RandomStream, StreamKey } from '../random/stream';
import { countLeads } from './costs';
import type { Outcomes } from './outcomes';
import { drawCohortShocks, type DrawnKind } from './pathDraws';
import type { PreparedKind } from './preparedKind';
import type { PreparedModel } from './preparedModel';
import { drawTilts } from './tilts';

/** The leads of one path and the months in which they would be won. Holds the working space that all paths share. */
export class PathLeads {
  /** Leads that would be won in each month if all were, by slot. */
  readonly wonLeads: readonly Float64Array[];
  /** Leads by slot and month, where something is paid by the lead; else null. */
  readonly byMonth: readonly Float64Array[] | null;
  private readonly shocks: readonly Float64Array[];
  /** Factors on the leads of the forecast months, of one kind at a time. */
  private readonly tilt: Float64Array;

  constructor(
    { kinds, horizon, costs }: PreparedModel,
    private readonly outcomes: Outcomes,
  ) {
    const { months } = horizon;
    this.wonLeads = kinds.map(() => new Float64Array(months));
    this.byMonth = countLeads(costs) ? kinds.map(() => new Float64Array(months)) : null;
    this.shocks = kinds.map((kind) => new Float64Array(kind.leads.length).fill(1));
    this.tilt = new Float64Array(months).fill(1);
  }

  /** Begins a path for a kind: all its leads but those that customers will refer. */
  collect(stream: RandomStream, key: StreamKey, kind: PreparedKind, drawn: DrawnKind): void {
    if (kind.tilts === null && !(kind.overdispersion > 0)) this.collectAlike(kind, drawn);
    else this.collectByCohort(stream, key, kind, drawn);
  }

  /** One factor for all cohorts: their sum is known. */
  private collectAlike(kind: PreparedKind, { arrivals, speed }: DrawnKind): void {
    const { slot, cohortsBefore } = kind;
    const wonLeads = this.wonLeads[slot]!;
    const sums = this.outcomes.kinds[slot]!.leads;
    const months = wonLeads.length;
    for (let month = 0; month < months; month++) {
      wonLeads[month] = arrivals * kind.wonLeads[speed * months + month]!;
      sums[month]! += arrivals * kind.leads[cohortsBefore + month]!;
    }
    const byMonth = this.byMonth?.[slot];
    if (byMonth === undefined) return;
    for (let month = 0; month < months; month++)
      byMonth[month] = arrivals * kind.leads[cohortsBefore + month]!;
  }

  private collectByCohort(stream: RandomStream, key: StreamKey, kind: PreparedKind, drawn: DrawnKind): void {
    const { arrivals, speed } = drawn;
    const { cohortsBefore, leads } = kind;
    const { tilt } = this;
    const wonLeads = this.wonLeads[kind.slot]!;
    const shocks = this.shocks[kind.slot]!;
    const sums = this.outcomes.kinds[kind.slot]!.leads;
    const byMonth = this.byMonth?.[kind.slot];
    const months = wonLeads.length;
    if (kind.tilts === null) tilt.fill(1);
    else drawTilts(stream, key, kind.tilts, tilt);
    if (kind.overdispersion > 0) {
      drawCohortShocks(stream, key, kind, shocks);
      wonLeads.fill(0);
      for (let cohort = 0; cohort < cohortsBefore; cohort++)
        this.spread(kind, speed, cohort, arrivals * shocks[cohort]! * leads[cohort]!);
    } else {
      for (let month = 0; month < months; month++)
        wonLeads[month] = arrivals * kind.wonLeadsBefore[speed * months + month]!;
    }
    for (let month = 0; month < months; month++) {
      const cohort = cohortsBefore + month;
      const count = arrivals * shocks[cohort]! * leads[cohort]! * tilt[month]!;
      sums[month]! += count;
      if (byMonth !== undefined) byMonth[month] = count;
      this.spread(kind, speed, cohort, count);
    }
  }

  /** What customers refer in a month: untouched by the doubt of other leads, shaken with them. */
  addReferrals(kind: PreparedKind, { referrals, speed }: DrawnKind, month: number, customers: number): void {
    const cohort = kind.cohortsBefore + month;
    const shock = this.shocks[kind.slot]![cohort]!;
    const count = (kind.referrals?.[month] ?? 0) * customers * referrals * shock;
    this.outcomes.kinds[kind.slot]!.leads[month]! += count;
    if (this.byMonth !== null) this.byMonth[kind.slot]![month]! += count;
    this.spread(kind, speed, cohort, count);
  }

  /** Adds a cohort's leads to the months in which they would be won. */
  private spread(kind: PreparedKind, speed: number, cohort: number, count: number): void {
    if (!(count > 0)) return;
    const wonLeads = this.wonLeads[kind.slot]!;
    const months = wonLeads.length;
    const row = (speed * kind.leads.length + cohort) * months;
    const first = Math.max(0, cohort - kind.cohortsBefore);
    for (let month = first; month < months; month++) wonLeads[month]! += count * kind.shares[row + month]!;
  }
}
