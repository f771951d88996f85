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
export type { Deal, DealRecord, Kind, Outcome, PlannedKind, Slips, StageEntry } from './deals/deal';
export { LEAVE_OUTS, leaveOutFinder, type LeaveOut, type LeftOutAs } from './deals/leaveOut';
export type * from './funnel/model';
export type * from './plan/assumption';
export type * from './plan/plan';
export type { AssumptionName, PlanPlace } from './plan/place';
export type * from './simulate/forecast';
export type * from './fit/summary';
export { asOf } from './deals/asOf';
export { calibrate, type Calibration, type Surprise } from './fit/calibration';
export { fit, type FitOptions, type Fitted } from './fit/fit';
export { isUnlikelySilence } from './fit/unlikelySilence';
export type * from './fit/dealChances';
export { dealOutlook } from './fit/dealOutlook';
export type { DealOutlook, OutlookReasons, SellerReason, StageReason } from './fit/dealOutlook';
export { conversionOfHazards, winShareByAge, winTimeOfHazards, type WinTime } from './funnel/hazards';
export { ASSUMPTION_RULES } from './plan/assumptionRules';
export type { AssumptionNature, AssumptionRule } from './plan/assumptionRules';
export { build, planStartDay, type BuildOptions } from './plan/build';
export { DEFAULT_STAGE_NAMES, defaultPlan } from './plan/defaultPlan';
export { doubtAsLogSd, doubtRange, valueOfRange } from './plan/doubt';
export { historyAt, partOf, placesOfPart, takeFromHistory } from './plan/historyOfPlan';
export { effectOfSpend, leadsOfMonths, leadsToday } from './plan/leads';
export { mix } from './plan/mix';
export { assumptionAt, isSamePlace, placeKey, placesOf, withAssumption } from './plan/place';
export { leadSeason } from './plan/season';
export { prospectorsIn } from './plan/team';
export { chanceOfReaching } from './simulate/distribution';
export { exactMean } from './simulate/exactMean';
export type { KindMean, MonthMean } from './simulate/exactMean';
export type { Outcomes } from './simulate/outcomes';
export { createSecondHalf, createSimulation, simulate } from './simulate/simulation';
export type { Simulation } from './simulate/simulation';
export { portableModel } from './portable/portableModel';
export { portablePlan } from './portable/portablePlan';
export { METHODS, SIMPLE_METHODS } from './backtest/backtestTypes';
export type * from './backtest/backtestTypes';
export { createBacktest } from './backtest/backtest';
export type { Backtest, BacktestOptions } from './backtest/backtest';
export { coverageByChance, type ChanceBand } from './backtest/coverageByChance';
export { METHOD_VERSION } from './backtest/methodVersion';
export { actuals } from './backtest/monthlyWins';
export { origins } from './backtest/origins';
export { readinessOf, type Readiness } from './backtest/readiness';
export { scoreOrigins } from './backtest/scores';
export { snapshotAt, type Snapshot } from './backtest/snapshotPipeline';
export { BEST_CASE_CHANCE, CATEGORIES, COMMIT_CHANCE } from './explain/category';
export type { Category } from './explain/category';
export { chancesOfOpenDeals, type ChancesOfDeals } from './explain/chancesOfOpenDeals';
export { explainFigure } from './explain/explainFigure';
export type * from './explain/explanation';
export { luckHalfWidth, type WinsToCome } from './explain/luck';
export type { MonthsAsked, Place } from './explain/openDealView';
export type { PipelineChance } from './explain/pipelineChance';
export type * from './goal/lever';
export type * from './goal/goal';
export type { Grounds } from './goal/grounds';
export { isInMix, limitsAlone, limitsInMix } from './goal/leverLimits';
export { leversOf } from './goal/levers';
export { seekGoal } from './goal/seekGoal';
export { turnPlan } from './goal/turnLever';
export type * from './weigh/weighing';
export { weighAssumptions } from './weigh/weighAssumptions';
export { compareDeals, compareForecasts, type ComparedDeals } from './snapshots/compareForecasts';
export { DEAL_CHANGES, differs, type DealChange } from './snapshots/dealChanges';
export type { ForecastThen } from './snapshots/expectedInMonths';
export { growHistory } from './snapshots/growHistory';
export type * from './snapshots/importChanges';
export { applyChanges, type ChangedModel } from './scenario/applyChanges';
export { baseModel, type BaseGrounds, type ScenarioStart } from './scenario/baseModel';
export { compareScenarios, drawForecast, outcomeOfVariant } from './scenario/compareScenarios';
export type { DrawnForecast } from './scenario/compareScenarios';
export { splitByChange } from './scenario/contributions';
export { EVIDENCE, type Evidence } from './scenario/evidence';
export { findExtremes, type Extremes } from './scenario/extremes';
export { DOUBTS, SHOCKS } from './scenario/scenario';
export { SHOCK_RULES, shockChanges, type ShockRule, type ShockStrength } from './scenario/shocks';
export type * from './scenario/scenario';
export { matchDeals } from './snapshots/matchDeals';
export type { MatchedDeals } from './snapshots/matchDeals';
export type * from './diagnose/leak';
export type * from './team/team';
export type * from './diagnose/bridge';
export type * from './diagnose/pace';
export type * from './diagnose/trend';
