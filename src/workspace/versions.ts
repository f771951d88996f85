import { bookWithScenarios, settingsWithBackup } from './migrations/dealEditsToScenarios';
import { editWithChanges, settingsWithRates } from './migrations/driversToDealEdits';
import { planToBook } from './migrations/firstToDrivers';

/**
 * Versions of everything that is saved: database, backup file and link alike. They are names, so that a branch can't
 * claim a number that another branch claims too. The order here is the order of age, and the place in it (counted from
 * 1) is the database's schema number. A version that has shipped is never changed: add one, with its migration.
 */
export const VERSIONS = ['first', 'drivers', 'dealEdits', 'scenarios'] as const;

export type Version = (typeof VERSIONS)[number];

export const CURRENT_VERSION: Version = VERSIONS[VERSIONS.length - 1] ?? 'first';

/** The parts that a workspace is saved in, each migrated by itself. `plan` is all plans (up to 'first': the only one). */
export type Part =
  'settings' | 'plan' | 'importRecord' | 'deal' | 'edit' | 'trackRecord' | 'keptFit' | 'shared';

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
];

export function isKnownVersion(version: unknown): version is Version {
  return (VERSIONS as readonly unknown[]).includes(version);
}

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
