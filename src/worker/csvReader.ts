import type { CsvReader } from './parts';

/**
 * The importer, loaded only when someone imports: parser and column recognition are no part of what a returning
 * visitor waits for.
 */
export async function loadCsvReader(): Promise<CsvReader> {
  const { inspectFiles, moveExample, readDeals } = await import('../csv');
  return {
    inspect: (files, mapping, today, reading) =>
      inspectFiles(files, mapping, today, { ...reading, languages: browserLanguages() }),
    read: readDeals,
    moveExample: async (file, today) =>
      new File([moveExample(await file.text(), today)], file.name, { type: file.type }),
  };
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
}
