import type { DealRecord } from '../../engine';
import { m } from '../../i18n/paraglide/messages';

/** Ids made up for rows without one begin so; where no name is given either, the id stands in for it. */
const MADE_UP = '~';

/** What a deal is called on screen: never an id that only the importer knows. */
export function dealName({ id, name, company }: Pick<DealRecord, 'id' | 'name' | 'company'>): string {
  const isMadeUp = name === id && id.startsWith(MADE_UP);
  return name === '' || isMadeUp ? (company ?? m.pipeline_deals_unnamed()) : name;
}
