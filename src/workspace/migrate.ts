import { bookWithScenarios, settingsWithBackup } from './migrations/dealEditsToScenarios';
import { editWithChanges, settingsWithRates } from './migrations/driversToDealEdits';
import { planToBook } from './migrations/firstToDrivers';
import { settingsWithSellers } from './migrations/scenariosToTeam';
import type { Part, Version } from './versions';

/**
 * The step from one version to the next. A part that is not named stays as it was. A step takes anything and may
 * return anything: what comes out of the last one is checked by `restore`, so a step needs no checks of its own but
 * must not throw.
 */
export interface Migration<Name extends string = Version> {
  from: Name;
  to: Name;
  parts: Readonly<Partial<Record<Part, (value: unknown) => unknown>>>;
}

/** One for each pair of neighbours in `VERSIONS`. */
export const MIGRATIONS: readonly Migration[] = [
  { from: 'first', to: 'drivers', parts: { plan: planToBook } },
  { from: 'drivers', to: 'dealEdits', parts: { settings: settingsWithRates, edit: editWithChanges } },
  { from: 'dealEdits', to: 'scenarios', parts: { settings: settingsWithBackup, plan: bookWithScenarios } },
  { from: 'scenarios', to: 'team', parts: { settings: settingsWithSellers } },
];

/**
 * Carries a part from the version it was saved under to the newest one that `migrations` lead to. The chain is an
 * argument only so that tests can prove it on made-up versions.
 */
export function migrate(
  part: Part,
  value: unknown,
  version: string,
  migrations: readonly Migration<string>[] = MIGRATIONS,
): unknown {
  let reached = version;
  let migrated = value;
  for (const { from, to, parts } of migrations) {
    if (from !== reached) continue;
    const step = parts[part];
    if (step) migrated = step(migrated);
    reached = to;
  }
  return migrated;
}
