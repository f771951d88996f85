export interface SpeedResult {
  name: string;
  /** Median of several runs after a warm-up, milliseconds. */
  medianMs: number;
  /** 95 of 100 runs took no longer. */
  p95Ms?: number;
  /** Our time ÷ the yardstick's; null where the yardstick can't run here. */
  versus: Readonly<Record<string, number | null>>;
  /** Why a yardstick could not run. */
  reason?: string;
  /** The same through the whole of `simulate()`: preparation, running totals, quarters, years and distributions. */
  wholeForecastMs?: number;
  /** Of goal seek and scenarios, of which `medianMs` is the slower: from a plan alone, and on 10,000 deals. */
  planAloneMs?: number;
  historyMs?: number;
  /** The longest that the page could not answer meanwhile; 50 where no task took longer. */
  longestTaskMs?: number;
  /** Frames put on screen while a table was scrolled, and those among them with a row of nothing in view. */
  frames?: number;
  blankFrames?: number;
  /** Heap that deals and fitted model keep, after collecting what nobody holds any more. */
  heapBytes?: number;
  /** The most memory that the benchmark's process (Node, or the browser's with page and worker) ever had. */
  peakRssBytes?: number;
}
