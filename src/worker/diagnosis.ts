import type {
  BridgeAgainst,
  BridgePeriod,
  Day,
  Forecast,
  LeakReport,
  Pace,
  PeriodTarget,
  Trend,
} from '../engine';
import type { WeighRequest } from './requests';

/** The forecast on screen, whose figures those of the pace are; the targets are in the settings. */
export interface DiagnoseRequest extends WeighRequest {
  forecast: Forecast;
}

/** A deal behind a leak, as far as it is listed. */
export interface DealBehind {
  id: string;
  name: string;
  company: string | null;
  owner: string | null;
  /** In the currency of the settings; null where there is none, or no rate. */
  amount: number | null;
}

export interface Diagnosis {
  /** Month, quarter and year; empty for a forecast without months. */
  paces: readonly Pace[];
  /** What only deals can tell; null where there are none. */
  deals: {
    dataDay: Day;
    /** The first deal came in on this day: of what lies before it nothing is known. */
    firstDay: Day;
    leaks: LeakReport;
    /** The biggest deals behind leaks, by their ids. */
    behind: Readonly<Record<string, DealBehind>>;
    trends: readonly Trend[];
    /** What a bridge can be asked for. */
    periods: readonly BridgePeriod[];
  } | null;
}

/** Asks where the difference of a period comes from. */
export interface BridgeQuestion extends WeighRequest {
  period: BridgePeriod['code'];
  against: BridgeAgainst;
  /** Of the days of the period alone (see `Pace.onPace`); asked for where `against` is the target. */
  target: PeriodTarget['amount'] | null;
}
