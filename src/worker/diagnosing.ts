import { bridgePeriods, createBridges, findLeaks, paceOf, trendsOf } from '../engine';
import type { Bridge, BridgeRequest, Deal, LeakReport } from '../engine';
import type { BridgeQuestion, DealBehind, DiagnoseRequest, Diagnosis } from './diagnosis';
import type { Forecaster } from './forecasting';
import { assembleModel } from './modelling';
import type { FittedDeals } from './modelling';
import type { Session } from './session';
import { nextTurn } from './turns';

/** Deals listed behind a leak, of those lost and of those stuck. */
const DEALS_LISTED = 8;

type Ask = (request: BridgeRequest) => Bridge | null;
type Grounds = {
  fitted: FittedDeals;
  dataDay: number;
  stages: readonly string[];
};

/** Says what is wrong and where: from the fit that the forecast has, and with its figures. */
export class Diagnoser {
  readonly #forecaster: Forecaster;
  /** What all bridges on the same deals rest on is worked out once. */
  #bridges: { fitted: FittedDeals; ask: Ask } | null = null;

  constructor(forecaster: Forecaster) {
    this.#forecaster = forecaster;
  }

  async diagnose(session: Session | null, request: DiagnoseRequest): Promise<Diagnosis> {
    const { forecast, settings } = request;
    const history = session && (await this.#forecaster.calibrated(session, settings));
    // Calibrated already.
    const { model } = assembleModel(history, null, request);
    const grounds = session && (await this.#grounds(session, request));
    await nextTurn();
    const deals = grounds?.fitted.deals ?? null;
    const paces = paceOf({
      forecast,
      model,
      targets: { ...settings.targets, quotas: quotasOf(settings) },
      deals,
    });
    if (!grounds || !deals) return { paces, deals: null };
    await nextTurn();
    const { dataDay, stages } = grounds;
    const leaks = findLeaks({ deals, dataDay, stages, model });
    await nextTurn();
    return {
      paces,
      deals: {
        dataDay,
        firstDay: deals.reduce((first, { created }) => Math.min(first, created), dataDay),
        leaks,
        behind: dealsBehind(leaks, deals, settings.currency),
        trends: trendsOf({ deals, dataDay, currency: settings.currency }),
        periods: bridgePeriods(dataDay, settings.fiscalYearStart),
      },
    };
  }

  /** Null where there are no deals, or nothing to compare with. */
  async bridge(session: Session | null, question: BridgeQuestion): Promise<Bridge | null> {
    const grounds = session && (await this.#grounds(session, question));
    if (!grounds) return null;
    const { currency, fiscalYearStart } = question.settings;
    const { fitted, dataDay, stages } = grounds;
    if (this.#bridges?.fitted !== fitted) {
      const { deals, history: summary } = fitted;
      const ask = createBridges({ deals, dataDay, stages, summary, currency, fiscalYearStart });
      this.#bridges = { fitted, ask };
    }
    const found = bridgePeriods(dataDay, fiscalYearStart).find(({ code }) => code === question.period);
    if (!found) return null;
    return this.#bridges.ask({ period: found.period, against: againstOf(question, found.before) });
  }

  async #grounds(session: Session, { settings }: Pick<BridgeQuestion, 'settings'>): Promise<Grounds | null> {
    const known = await session.knownDeals(settings);
    const fitted = known && (await this.#forecaster.fitted(session, settings));
    return fitted && { fitted, dataDay: known.dataDay, stages: known.stages };
  }
}

/** What the quotas of a quarter add up to, of those who still sell; null where nobody has one. */
function quotasOf({ sellers }: DiagnoseRequest['settings']): number | null {
  const typed = Object.values(sellers).flatMap(({ quotaPerQuarter, hasLeft }) =>
    quotaPerQuarter === null || hasLeft ? [] : [quotaPerQuarter],
  );
  return typed.length === 0 ? null : typed.reduce((sum, quota) => sum + quota, 0);
}

function againstOf(
  { against, plan, target }: BridgeQuestion,
  before: BridgeRequest['period'],
): BridgeRequest['against'] {
  if (against === 'before') return { by: 'before', base: before };
  if (against === 'plan') return { by: 'plan', plan };
  return against === 'target' && target !== null ? { by: 'target', amount: target } : { by: 'lastYear' };
}

function dealsBehind(
  { leaks }: LeakReport,
  deals: readonly Deal[],
  currency: string,
): Readonly<Record<string, DealBehind>> {
  const wanted = new Set(
    leaks.flatMap(({ lostIds, stuckIds }) => [
      ...lostIds.slice(0, DEALS_LISTED),
      ...stuckIds.slice(0, DEALS_LISTED),
    ]),
  );
  const listed = wanted.size === 0 ? [] : deals.filter(({ id }) => wanted.has(id));
  return Object.fromEntries(
    listed.map(({ id, name, company, owner, ...deal }) => [
      id,
      { id, name, company, owner, amount: deal.currency === currency ? deal.amount : null },
    ]),
  );
}
