import { checkScores, sellerList, teamForecast } from '../engine';
import type { Kind, SellerFacts, SellerList, TeamAnswer } from '../engine';
import type { Settings } from '../workspace/types';
import type { Forecaster } from './forecasting';
import type { FittedDeals } from './modelling';
import type { ListRequest, ScoreCheckResult, TeamRequest } from './protocol';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';

/** Answers what is asked of sellers, from the fit of the forecast; loaded when first asked. */
export class TeamDesk {
  readonly #forecaster: Pick<Forecaster, 'fitted'>;
  readonly #turnstile = new Turnstile();
  #team: { fitted: FittedDeals; key: string; answer: TeamAnswer } | null = null;

  constructor(forecaster: Pick<Forecaster, 'fitted'>) {
    this.#forecaster = forecaster;
  }

  cancel(): void {
    this.#turnstile.cancel();
  }

  async team(session: Session | null, request: TeamRequest): Promise<TeamAnswer | null> {
    const fitted = session && (await this.#forecaster.fitted(session, request.settings));
    return fitted && this.#teamOf(fitted, request);
  }

  async list(session: Session | null, request: ListRequest): Promise<SellerList | null> {
    const { settings, seller, most } = request;
    const fitted = session && (await this.#forecaster.fitted(session, settings));
    if (!fitted) return null;
    const leadsPerMonth: Partial<Record<Kind, number>> = {};
    for (const { kind, leadsPerMonth: leads } of fitted.history.kinds) leadsPerMonth[kind] = leads.value;
    const own =
      seller !== null && Object.hasOwn(settings.sellers, seller) ? settings.sellers[seller] : undefined;
    const quotaPerQuarter = own?.quotaPerQuarter ?? null;
    const options = { seller, most, leadsPerMonth, quotaPerQuarter, stages: stagesOf(fitted) };
    return sellerList(fitted.deals, fitted.chances, this.#teamOf(fitted, request), options);
  }

  async checkScores(
    session: Session | null,
    settings: Settings,
    onProgress?: (done: number) => void,
  ): Promise<ScoreCheckResult> {
    const ticket = this.#turnstile.enter();
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const known = session && (await session.knownDeals(settings));
    if (!known) return { ok: true, value: null };
    const { fiscalYearStart, currency } = settings;
    const { dataDay, stages } = known;
    const checking = checkScores(known.counted, { dataDay, fiscalYearStart, currency, stages });
    for (let step = checking.next(); ; step = checking.next()) {
      if (step.done) {
        onProgress?.(1);
        return { ok: true, value: step.value };
      }
      onProgress?.(step.value);
      await nextTurn();
      if (ticket.ended) return { ok: false, reason: ticket.ended };
    }
  }

  /** One for both: the list holds quotas against it. */
  #teamOf(fitted: FittedDeals, { settings, periods, ramp }: TeamRequest): TeamAnswer {
    const sellers = factsOf(settings);
    const key = JSON.stringify([sellers, periods, ramp]);
    if (this.#team?.fitted === fitted && this.#team.key === key) return this.#team.answer;
    const answer = teamForecast(fitted.deals, fitted.chances, {
      ...{ sellers, periods, ramp },
      leftEdge: leftEdgeOf(fitted),
    });
    this.#team = { fitted, key, answer };
    return answer;
  }
}

/** What follows from numbers: quotas change no forecast. */
function factsOf({ sellers }: Settings): Record<string, SellerFacts> {
  return Object.fromEntries(
    Object.entries(sellers).map(([name, { startedOn, hasLeft = false }]) => [name, { startedOn, hasLeft }]),
  );
}

/** Open stages in funnel order, as far as they are known. */
function stagesOf({ history }: FittedDeals): readonly string[] {
  const byKind = history.kinds.map(({ stages = [] }) => stages.map(({ stage }) => stage));
  return byKind.reduce((longest, own) => (own.length > longest.length ? own : longest), []);
}

function leftEdgeOf({ history }: FittedDeals) {
  const month = history.notes.find(({ code }) => code === 'leftEdge')?.params['month'];
  return typeof month === 'string' ? (month as TeamAnswer['periods'][number]['from']) : null;
}
