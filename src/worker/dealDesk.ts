import { chancesOfOpenDeals, dealOutlook } from '../engine';
import type { ChancesOfDeals, DealOutlook } from '../engine';
import type { ValueCount } from '../csv/types';
import type { Settings } from '../workspace/types';
import { countSources } from './countSources';
import { facetsOf } from './dealFacets';
import { DealTable } from './dealQuery';
import type { Forecaster } from './forecasting';
import { isLeftOut } from './knownDeals';
import type { KnownDeals } from './knownDeals';
import type { FittedDeals } from './modelling';
import type { DealDetails, DealFacets, DealPage, DealQuery } from './protocol';
import type { Session } from './session';

/** Deals from which on the first rows don't wait for their chances. */
const MANY_DEALS = 10_000;

/** Answers what the screens ask of single deals; loaded when first asked. */
export class DealDesk {
  readonly #forecaster: Pick<Forecaster, 'fitted'>;
  #table: { known: KnownDeals; locale: string; deals: DealTable } | null = null;
  /** Deals that have been shown without chances. */
  #shown: KnownDeals | null = null;
  #chances: { known: KnownDeals; fitted: FittedDeals; of: ChancesOfDeals } | null = null;

  constructor(forecaster: Pick<Forecaster, 'fitted'>) {
    this.#forecaster = forecaster;
  }

  /** @param mayBeProvisional whether many deals may come without chances before they are fitted */
  async page(session: Session | null, query: DealQuery, mayBeProvisional = false): Promise<DealPage> {
    const known = await knownDeals(session);
    if (!session?.settings || !known) return { total: 0, rows: [] };
    const isProvisional = mayBeProvisional && this.#isProvisional(known, query);
    const page = await this.#page(session, session.settings, known, query, isProvisional);
    return isProvisional ? { ...page, isProvisional } : page;
  }

  /** To fit 100,000 deals takes seconds, and the app may have opened without. */
  #isProvisional(known: KnownDeals, { sort, limit }: DealQuery): boolean {
    if (known.deals.length < MANY_DEALS || this.#chances?.known === known) return false;
    if (sort === 'chance' || sort === 'expected') return false;
    if (limit > 0 && this.#shown === known) return false;
    if (limit > 0) this.#shown = known;
    return true;
  }

  async #page(
    session: Session,
    settings: Settings,
    known: KnownDeals,
    query: DealQuery,
    isProvisional: boolean,
  ): Promise<DealPage> {
    const { locale } = settings;
    const chances = isProvisional ? null : await this.#chancesOf(session, settings, known);
    if (this.#table?.known !== known || this.#table.locale !== locale) {
      this.#table = { known, locale, deals: new DealTable(known, settings, this.#table?.deals) };
    }
    return this.#table.deals.page(query, chances);
  }

  async facets(session: Session | null): Promise<DealFacets> {
    const known = await knownDeals(session);
    if (!session?.settings || !known) return { owners: [], stages: [], currencies: [] };
    return facetsOf(known, session.settings);
  }

  async sources(session: Session | null): Promise<readonly ValueCount[]> {
    return countSources((await knownDeals(session))?.deals ?? []);
  }

  async details(session: Session | null, dealId: string): Promise<DealDetails | null> {
    const known = await knownDeals(session);
    const written = known?.written.find(({ id }) => id === dealId);
    if (!session || !known || !written) return null;
    const imported = await session.importedDeals(known.importId);
    return {
      imported: imported.find(({ id }) => id === dealId) ?? null,
      written,
      edit: known.edits.get(dealId) ?? null,
      leftOutAs: known.leftOutAs.get(dealId) ?? null,
    };
  }

  async reasons(session: Session | null, dealId: string, settings: Settings): Promise<DealOutlook | null> {
    const fitted = session && (await this.#forecaster.fitted(session, settings));
    const deal = fitted?.deals.find(({ id }) => id === dealId);
    return fitted && deal?.outcome === 'open' ? dealOutlook(fitted.chances, deal) : null;
  }

  /** From the fit of the forecast, once for all deals. */
  async #chancesOf(session: Session, settings: Settings, known: KnownDeals): Promise<ChancesOfDeals | null> {
    const fitted = await this.#forecaster.fitted(session, settings);
    if (!fitted) return null;
    if (this.#chances?.known !== known || this.#chances.fitted !== fitted) {
      this.#chances = { known, fitted, of: chancesThatCount(known, fitted) };
    }
    return this.#chances.of;
  }
}

/** What is left out has no chance that adds to anything. */
function chancesThatCount(known: KnownDeals, fitted: FittedDeals): ChancesOfDeals {
  const chances = chancesOfOpenDeals(known.deals, fitted.chances);
  known.deals.forEach(({ id }, position) => {
    if (!isLeftOut(known, id)) return;
    chances.chance[position] = NaN;
    chances.expected[position] = NaN;
  });
  return chances;
}

async function knownDeals(session: Session | null): Promise<KnownDeals | null> {
  return session?.settings ? await session.knownDeals(session.settings) : null;
}
