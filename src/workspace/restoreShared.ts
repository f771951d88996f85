import * as v from 'valibot';
import { damagedAt } from './admit';
import type { Restored } from './admit';
import { migrate } from './migrate';
import { sharedForecastSchema } from './schemas/sharedForecast';
import type { SharedForecast } from './sharedForecast';
import { CURRENT_VERSION } from './versions';
import type { Version } from './versions';

/**
 * The gate (see `restore`) for a forecast of somebody else: from a link, a file, a backup, and each time one that was kept is
 * opened. By itself, as the rules for a whole model are much to load and nobody needs them on a usual visit.
 */
export function restoreShared(value: unknown, version: Version = CURRENT_VERSION): Restored<SharedForecast> {
  const result = v.safeParse(sharedForecastSchema, migrate('shared', value, version));
  if (result.success) return { ok: true, value: result.output };
  return damagedAt(['shared', v.getDotPath(result.issues[0])].filter(Boolean).join('.'));
}
