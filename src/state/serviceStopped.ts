import type { StorageProblem } from '../worker/protocol';

/**
 * What a rejected call of the service means for the person: the worker crashed, or the program has a fault. All that
 * can be expected to go wrong comes as an answer instead.
 */
export function serviceStopped(error: unknown): StorageProblem {
  return {
    code: 'serviceStopped',
    params: { reason: error instanceof Error ? error.message : String(error) },
  };
}

/** Calls the service; a rejected call becomes an answer like any other. */
export async function answerOrStopped<T>(
  call: () => Promise<T>,
): Promise<T | { ok: false; problem: StorageProblem }> {
  try {
    return await call();
  } catch (error) {
    return { ok: false, problem: serviceStopped(error) };
  }
}
