import Papa from 'papaparse';
import { inspectFiles } from '../../src/csv';
import { dayFromDate } from '../../src/engine';
import { crmExportText } from './crmExport.ts';
import type { SpeedResult } from './speedResult.ts';
import { medianOf } from './timeRuns.ts';

const RUNS = 7;
const WARM_UPS = 2;

/**
 * From the bytes of a file to checked deals: decode, parse, recognise the columns, settle formats and labels, and read
 * every row. PapaParse's time is for splitting the same text, already decoded, into cells and nothing else. Both in
 * turn, as a ratio of neighbours stands when the machine's speed drifts.
 */
export async function benchmarkImportParse(name: string, rows: number): Promise<SpeedResult> {
  const text = crmExportText(rows);
  const file = Object.assign(new Blob([text]), { name: 'deals.csv' });
  const today = dayFromDate(2026, 11, 23) ?? 0;
  const times: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < RUNS + WARM_UPS; run++) {
    const ours = await timeOf(async () => {
      const result = await inspectFiles([file], null, today);
      if (!result.ok || result.value.preview.length === 0) throw new Error(`${name}: nothing was read.`);
    });
    const theirs = await timeOf(() => {
      if (Papa.parse(text).data.length !== rows + 1) throw new Error(`${name}: PapaParse lost rows.`);
    });
    if (run < WARM_UPS) continue;
    times.push(ours);
    ratios.push(ours / theirs);
  }
  return { name, medianMs: medianOf(times), versus: { papaparse: medianOf(ratios) } };
}

async function timeOf(work: () => void | Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
