import { describe, expect, it } from 'vitest';
import { csvFile, day, importFiles, inspect, TODAY } from './csvFile';

/** Deals created up to `2026-08-25`, closed up to `2026-11-16`; one column serves for plans and facts. */
function swedishExport(more: readonly string[] = []): string {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const created = `2026-0${(index % 8) + 1}-${String((index % 25) + 1).padStart(2, '0')}`;
    const [stage, closes] =
      index < 13
        ? ['Vunnen', `2026-1${index % 2}-${String(index + 4).padStart(2, '0')}`]
        : index < 26
          ? ['Förlorad', `2026-1${index % 2}-${String(index - 9).padStart(2, '0')}`]
          : ['Offert', '2027-02-15'];
    return `${index},Affär ${index},${created},${closes},${stage},${100 * (index + 1)}`;
  });
  return [
    'Id,Affärsnamn,Skapad,Stängningsdatum,Steg,Belopp',
    ...rows,
    '98,Sist,2026-08-25,2027-01-10,Offert,5',
    ...more,
  ].join('\n');
}

describe('the day a file shows', () => {
  it('is that of the latest closing where new deals came in long before', async () => {
    const { inferredDataDay, mapping } = await inspect(csvFile(swedishExport()));
    expect(mapping.columns[3]).toMatchObject({ header: 'Stängningsdatum', meaning: 'closeDate' });
    expect(inferredDataDay).toBe(day('2026-11-16'));
    const { report } = await importFiles(csvFile(swedishExport()));
    expect(report.notes.map(({ code }) => code)).not.toContain('closedInFuture');
  });

  it('is not moved by days of closing after today', async () => {
    const file = csvFile(swedishExport(['99,Tidig,2026-03-01,2026-12-24,Vunnen,7']));
    expect((await inspect(file)).inferredDataDay).toBe(day('2026-11-16'));
  });

  it('of a file from long ago stays near its last new deal, whatever is planned on closed ones', async () => {
    const file = csvFile(swedishExport().replaceAll('2026-', '2022-').replaceAll('2027-', '2023-'));
    const { inferredDataDay } = await inspect(file);
    expect(inferredDataDay).toBeLessThanOrEqual(day('2022-09-25'));
    expect(inferredDataDay).toBeLessThan(TODAY);
  });
});
