/**
 * `npm run bench:speed [-- --json]`: how fast the engine is, beside what others would use. Each benchmark is a module of
 * this folder, listed below.
 */
import { benchmarkSimulate10k } from './simulate10k.ts';

interface Benchmark {
  name: string;
  /** Median of several runs after a warm-up, milliseconds. */
  medianMs: number;
  /** Our time ÷ the yardstick's; null where the yardstick can't run here. */
  versus: Readonly<Record<string, number | null>>;
  /** Why a yardstick could not run. */
  reason?: string;
}

const BENCHMARKS: readonly (() => Benchmark)[] = [benchmarkSimulate10k];

const benchmarks = BENCHMARKS.map((run) => {
  const benchmark = run();
  const { name, medianMs, versus, reason } = benchmark;
  const ratios = Object.entries(versus).map(([yardstick, ratio]) =>
    ratio === null ? `${yardstick} not measured` : `${ratio.toFixed(2)} of ${yardstick}'s time`,
  );
  console.log(`${name}: ${medianMs.toFixed(1)} ms (${ratios.join(', ')})`);
  if (reason) console.log(`  ${reason}`);
  return benchmark;
});
if (process.argv.includes('--json')) console.log(JSON.stringify({ benchmarks }));
