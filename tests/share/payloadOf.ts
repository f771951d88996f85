import { writePayload } from '../../src/share/payload';
import type { SharedForecast } from '../../src/workspace/sharedForecast';

/** The payload of a forecast that can be sent. */
export async function payloadOf(shared: SharedForecast, passphrase: string | null = null): Promise<string> {
  const written = await writePayload(shared, passphrase);
  if (!written.ok) throw new Error(written.problem.code);
  return written.value;
}
