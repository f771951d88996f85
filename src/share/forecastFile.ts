import { restoreShared } from '../workspace/restoreShared';
import type { SharedForecast } from '../workspace/sharedForecast';
import { CURRENT_VERSION, isKnownVersion } from '../workspace/versions';
import { FILE_DEPTH, FILE_ENTRIES, FILE_NODES } from './limits';
import { partsOf, readPayload } from './payload';
import { refuse } from './problem';
import type { Refused } from './problem';

const FORMAT = 'seedcast-forecast';

/** The text of a forecast's file: in the open, so that anybody may look at it, or locked as the link is. */
export function writeForecastFile(shared: SharedForecast, lockedPayload: string | null): string {
  const head = { format: FORMAT, version: CURRENT_VERSION };
  return JSON.stringify(lockedPayload === null ? { ...head, shared } : { ...head, payload: lockedPayload });
}

/** The forecast in such a text; null where it is no JSON, and may be a link. */
export async function readForecastFile(
  text: string,
  passphrase: string | null,
): Promise<{ ok: true; value: SharedForecast } | Refused | null> {
  const input = parseJson(text);
  if (input === undefined) return null;
  if (typeof input !== 'object' || input === null || !('format' in input) || input.format !== FORMAT) {
    return refuse('notALink');
  }
  if (!isModest(input)) return refuse('damaged', { path: 'size' });
  const { version, shared, payload } = input as Readonly<Record<string, unknown>>;
  if (typeof payload === 'string') {
    const parts = partsOf(payload);
    return parts ? await readPayload(parts, passphrase) : refuse('damaged', { path: 'payload' });
  }
  if (!isKnownVersion(version)) {
    return typeof version === 'string' && version !== ''
      ? refuse('newerVersion', { version: version.slice(0, 100) })
      : refuse('damaged', { path: 'version' });
  }
  const restored = restoreShared(shared, version);
  return restored.ok ? restored : refuse('damaged', { path: String(restored.problem.params['path'] ?? '') });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether it is no larger than anything Seedcast writes: what checks it takes its time with each value. */
function isModest(input: unknown): boolean {
  let left = FILE_NODES;
  const look = (value: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > FILE_DEPTH) return false;
    if (typeof value !== 'object' || value === null) return true;
    const members = Object.values(value);
    return members.length <= FILE_ENTRIES && members.every((member) => look(member, depth + 1));
  };
  return look(input, 0);
}
