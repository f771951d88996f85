import type { CsvReader } from './parts';

/**
 * The importer, loaded only when someone imports: parser and column recognition are no part of what a returning
 * visitor waits for.
 */
export async function loadCsvReader(): Promise<CsvReader> {
  const { inspectFiles, KeptReading, moveExample, readDeals } = await import('../csv');
  const kept = new KeptReading();
  return {
    inspect: (files, mapping, today, reading) =>
      inspectFiles(files, mapping, today, { ...reading, kept, languages: browserLanguages() }),
    read: (files, mapping, today, reading) => readDeals(files, mapping, today, { ...reading, kept }),
    forget: () => kept.forget(),
    moveExample: async (file, today) =>
      new File([moveExample(await file.text(), today)], file.name, { type: file.type }),
  };
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
}
