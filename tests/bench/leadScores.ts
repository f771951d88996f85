import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkScores } from '../../src/engine';
import { csvFilesOf, readAccuracyInput } from './accuracyInput';

/** What scores of open deals were worth on one set: log loss ÷ that of the counted win rate. */
export interface ScoreRatio {
  /** Null where it could not be measured. */
  ratio: number | null;
  /** Deals × month ends, and month ends. */
  cases: number;
  origins: number;
  /** Why there is no ratio. */
  reason: string | null;
}

/**
 * At every past month end with enough behind and ahead: each open deal's chance to be won within three months, scored with what was known
 * then, against the win rate by kind and age (and stage, where there is a history of stages) counted with what was known then.
 *
 * @param folder a folder with one folder of CSV files for each set
 */
export async function scoreLogLossRatios(folder: string): Promise<Record<string, ScoreRatio>> {
  const sets = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && csvFilesOf(join(folder, entry.name)).length > 0)
    .map(({ name }) => name)
    .sort();
  const ratios: Record<string, ScoreRatio> = {};
  for (const name of sets) ratios[name] = await ratioOf(join(folder, name));
  return ratios;
}

async function ratioOf(path: string): Promise<ScoreRatio> {
  const none = { ratio: null, cases: 0, origins: 0 };
  try {
    const { deals, dataDay, currency } = await readAccuracyInput(path, null);
    const checking = checkScores(deals, { dataDay, currency, fiscalYearStart: 1, allOrigins: true });
    let step = checking.next();
    while (!step.done) step = checking.next();
    const check = step.value;
    if (check === null) return { ...none, reason: 'no past month end with enough behind and ahead' };
    const { logLoss, baseLogLoss, n, origins } = check;
    return { ratio: logLoss / baseLogLoss, cases: n, origins, reason: null };
  } catch (error) {
    return { ...none, reason: error instanceof Error ? error.message : String(error) };
  }
}
