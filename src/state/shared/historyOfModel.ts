import { winTimeOfHazards } from '../../engine';
import type {
  Closing,
  Estimate,
  FunnelModel,
  HistorySummary,
  KindHistory,
  KindModel,
  SeriesSummary,
  Share,
} from '../../engine';

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;
const MONTHS_PER_YEAR = 12;

/** A link tells how deals close, not from how many of each kind that was learnt. */
const UNKNOWN = 0;
const UNKNOWN_SERIES: SeriesSummary = {
  quarter: [1, 1, 1],
  year: null,
  weightOf: { trend: 0, changingLevel: 0, quarter: 0, year: 0 },
};

/**
 * What the sender's deals say of each kind, read off the model that a link carries, in the terms the Plan screen uses: a part
 * can then be taken over and changed. Leads are those of the coming year. Counts of cases are not known (0), but for open deals;
 * `deals` and `won` are 1 where there were any, as a kind without deals is treated as unknown.
 */
export function historyOfModel(model: FunnelModel): HistorySummary {
  const dataDay = model.start - 1;
  return {
    dataDay,
    firstCreated: dataDay,
    calendar: { leads: UNKNOWN_SERIES, wins: UNKNOWN_SERIES, losses: UNKNOWN_SERIES },
    kinds: model.kinds.map((kind) => historyOfKind(kind, model)),
    notes: [],
  };
}

function historyOfKind({ kind, arrivals, closing, value }: KindModel, { open }: FunnelModel): KindHistory {
  // The first entry counts only what is left of its month.
  const [first = 0, ...whole] = arrivals.monthly.slice(0, MONTHS_PER_YEAR + 1);
  const leads = whole.length > 0 ? whole.reduce((sum, month) => sum + month, 0) / whole.length : first;
  return {
    kind,
    deals: 1,
    open: open.filter((group) => group.kind === kind).reduce((sum, { count }) => sum + count, 0),
    won: 1,
    lost: UNKNOWN,
    leadsPerMonth: positive(leads, arrivals.doubt),
    conversion: conversionOf(closing),
    daysToWin: positive(daysToWinOf(closing), 0),
    dealValue: positive(value.mean, value.doubt),
    valueVariation: value.variation,
  };
}

function conversionOf(closing: Closing): Estimate {
  if (closing.by === 'hazards') return shareEstimate(closing.conversion);
  const value = closing.stages.reduce((share, { conversion }) => share * conversion.mean, 1);
  return { value, low: value, high: value, n: UNKNOWN };
}

function daysToWinOf(closing: Closing): number {
  if (closing.by === 'hazards') return winTimeOfHazards(closing.hazards)?.meanDays ?? 0;
  return closing.stages.reduce((sum, { days }) => sum + days.mean, 0);
}

/** A log-normal 80 % interval. `doubt` is the sd of the log. */
function positive(value: number, doubt: number): Estimate {
  return { value, low: value * Math.exp(-Z80 * doubt), high: value * Math.exp(Z80 * doubt), n: UNKNOWN };
}

/** Wilson's interval (1927) at 80 %, from as many cases as the share is worth. */
function shareEstimate({ mean, cases }: Share): Estimate {
  if (cases === null || !(cases > 0)) return { value: mean, low: mean, high: mean, n: UNKNOWN };
  const squared = (Z80 * Z80) / cases;
  const centre = (mean + squared / 2) / (1 + squared);
  const half = (Z80 / (1 + squared)) * Math.sqrt((mean * (1 - mean)) / cases + squared / (4 * cases));
  return {
    value: mean,
    low: Math.max(0, Math.min(mean, centre - half)),
    high: Math.min(1, Math.max(mean, centre + half)),
    n: UNKNOWN,
  };
}
