import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { ageBins, closingAges } from '../fit/ageBins';
import { plainHazards } from '../fit/causeRates';
import { dealTimes, type DealTimes } from '../fit/dealTimes';
import { exposureTable } from '../fit/exposure';
import { hasHistory } from '../fit/fitStages';
import { leftEdgeMonth } from '../fit/leftEdge';
import { monthGrid } from '../fit/monthGrid';
import { orderByEntry } from '../fit/stageTransitions';
import { stageVisits } from '../fit/stageVisits';
import { periodsUpTo, type Periods } from './periods';
import { staysInFunnel, staysInStages, withNotedEntries, type Stays } from './stays';
import { ratesBefore, type StayRates } from './stayRates';
import { stayTable, type StayTable } from './stayTable';

/** A stage (or the whole funnel) with all that its checks are made of. */
export interface CheckedStage {
  stays: Stays;
  table: StayTable;
  /** Of the time before, in the order of `KINDS`. */
  rates: readonly StayRates[];
  nextStage: string | null;
  position: number;
}

export interface CheckedFunnel {
  basis: 'stages' | 'wholeFunnel';
  periods: Periods;
  times: DealTimes;
  stages: readonly CheckedStage[];
}

/** Deals, as known on the data day, as stays in stages: by entry dates where there are enough, else as one stage from lead to won. */
export function checkedFunnel(
  deals: readonly Deal[],
  dataDay: Day,
  order: readonly string[] | null,
): CheckedFunnel {
  const times = dealTimes(deals, dataDay);
  const periods = periodsUpTo(dataDay, firstDayWithClosings(deals, times, dataDay));
  const noted = deals.map(withNotedEntries);
  const isByStages = hasHistory(noted, times);
  const stays = isByStages ? staysByEntries(noted, times, order) : [staysInFunnel(times)];
  return {
    basis: isByStages ? 'stages' : 'wholeFunnel',
    periods,
    times,
    stages: stays.map((ofStage, position) => {
      const table = stayTable(ofStage, periods);
      return {
        stays: ofStage,
        table,
        rates: ratesBefore(table),
        nextStage: stays[position + 1]?.stage ?? null,
        position,
      };
    }),
  };
}

function staysByEntries(deals: readonly Deal[], times: DealTimes, order: readonly string[] | null): Stays[] {
  const visits = stageVisits(deals, times);
  return staysInStages(visits, times, order ?? orderByEntry(visits, times));
}

/** Months whose closings are missing from the export would pass for months in which nobody was lost (see `leftEdgeMonth`). */
function firstDayWithClosings(deals: readonly Deal[], times: DealTimes, dataDay: Day): Day {
  const firstCreated = deals.reduce((first, { created }) => Math.min(first, created), dataDay);
  const grid = monthGrid(firstCreated, dataDay);
  const table = exposureTable(times, ageBins(times), grid);
  const oldest = closingAges(times).at(-1) ?? 0;
  const { firstMonth, hasEdge } = leftEdgeMonth(table, (month) => plainHazards(table, month, oldest));
  return hasEdge ? grid.starts[firstMonth]! : firstCreated;
}
