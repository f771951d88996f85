/**
 * `npm run bench:speed [-- --json] [-- NAME …]`: how fast the engine is, beside what others would use. The engine is
 * bundled and minified as in production, and each benchmark has a process of its own, so that none warms up or fills the
 * memory of another. What a page does is measured in a browser, on the app built as for production.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { benchmarkLargeImport, LARGE_IMPORT_NAMES } from './largeImport.ts';
import { benchmarkSlider, SLIDER_NAMES } from './slider.ts';
import { benchmarkLinkOpen, LINK_NAMES } from './linkOpen.ts';
import { benchmarkScreens, SCREEN_NAMES } from './screens.ts';
import type { SpeedResult } from './speedResult.ts';
import { benchmarkTableScroll, TABLE_NAMES } from './tableScroll.ts';

const NAMES = [
  'fit-10k',
  'fit-100k',
  'backtest-10k',
  'simulate-10k',
  'goal-seek',
  'scenarios-six',
  'forecast-100k',
  'import-parse-100k',
  'link-make',
];
const MEGABYTE = 1e6;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function bundleInto(folder: string): Promise<string> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Bundled like our own code: outside the project a package is not found.
    ssr: { noExternal: true },
    build: {
      ssr: here('speedRun.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: ['chrome120', 'safari16.4', 'firefox120'],
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'speedRun.mjs' } },
    },
  });
  return join(folder, 'speedRun.mjs');
}

/** Benchmarks of a build in a browser, by the names they have. */
const IN_BROWSER: readonly {
  names: readonly string[];
  run(folder: string, isWanted: (name: string) => boolean): Promise<readonly SpeedResult[]>;
}[] = [
  { names: LARGE_IMPORT_NAMES, run: benchmarkLargeImport },
  { names: SLIDER_NAMES, run: benchmarkSlider },
  { names: TABLE_NAMES, run: benchmarkTableScroll },
  { names: LINK_NAMES, run: benchmarkLinkOpen },
  { names: SCREEN_NAMES, run: benchmarkScreens },
];

/** The wanted ones among them, on a build of the sources as they are. */
async function benchmarkInBrowser(isWanted: (name: string) => boolean): Promise<readonly SpeedResult[]> {
  const wanted = IN_BROWSER.filter(({ names }) => names.some(isWanted));
  if (wanted.length === 0) return [];
  const app = mkdtempSync(join(tmpdir(), 'seedcast-app-'));
  try {
    await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
    const results: SpeedResult[] = [];
    for (const { run } of wanted) results.push(...(await run(app, isWanted)));
    return results.filter(({ name }) => isWanted(name));
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}

function describe({ name, medianMs, versus, reason, ...result }: SpeedResult): string {
  const parts = [`${medianMs.toFixed(1)} ms`];
  if (result.p95Ms !== undefined) parts.push(`95 of 100 within ${result.p95Ms.toFixed(1)} ms`);
  for (const [yardstick, ratio] of Object.entries(versus)) {
    parts.push(
      ratio === null ? `${yardstick} not measured: ${reason}` : `${ratio.toFixed(2)} of ${yardstick}'s time`,
    );
  }
  if (result.longestTaskMs !== undefined) parts.push(`no task over ${result.longestTaskMs.toFixed(0)} ms`);
  if (result.blankFrames !== undefined) parts.push(`${result.blankFrames} of ${result.frames} frames blank`);
  if (result.heapBytes !== undefined) parts.push(`${(result.heapBytes / MEGABYTE).toFixed(0)} MB kept`);
  if (result.peakRssBytes !== undefined) {
    parts.push(`${(result.peakRssBytes / MEGABYTE).toFixed(0)} MB at most`);
  }
  return `${name}: ${parts.join(', ')}`;
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'seedcast-speed-'));
try {
  const bundle = await bundleInto(folder);
  const benchmarks = NAMES.filter(isWanted).map((name) => {
    const output = execFileSync(
      process.execPath,
      ['--expose-gc', bundle, name, here('simulate_numpy.py'), here('../../public/example-company.csv')],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const result = JSON.parse(output) as SpeedResult;
    console.log(describe(result));
    return result;
  });
  for (const result of await benchmarkInBrowser(isWanted)) {
    console.log(describe(result));
    benchmarks.push(result);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ benchmarks }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
