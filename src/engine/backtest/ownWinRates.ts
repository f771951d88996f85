import type { Deal } from '../deals/deal';

/** Shares won of the deals that have closed. */
export interface OwnWinRates {
  /** Null where nothing has closed. */
  overall: number | null;
  /** Of those that had been in a stage; stages too little is known of are missing. */
  byStage: ReadonlyMap<string, number>;
}

/** With fewer a stage's share is chance. */
const FEWEST_CLOSED = 10;

/**
 * Plainly counted, as CRMs do. A stage's share needs ten closed deals known to have entered it, a won one among them:
 * without stage history only lost deals still show the stage they were in, and every stage would look hopeless.
 *
 * @example ownWinRates([won, lost, lost, open]).overall // 1 / 3
 */
export function ownWinRates(deals: readonly Deal[]): OwnWinRates {
  let won = 0;
  let closed = 0;
  const stages = new Map<string, { won: number; closed: number }>();
  for (const { outcome, stageEntries } of deals) {
    if (outcome === 'open') continue;
    const win = outcome === 'won' ? 1 : 0;
    won += win;
    closed++;
    for (const stage of new Set(stageEntries.map((entry) => entry.stage))) {
      const counted = stages.get(stage) ?? { won: 0, closed: 0 };
      stages.set(stage, { won: counted.won + win, closed: counted.closed + 1 });
    }
  }
  const byStage = new Map<string, number>();
  for (const [stage, counted] of stages) {
    if (counted.closed >= FEWEST_CLOSED && counted.won > 0) byStage.set(stage, counted.won / counted.closed);
  }
  return { overall: closed > 0 ? won / closed : null, byStage };
}
