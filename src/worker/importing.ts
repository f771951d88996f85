import type { DealRecord } from '../engine';
import { problemOf } from '../storage/problem';
import { SAVED_MAPPINGS } from '../workspace/limits';
import type { ImportMapping } from '../workspace/importTypes';
import { ratesInCurrency } from '../workspace/rates';
import type { ImportRecord, Settings } from '../workspace/types';
import { followUp } from './followingUp';
import type { ImportCommit } from './protocol';
import type { Session } from './session';
import { nextTurn } from './turns';

export interface ReadImport {
  record: ImportRecord;
  deals: readonly DealRecord[];
  /** Under which its mapping is reused; null where it is not to be. */
  fingerprint: string | null;
}

/** Sortable by age and unlikely to meet another tab's. */
export function newImportId(now: number): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return [now, ...random].map((part) => part.toString(36)).join('-');
}

/** The currency most of the amounts are in; the mapping's own where no deal names one; null where neither is a code. */
function currencyOf(deals: readonly DealRecord[], mapping: ImportMapping): string | null {
  const counts = new Map<string, number>();
  for (const { currency, amount } of deals) {
    if (currency !== null && amount !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((one, other) => other[1] - one[1]);
  const currency = commonest?.[0] ?? mapping.currency;
  return /^[A-Z]{3}$/.test(currency) ? currency : null;
}

/** The mapping as it is kept for files of the same shape: the data day belongs to this one file alone. */
function withSavedMapping(settings: Settings, fingerprint: string | null, mapping: ImportMapping) {
  if (fingerprint === null) return settings.mappings;
  const others = Object.entries(settings.mappings).filter(([key]) => key !== fingerprint);
  const kept = others.slice(Math.max(0, others.length - SAVED_MAPPINGS + 1));
  return Object.fromEntries([...kept, [fingerprint, { ...mapping, dataDay: null }]]);
}

/**
 * Settings once an import is stored: it is in use, its source labels are known (the user's sorting in the mapping
 * wins), and the first import of the user's own, or an example that is the first of all, brings its currency.
 */
export function settingsAfterImport(
  settings: Settings,
  { record, deals, fingerprint }: ReadImport,
  storedImports: readonly ImportRecord[],
): Settings {
  const isFirst = storedImports.every(
    (other) => other.id === record.id || (other.isExample && !record.isExample),
  );
  const currency = isFirst ? currencyOf(deals, record.mapping) : null;
  return {
    ...settings,
    currency: currency ?? settings.currency,
    rates: ratesInCurrency(settings.rates, settings.currency, currency ?? settings.currency),
    sourceKinds: { ...settings.sourceKinds, ...record.mapping.sources },
    mappings: withSavedMapping(settings, fingerprint, record.mapping),
    activeImport: record.id,
    hasStarted: true,
  };
}

/**
 * Stores an import, all or nothing. `settings` count only where none have been stored yet.
 *
 * @param mayStore asked at the last moment to stop: what follows is one transaction
 */
export async function commitImport(
  session: Session,
  read: ReadImport,
  settings: Settings,
  files: readonly File[],
  mayStore: () => boolean,
): Promise<ImportCommit> {
  try {
    const { record, deals, renamed } = await followUp(session, read.record, read.deals, files);
    await nextTurn();
    if (!mayStore()) return { ok: false, problem: { code: 'cancelled', params: {} } };
    const followed = { ...read, record, deals };
    const settled = await session.repository.saveImport(
      record,
      deals,
      (stored, imports) => settingsAfterImport(stored ?? settings, followed, imports),
      renamed,
    );
    await session.load();
    session.tabs.tell('deals');
    return { ok: true, value: { record, settings: settled } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
