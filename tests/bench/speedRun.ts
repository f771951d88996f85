/** Runs the one benchmark that the command line names and prints its result as JSON. Bundled and started by speed.ts. */
import { benchmarkBacktest, benchmarkFit, benchmarkMemory } from './fitAndBacktest.ts';
import { benchmarkGoalSeek } from './goalSeek.ts';
import { benchmarkImportParse } from './importParse.ts';
import { benchmarkLinkMake } from './linkMake.ts';
import { benchmarkScenariosSix } from './scenariosSix.ts';
import { benchmarkSimulate10k } from './simulate10k.ts';
import type { SpeedResult } from './speedResult.ts';

const [name = '', numpyScript = '', exampleFile = ''] = process.argv.slice(2);

const BENCHMARKS: Readonly<Record<string, () => SpeedResult | Promise<SpeedResult>>> = {
  'fit-10k': () => benchmarkFit('fit-10k', 10_000, 9),
  'fit-100k': () => benchmarkFit('fit-100k', 100_000, 5),
  'backtest-10k': () => benchmarkBacktest('backtest-10k', 10_000, 3),
  'simulate-10k': () => benchmarkSimulate10k(numpyScript),
  'goal-seek': () => benchmarkGoalSeek('goal-seek'),
  'scenarios-six': () => benchmarkScenariosSix('scenarios-six'),
  'import-parse-100k': () => benchmarkImportParse('import-parse-100k', 100_000),
  'link-make': () => benchmarkLinkMake('link-make', exampleFile),
  'forecast-100k': () => benchmarkMemory('forecast-100k', 100_000),
};

const run = BENCHMARKS[name];
if (run === undefined) throw new Error(`No benchmark is called ${name}.`);
const result = await run();
// Kilobytes on every platform.
const peakRssBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ...result, peakRssBytes } satisfies SpeedResult));
