import { isDeepStrictEqual } from 'node:util';
import { openSharedForecast } from '../../src/share/openShared';
import { restoreShared } from '../../src/workspace/restoreShared';
import type { Case } from './mutations';

/** No case may take longer. */
export const MOST_MILLISECONDS = 200;

export interface Tried {
  isAccepted: boolean;
  milliseconds: number;
  /** Why it must not be so; null where all is well. */
  fault: string | null;
}

/** Opens a case as the app does. Accepted ones must be what they were made of, or at least pass the gate as they are. */
export async function tryCase({ from, expected, what }: Case): Promise<Tried> {
  const begin = performance.now();
  let isAccepted = false;
  let fault: string | null = null;
  try {
    const opened = await openSharedForecast(from, null);
    isAccepted = opened.ok;
    if (expected && !(opened.ok && isDeepStrictEqual(opened.value, expected))) {
      fault = `${what}: not what it was made of`;
    }
    if (opened.ok && !expected) {
      const again = restoreShared(opened.value);
      if (!again.ok || !isDeepStrictEqual(again.value, opened.value)) {
        fault = `${what}: let in what the gate does not`;
      }
    }
  } catch (error) {
    fault = `${what}: threw ${String(error)}`;
  }
  if (Object.hasOwn(Object.prototype, 'isAdmin')) fault = `${what}: changed every object’s prototype`;
  return { isAccepted, milliseconds: performance.now() - begin, fault };
}
