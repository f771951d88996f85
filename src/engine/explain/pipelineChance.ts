import type { OwnWinRates } from '../backtest/ownWinRates';
import type { Deal } from '../deals/deal';

/** A chance as the pipeline that people know has it, and where it is from. */
export interface PipelineChance {
  chance: number;
  /** The CRM's own; else the share won of closed deals that were in the stage; else of all closed deals. */
  basis: 'crm' | 'stage' | 'all';
}

/**
 * The chance a weighted pipeline multiplies a deal's amount with, by the same rule as the replayed one. Null where the export
 * has none and nothing has closed yet.
 */
export function pipelineChance(deal: Deal, rates: OwnWinRates): PipelineChance | null {
  if (deal.probability !== null) return { chance: deal.probability, basis: 'crm' };
  const ofStage = deal.stage === null ? undefined : rates.byStage.get(deal.stage);
  if (ofStage !== undefined) return { chance: ofStage, basis: 'stage' };
  return rates.overall === null ? null : { chance: rates.overall, basis: 'all' };
}
