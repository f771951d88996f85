import { describe, expect, it } from 'vitest';
import { inspectFiles, KeptReading, readDeals } from '../../src/csv';
import type { SourceFile } from '../../src/csv';
import type { ImportMapping } from '../../src/workspace/importTypes';
import { TODAY } from './csvFile';

const HEADER = 'Id,Name,Created,Close date,Stage,Amount,Source\n';
const TEXT = `${HEADER}1,A,2025-01-01,,Open,5,x\n2,B,2025-01-02,2025-02-01,Won,6.5,\n1,A,2025-01-01,,Open,7,x\n3,,never,,Open,1,y\n`;

/** A file that counts how often bytes are asked of it. */
function countedFile(text = TEXT, lastModified = 1_795_000_000_000): SourceFile & { slices: number } {
  const blob = new Blob([text]);
  const file = {
    name: 'deals.csv',
    size: blob.size,
    lastModified,
    slices: 0,
    slice: (start: number, end: number) => {
      file.slices += 1;
      return blob.slice(start, end);
    },
  };
  return file;
}

async function mappingOf(file: SourceFile, kept: KeptReading): Promise<ImportMapping> {
  const inspected = await inspectFiles([file], null, TODAY, { kept });
  if (!inspected.ok) throw new Error(inspected.problem.code);
  return inspected.value.mapping;
}

describe('files that were looked at', () => {
  it('are imported without being read again, as if they were', async () => {
    const kept = new KeptReading();
    const mapping = await mappingOf(countedFile(), kept);
    const file = countedFile();
    const sorted: ImportMapping = { ...mapping, sources: { x: 'seed' }, leaveOut: ['staleOpens'] };
    const imported = await readDeals([file], sorted, TODAY, { kept });
    expect(file.slices).toBe(0);
    expect(imported).toEqual(await readDeals([countedFile()], sorted, TODAY));
  });

  it('are read as another mapping says', async () => {
    const kept = new KeptReading();
    const mapping = await mappingOf(countedFile(), kept);
    const changes: Partial<ImportMapping>[] = [
      { outcomes: { ...mapping.outcomes, Open: 'lost' } },
      { currency: 'SEK' },
      { dataDay: TODAY - 5 },
      {
        columns: mapping.columns.map((column) =>
          column.meaning === 'name' ? { ...column, meaning: 'company' } : column,
        ),
      },
    ];
    for (const change of changes) {
      const changed = { ...mapping, ...change };
      const file = countedFile();
      expect(await inspectFiles([file], changed, TODAY, { kept })).toEqual(
        await inspectFiles([countedFile()], changed, TODAY),
      );
      expect(file.slices).toBe(0);
    }
    const last = { ...mapping, ...changes[0] };
    expect(await readDeals([countedFile()], last, TODAY, { kept })).toEqual(
      await readDeals([countedFile()], last, TODAY),
    );
  });

  it('are read as of another day', async () => {
    const kept = new KeptReading();
    const mapping = await mappingOf(countedFile(), kept);
    const before = TODAY - 700;
    expect(await readDeals([countedFile()], mapping, before, { kept })).toEqual(
      await readDeals([countedFile()], mapping, before),
    );
  });

  it('are told from a file of the same name that has changed since, or whose age is not known', async () => {
    const changed = TEXT.replace('6.5', '8.5');
    for (const lastModified of [1_795_000_000_001, 0]) {
      const kept = new KeptReading();
      const mapping = await mappingOf(countedFile(TEXT, lastModified === 0 ? 0 : undefined), kept);
      const imported = await readDeals([countedFile(changed, lastModified)], mapping, TODAY, { kept });
      expect(imported.ok && imported.value.deals.map(({ amount }) => amount)).toEqual([7, 8.5]);
    }
  });

  it('are read again when they come in anew, and once their deals were handed over', async () => {
    const kept = new KeptReading();
    const mapping = await mappingOf(countedFile(), kept);
    const anew = countedFile();
    await mappingOf(anew, kept);
    expect(anew.slices).toBeGreaterThan(0);
    await readDeals([countedFile()], mapping, TODAY, { kept });
    const again = countedFile();
    await readDeals([again], mapping, TODAY, { kept });
    expect(again.slices).toBeGreaterThan(0);
  });
});
