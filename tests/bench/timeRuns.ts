export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Median milliseconds of so many runs, after some to warm up. */
export function timeRuns(runs: number, warmUps: number, run: (index: number) => void): number {
  const times: number[] = [];
  for (let index = 0; index < runs + warmUps; index++) {
    const begin = performance.now();
    run(index);
    if (index >= warmUps) times.push(performance.now() - begin);
  }
  return medianOf(times);
}
