import { problemOf } from '../storage/problem';
import type { StorageProblem } from '../storage/problem';
import type { StorageResult } from './protocol';

/** Runs something that touches storage and turns what it throws into an answer. */
export async function answering<T>(run: () => Promise<T>): Promise<StorageResult<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Where a method is called before `open` has succeeded. */
export function notOpenProblem(): StorageProblem {
  return { code: 'storageUnavailable', params: { reason: 'notOpen' } };
}
