/**
 * Versions of everything that is saved: database, backup file and link alike. They are names, so that a branch can't
 * claim a number that another branch claims too. The order here is the order of age, and the place in it (counted from
 * 1) is the database's schema number. A version that has shipped is never changed: add one, with its migration.
 */
export const VERSIONS = ['first', 'drivers', 'dealEdits', 'scenarios', 'team'] as const;

export type Version = (typeof VERSIONS)[number];

export const CURRENT_VERSION: Version = VERSIONS[VERSIONS.length - 1] ?? 'first';

/** The parts that a workspace is saved in, each migrated by itself. `plan` is all plans (up to 'first': the only one). */
export type Part =
  'settings' | 'plan' | 'importRecord' | 'deal' | 'edit' | 'trackRecord' | 'keptFit' | 'shared';

export function isKnownVersion(version: unknown): version is Version {
  return (VERSIONS as readonly unknown[]).includes(version);
}
