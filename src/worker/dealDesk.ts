import { chancesOfOpenDeals, dealOutlook } from '../engine';
import type { ChancesOfDeals, DealOutlook } from '../engine';
import type { ValueCount } from '../csv/types';
import type { Settings } from '../workspace/types';
import { countSources } from './countSources';
import { facetsOf } from './dealFacets';
import { DealTable } from './dealQuery';
import type { Forecaster } from './forecasting';
import type { KnownDeals } from './knownDeals';
import type { FittedDeals } from './modelling';
import type { DealDetails, DealFacets, DealPage, DealQuery } from './protocol';
import type { Session } from './session';

/** Answers what the screens ask of single deals; loaded when first asked. */
export class DealDesk {
  readonly #forecaster: Pick<Forecaster, 'fitted'>;
  #table: { known: KnownDeals; locale: string; deals: DealTable } | null = null;
  #chances: { known: KnownDeals; fitted: FittedDeals; of: ChancesOfDeals } | null = null;

  constructor(forecaster: Pick<Forecaster, 'fitted'>) {
    this.#forecaster = forecaster;
  }

  async page(session: Session | null, query: DealQuery): Promise<DealPage> {
    const known = await knownDeals(session);
    if (!session?.settings || !known) return { total: 0, rows: [] };
    const { locale } = session.settings;
    const chances = await this.#chancesOf(session, session.settings, known);
    if (this.#table?.known !== known || this.#table.locale !== locale) {
      this.#table = { known, locale, deals: new DealTable(known, session.settings, this.#table?.deals) };
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
      this.#chances = { known, fitted, of: chancesOfOpenDeals(known.deals, fitted.chances) };
    }
    return this.#chances.of;
  }
}

async function knownDeals(session: Session | null): Promise<KnownDeals | null> {
  return session?.settings ? await session.knownDeals(session.settings) : null;
}
