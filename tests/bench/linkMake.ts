import { exampleToShare } from './exampleLink';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

const RUNS = 21;
const WARM_UPS = 5;

/**
 * `link-make`: from asking for a link to having it, where the forecast is on screen already: rounding, packing, checksum, and reading it
 * back to show what is in it. The example company with its open deals and three scenarios; another title each time.
 */
export async function benchmarkLinkMake(name: string, exampleFile: string): Promise<SpeedResult> {
  const { test, request } = await exampleToShare(exampleFile);
  await test.service.forecast({ ...request, paths: 600 });
  const times: number[] = [];
  for (let run = 0; run < RUNS + WARM_UPS; run++) {
    const begin = performance.now();
    const shared = await test.service.share({ ...request, title: `For the board ${run}` });
    if (run >= WARM_UPS) times.push(performance.now() - begin);
    if (!shared.ok) throw new Error(shared.problem.code);
  }
  return { name, medianMs: medianOf(times), versus: {} };
}
