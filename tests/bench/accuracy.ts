/**
 * `npm run bench:accuracy -- [--json] [--mapping FILE] [--companies N] [--seed N] [FILE.csv|FOLDER…]`: how wrong the forecast
 * would have been, beside simple methods, at every past month end that has enough behind and ahead. A folder's files are
 * joined. Without a path: the data sets beside the project, where there are any, and simulated companies.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBacktest, origins, scoreOrigins, type Deal, type OriginResult } from '../../src/engine';
import type { ImportMapping } from '../../src/workspace/importTypes';
import { csvFilesOf, readAccuracyInput, type AccuracyInput } from './accuracyInput';
import { describeDataset, SIMULATED, toJson, type DatasetScores } from './accuracyReport';
import { pooledCoverage, singleMethodRatios, summariseRatios } from './accuracyRatios';
import { simulateCompany } from './simulatedCompanies';

const DATA_BESIDE_THE_PROJECT = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const DEFAULT_COMPANIES = 200;
/** Origins per simulated company, evenly spread: more of one company say little more. */
const ORIGINS_PER_COMPANY = 6;
/** Wins go on this long after the last lead came: the intake ended, so only the leads that were there can be scored. */
const INTAKE_ENDED_DAYS = 60;

interface Request {
  isJson: boolean;
  mapping: ImportMapping | null;
  companies: number;
  seed: number;
  paths: string[];
}

function readArguments(given: readonly string[]): Request {
  const request: Request = { isJson: false, mapping: null, companies: DEFAULT_COMPANIES, seed: 1, paths: [] };
  for (let index = 0; index < given.length; index++) {
    const argument = given[index]!;
    const value = (): string => {
      const next = given[++index];
      if (next === undefined) throw new Error(`${argument} needs a value`);
      return next;
    };
    if (argument === '--json') request.isJson = true;
    else if (argument === '--mapping')
      request.mapping = JSON.parse(readFileSync(value(), 'utf8')) as ImportMapping;
    else if (argument === '--companies') request.companies = Number(value());
    else if (argument === '--seed') request.seed = Number(value());
    else request.paths.push(argument);
  }
  return request;
}

function backtestInput({ name, rows, deals, dataDay, currency }: AccuracyInput): DatasetScores {
  const isRunOff = hasIntakeEnded(deals);
  const backtest = createBacktest(deals, { dataDay, fiscalYearStart: 1, currency, isRunOff });
  return { name, rows, isRunOff, result: backtest.finish() };
}

function hasIntakeEnded(deals: readonly Deal[]): boolean {
  let lastCreated = -Infinity;
  let lastWon = -Infinity;
  for (const { created, outcome, closed } of deals) {
    lastCreated = Math.max(lastCreated, created);
    if (outcome === 'won' && closed !== null) lastWon = Math.max(lastWon, closed);
  }
  return lastWon - lastCreated > INTAKE_ENDED_DAYS;
}

/** Some origins of each company, all companies pooled; deal values are drawn from one range, so none outweighs the rest. */
function backtestCompanies(count: number, seed: number): DatasetScores | null {
  const bySort = new Map<string, OriginResult[]>();
  let rows = 0;
  for (let index = 0; index < count; index++) {
    const { sort, deals, dataDay } = simulateCompany(index, seed);
    rows += deals.length;
    const options = { dataDay, fiscalYearStart: 1, currency: 'USD', seed: seed + index };
    const days = origins(deals, dataDay);
    const step = Math.max(1, Math.ceil(days.length / ORIGINS_PER_COMPANY));
    const some = days.filter((_, position) => position % step === 0);
    const result = createBacktest(deals, { ...options, origins: some }).finish();
    bySort.set(sort, [...(bySort.get(sort) ?? []), ...result.origins]);
  }
  const pooled = [...bySort.values()].flat();
  if (pooled.length === 0) return null;
  for (const [sort, own] of bySort) {
    const { coverage50, coverage80, methods } = scoreOrigins(own);
    const range = ({ wins, revenue, quarter }: typeof coverage80): string =>
      [wins, revenue, quarter].map((share) => ((share ?? NaN) * 100).toFixed(0)).join('/');
    console.log(
      `  simulated ${sort}: ${own.length} origins, ranges hold ${range(coverage50)} and ${range(coverage80)}, bias ${(methods.seedcast.bias ?? NaN).toFixed(3)}`,
    );
  }
  return {
    name: SIMULATED,
    rows,
    isRunOff: false,
    result: { origins: pooled, ...scoreOrigins(pooled) },
  };
}

/**
 * Not measured unless named: outcomes and dates there are random (closing dates before creation, most open deals long
 * overdue), or the rows are samples of a format.
 */
const NOT_FIT_FOR_ACCURACY = new Set(['zoho-sample', 'masked-drone-deals', 'format_specimens']);

function folderInputs(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_FIT_FOR_ACCURACY.has(entry.name))
    .map((entry) => join(root, entry.name))
    .filter((folder) => csvFilesOf(folder).length > 0)
    .sort();
}

async function run(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  const paths = request.paths.length > 0 ? request.paths : folderInputs(DATA_BESIDE_THE_PROJECT);
  const datasets: DatasetScores[] = [];
  for (const path of paths) {
    try {
      const scores = backtestInput(await readAccuracyInput(path, request.mapping));
      if (scores.result.origins.length === 0)
        console.log(`${scores.name}: no month end with enough behind and ahead`);
      if (scores.result.origins.length === 0 && request.paths.length === 0) continue;
      datasets.push(scores);
      console.log(describeDataset(scores));
    } catch (error) {
      // One file that cannot be read must not cost the figures of the others.
      if (request.paths.length > 0) process.exitCode = 1;
      console.log(`left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (request.paths.length === 0 && request.companies > 0) {
    const simulated = backtestCompanies(request.companies, request.seed);
    if (simulated !== null) {
      datasets.push(simulated);
      console.log(describeDataset(simulated));
    }
  }
  for (const line of [
    ...summariseRatios(datasets),
    ...singleMethodRatios(datasets),
    ...pooledCoverage(datasets),
  ])
    console.log(line);
  if (request.isJson) console.log(JSON.stringify({ datasets: datasets.map(toJson) }));
}

await run();
