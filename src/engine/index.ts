export type { Day, Month } from './calendar/calendar';
export { dateOfDay, dayFromDate, isoDay } from './calendar/day';
export { fiscalQuarterOf, fiscalYearOf, monthOfQuarter } from './calendar/fiscal';
export {
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  monthOfYear,
  monthRange,
  monthsBetween,
} from './calendar/month';
export { KINDS, PLANNED_KINDS } from './deals/deal';
export type { Deal, DealRecord, Kind, Outcome, PlannedKind, StageEntry } from './deals/deal';
export type * from './funnel/model';
export type * from './funnel/plan';
export type * from './simulate/forecast';
export type * from './fit/summary';
