import { chancesOfOpenDeals, createSimulation, planStartDay, portablePlan } from '../engine';
import type { Deal, Scenarios } from '../engine';
import { writeForecastFile } from '../share/forecastFile';
import { openSharedForecast } from '../share/openShared';
import { partsOf, readPayload, writePayload } from '../share/payload';
import type { SharedDeal, SharedForecast } from '../workspace/sharedForecast';
import type { Forecaster } from './forecasting';
import type { FittedDeals } from './modelling';
import type {
  ForecastResult,
  SharedForecastRequest,
  SharePackage,
  ShareRequest,
  ShareResult,
  ShareTicks,
} from './protocol';
import type { Session } from './session';
import { assembleShared } from './sharedModel';
import { nextTurn, Turnstile } from './turns';

/** Deals that are told of where the sender ticks them: those that the forecast expects most of. */
const MOST_DEALS = 10;
/** Digits of what is told of a deal: no more than a screen shows. */
const DEAL_DIGITS = 3;
/** Few: what was made up by hand may take ten times as long as a forecast of one's own, and a newer request must not wait for it. */
const PATHS_PER_TURN = 250;

/** Makes links and opens them; forecasts what came with one, one request at a time, newest first. */
export class Sharer {
  readonly #forecaster: Forecaster;
  readonly #turnstile = new Turnstile();

  constructor(forecaster: Forecaster) {
    this.#forecaster = forecaster;
  }

  /** The forecast of the request with all that its link holds, read back from the link itself: what is shown is what is sent. */
  async share(session: Session | null, request: ShareRequest): Promise<ShareResult<SharePackage>> {
    const open = await writePayload(await this.#contentsOf(session, request), null);
    if (!open.ok) return open;
    const parts = partsOf(open.value);
    const read = parts && (await readPayload(parts, null));
    if (!read) throw new Error('a link that was made has no parts');
    if (!read.ok) return read;
    const contents = read.value;
    if (!request.passphrase) {
      return { ok: true, value: { payload: open.value, contents, file: writeForecastFile(contents, null) } };
    }
    const locked = await writePayload(contents, request.passphrase);
    if (!locked.ok) return locked;
    const file = writeForecastFile(contents, locked.value);
    return { ok: true, value: { payload: locked.value, contents, file } };
  }

  open(from: string | Blob, passphrase: string | null): Promise<ShareResult<SharedForecast>> {
    return openSharedForecast(from, passphrase);
  }

  /** As a forecast of one's own, but that nothing of this device takes part. */
  async forecast({ shared, paths }: SharedForecastRequest): Promise<ForecastResult> {
    const ticket = this.#turnstile.enter();
    // A newer request may be waiting in line already.
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const simulation = createSimulation(assembleShared(shared), { paths, seed: shared.seed });
    for (let done = 0; done < paths;) {
      if (done > 0) await nextTurn();
      if (ticket.ended) return { ok: false, reason: ticket.ended };
      done = simulation.advance(Math.min(PATHS_PER_TURN, paths - done));
    }
    return { ok: true, value: { forecast: simulation.finish(), history: null, calibration: null } };
  }

  async #contentsOf(session: Session | null, request: ShareRequest): Promise<SharedForecast> {
    const { settings, today, title, planName, scenarios, view, seed, ticks } = request;
    const { currency, fiscalYearStart, targets } = settings;
    const plan = portablePlan(request.plan);
    const learnt = session && (await this.#forecaster.calibrated(session, settings));
    const fitted = ticks.deals && learnt && (await this.#forecaster.fitted(session, settings));
    const counted = learnt?.history.kinds ?? [];
    return {
      title: title.trim(),
      companyName: ticks.companyName ? settings.companyName : '',
      madeOn: today,
      currency,
      fiscalYearStart,
      targets,
      planName,
      plan,
      start: learnt?.model.start ?? planStartDay(plan, today, fiscalYearStart),
      fitted: learnt?.model ?? null,
      rests: learnt && {
        deals: counted.reduce((sum, { deals }) => sum + deals, 0),
        won: counted.reduce((sum, { won }) => sum + won, 0),
      },
      seed,
      scenarios: withShortIds(scenarios),
      view,
      deals: fitted ? dealsThatMatter(fitted, ticks) : null,
    };
  }
}

/** Ids are made up, and made long, to be unlike any other: among a link's few, their places do. */
function withShortIds({ base, variants }: Scenarios): Scenarios {
  return {
    base,
    variants: variants.map((variant, index) => ({
      ...variant,
      id: String(index + 1),
      changes: variant.changes.map((change, place) => ({ ...change, id: String(place + 1) })),
    })),
  };
}

function dealsThatMatter({ deals, chances }: FittedDeals, ticks: ShareTicks): SharedDeal[] {
  const { chance, expected } = chancesOfOpenDeals(deals, chances);
  return deals
    .map((deal, index) => ({ deal, chance: chance[index] ?? NaN, expected: expected[index] ?? NaN }))
    .filter((row) => row.expected > 0)
    .sort((one, other) => other.expected - one.expected)
    .slice(0, MOST_DEALS)
    .map((row) => ({
      name: nameWithout(row.deal, ticks),
      company: ticks.customers ? row.deal.company : null,
      owner: ticks.sellers ? row.deal.owner : null,
      chance: Number(row.chance.toPrecision(DEAL_DIGITS)),
      expected: Number(row.expected.toPrecision(DEAL_DIGITS)),
    }));
}

/**
 * A deal is often called after who buys or sells: such a name stays at home where that was not ticked. One word in common is enough, as
 * "Globex – fleet" tells of Globex Ltd, too; where nobody knows who buys, the name may say it.
 */
function nameWithout({ name, company, owner }: Deal, ticks: ShareTicks): string | null {
  if (name === null) return null;
  const words = new Set(wordsOf(name));
  const mentions = (who: string | null): boolean => wordsOf(who ?? '').some((word) => words.has(word));
  const tellsCustomer = !ticks.customers && (wordsOf(company ?? '').length === 0 || mentions(company));
  return tellsCustomer || (!ticks.sellers && mentions(owner)) ? null : name;
}

/** Words of two letters and more, in small letters: what stands between them differs from name to name. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
