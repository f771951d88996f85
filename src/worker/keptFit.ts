import { METHOD_VERSION } from '../engine';
import type { FunnelModel, HistorySummary } from '../engine';
import type { ImportRecord, KeptFit, Settings } from '../workspace/types';
import { fingerprintOf } from '../workspace/fingerprint';
import { HORIZON_MONTHS } from './modelling';

/** What deals say, as far as a forecast needs it. */
export interface LearntModel {
  model: FunnelModel;
  history: HistorySummary;
}

/** Fewer deals are read and fitted in a blink. */
const WORTH_KEEPING_DEALS = 10_000;

export function isWorthKeeping({ report }: ImportRecord): boolean {
  return report.deals >= WORTH_KEEPING_DEALS;
}

/** Names all that a fit follows from: the deals and what they count for, and the code that fits. */
export function fitKey(dealsKey: string, { fiscalYearStart }: Settings, build: string): string {
  return fingerprintOf(JSON.stringify([build, METHOD_VERSION, HORIZON_MONTHS, fiscalYearStart, dealsKey]));
}

/** A fit as it is kept; null where it would not come back as it is, which JSON can't say of infinities for one. */
export function packFit(importId: string, key: string, { model, history }: LearntModel): KeptFit | null {
  if (!isPlain(model) || !isPlain(history)) return null;
  const text = JSON.stringify({ model, history });
  return { importId, key, text, checksum: fingerprintOf(key + text) };
}

/** The fit that was kept under this key; null where it is another one, or no longer what was written. */
export function unpackFit(kept: KeptFit | null, key: string): LearntModel | null {
  if (kept?.key !== key || kept.checksum !== fingerprintOf(key + kept.text)) return null;
  // The checksum says that this build of the app wrote it, so it has the shape that this build gives a fit.
  return JSON.parse(kept.text) as LearntModel;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object' || value === null) return true;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}
