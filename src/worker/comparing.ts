import {
  compareDeals,
  compareForecasts,
  mix,
  monthOfDay,
  monthsBetween,
  portableModel,
  portablePlan,
} from '../engine';
import type { ComparedDeals, Day, ForecastThen, ImportChanges, Month } from '../engine';
import type { ImportRecord, Settings } from '../workspace/types';
import { comparedWith } from './earlierExport';
import type { Forecaster } from './forecasting';
import { fitKnownDeals, HORIZON_MONTHS } from './modelling';
import type { FittedDeals } from './modelling';
import type { CompareRequest } from './protocol';
import type { Session } from './session';
import { nextTurn } from './turns';

/** Says what has changed since the import before; keeps that one's fit, which no plan changes. */
export class Comparer {
  readonly #forecaster: Pick<Forecaster, 'fitted'>;
  #compared: { key: readonly unknown[]; deals: ComparedDeals } | null = null;
  #before: { key: string; fitted: FittedDeals | null } | null = null;

  constructor(forecaster: Pick<Forecaster, 'fitted'>) {
    this.#forecaster = forecaster;
  }

  /** Null where there are no deals in use, none of the user's own, or no import before them. */
  async compare(
    session: Session,
    { settings, plan, from, to, mostDeals }: CompareRequest,
  ): Promise<ImportChanges | null> {
    const active = session.activeImport(settings);
    const previous = active && comparedWith(active, session.imports);
    if (!active || !previous) return null;
    const after = await this.#forecaster.fitted(session, settings);
    if (!after) return null;
    // What was asked meanwhile, a forecast above all, comes first.
    await nextTurn();
    const before = await this.#fitBefore(session, settings, previous, active);
    if (!before) return null;
    await nextTurn();
    const compared = this.#compareDeals(
      { ...before, day: previous.dataDay },
      { ...after, day: active.dataDay },
      { from, to },
      mostDeals,
    );
    // As forecasts are made, so that the difference is that of two forecasts.
    const modelOf = ({ model }: FittedDeals) => mix(portableModel(model), portablePlan(plan));
    return compareForecasts(compared, modelOf(before), modelOf(after));
  }

  /** Kept while only the plan is changed: with 100,000 deals it takes a second or so. */
  #compareDeals(before: ForecastThen, after: ForecastThen, months: { from: Month; to: Month }, most: number) {
    const key = [before.deals, after.deals, after.chances, months.from, months.to, most];
    const kept = this.#compared;
    if (kept?.key.every((part, index) => part === key[index])) return kept.deals;
    const deals = compareDeals(before, after, months, most);
    this.#compared = { key, deals };
    return deals;
  }

  /** As a forecast then would have had it, by what is left out, typed and sorted today: only the exports differ. */
  async #fitBefore(session: Session, settings: Settings, previous: ImportRecord, active: ImportRecord) {
    const { leaveOut = [], leaveOutSources = [], leaveOutPipelines = [] } = active.mapping;
    const left = { leaveOut, leaveOutSources, leaveOutPipelines };
    const record = { ...previous, mapping: { ...previous.mapping, ...left } };
    const horizon = HORIZON_MONTHS + monthsOn(previous.dataDay, active.dataDay);
    const key = `${settings.fiscalYearStart} ${horizon} ${session.keyOf(record, settings)}`;
    if (this.#before?.key !== key) {
      const known = await session.readKnownDeals(record, settings);
      this.#before = { key, fitted: fitKnownDeals(known, settings, horizon) };
    }
    return this.#before.fitted;
  }
}

/** Forecast months by which the later export's forecast reaches further. */
function monthsOn(previous: Day, next: Day): number {
  return Math.max(0, monthsBetween(monthOfDay(previous + 1), monthOfDay(next + 1)));
}
