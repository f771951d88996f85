/** Why something that touches storage failed; i18n makes the sentence. */
export interface StorageProblem {
  code:
    | 'quotaExceeded'
    | 'newerSchema' // another tab runs a newer Seedcast: reload
    | 'storageUnavailable'
    | 'serviceStopped' // { reason }: the worker ended before it could answer
    | 'damagedData' // { path }: what is stored, or was to be stored, is outside its limits
    | 'notABackup'
    | 'damagedBackup' // { path }
    | 'newerBackup' // { version }
    | 'needsPassphrase' // the backup is locked, and no passphrase was given
    | 'wrongPassphrase'
    | 'noEncryption' // the browser offers none on this (plain http) address
    | 'tooSlowToOpen'; // it asks for more rounds of key derivation than anybody needs
  params: Readonly<Record<string, string | number>>;
}

/** Thrown by repositories, so that a transaction ends; the service turns it into an answer. */
export class StorageFailure extends Error {
  readonly problem: StorageProblem;

  constructor(code: StorageProblem['code'], params: StorageProblem['params'] = {}) {
    super(code);
    this.name = 'StorageFailure';
    this.problem = { code, params };
  }
}

/** Names of errors by which browsers say that the device or the site's share of it is full. */
const QUOTA_ERRORS = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);

/** What an error thrown while storage was at work means. Dexie wraps the browser's error as `inner`. */
export function problemOf(error: unknown): StorageProblem {
  if (error instanceof StorageFailure) return error.problem;
  for (let cause = error; cause instanceof Object; cause = 'inner' in cause ? cause.inner : undefined) {
    if ('name' in cause && QUOTA_ERRORS.has(String(cause.name))) return { code: 'quotaExceeded', params: {} };
  }
  return {
    code: 'storageUnavailable',
    params: { reason: error instanceof Error ? error.name : String(error) },
  };
}
