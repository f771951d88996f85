import type { StorageProblem } from '../worker/protocol';
import { m } from './paraglide/messages';
import { parameter, type Params } from './parameter';

const STORAGE = {
  quotaExceeded: m.problems_storage_quota,
  newerSchema: m.problems_storage_newer_schema,
  storageUnavailable: m.problems_storage_unavailable,
  serviceStopped: (params) => m.problems_service_stopped({ reason: parameter(params, 'reason') }),
  damagedData: (params) => m.problems_storage_damaged_data({ path: parameter(params, 'path') }),
  notABackup: m.problems_storage_not_backup,
  damagedBackup: (params) => m.problems_storage_damaged_backup({ path: parameter(params, 'path') }),
  newerBackup: (params) => m.problems_storage_newer_backup({ version: parameter(params, 'version') }),
  needsPassphrase: m.problems_share_needs_passphrase,
  wrongPassphrase: m.problems_share_wrong_passphrase,
  noEncryption: m.problems_share_no_encryption,
  tooSlowToOpen: m.problems_share_too_slow,
} satisfies Record<StorageProblem['code'], (params: Params) => string>;

/** What went wrong with saving or restoring, and what to do. */
export function storageSentence(problem: StorageProblem): string {
  return STORAGE[problem.code](problem.params);
}
