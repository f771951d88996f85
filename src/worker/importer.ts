import type { ImportResult, Inspection } from '../csv/types';
import type { Day, Kind } from '../engine';
import { KEPT_FILES } from '../storage/pruning';
import type { ImportMapping } from '../workspace/importTypes';
import type { Settings } from '../workspace/types';
import { commitImport, newImportId } from './importing';
import { notOpenProblem } from './answers';
import type { CsvReader, Reading, ServiceParts } from './parts';
import type { ImportCommit, Progress } from './protocol';
import type { Session } from './session';
import { Turnstile } from './turns';
import type { Ticket } from './turns';

/** Puts the user's own sorting of sources, learnt in earlier imports, over what the importer guesses. */
function withKnownSources(mapping: ImportMapping, settings: Settings | null): ImportMapping {
  const known = settings?.sourceKinds ?? {};
  const sources = Object.entries(mapping.sources).map(([label, kind]): [string, Kind] => [
    label,
    (Object.hasOwn(known, label) ? known[label] : undefined) ?? kind,
  ]);
  return { ...mapping, sources: Object.fromEntries(sources) };
}

/** To hold an import against the one before it is about this share of storing it. */
const HELD_AGAINST_SHARE = 0.5;

interface Begun extends Reading {
  ticket: Ticket;
}

/** Reads files and stores what they hold; one import at a time, and a new one ends the one before. */
export class Importer {
  readonly #parts: ServiceParts;
  readonly #turnstile = new Turnstile();
  /** Of the files that were looked at last, so that their mapping can be saved under it. */
  #inspected: { files: string; fingerprint: string } | null = null;
  /** One for all that is asked of it: it keeps what it read of the files that were looked at last. */
  #csv: CsvReader | null = null;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  cancel(): void {
    this.#turnstile.cancel();
    this.#csv?.forget();
  }

  async inspect(
    session: Session | null,
    files: readonly File[],
    mapping: ImportMapping | null,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportResult<Inspection>> {
    const reading = this.#begin(onProgress);
    const csv = await this.#loadCsv();
    const first = await csv.inspect(files, mapping, today, reading);
    // What was read until then is wanted no more.
    if (!first.ok && reading.ticket.ended === 'cancelled') csv.forget();
    if (!first.ok) return first;
    this.#inspected = { files: nameFiles(files), fingerprint: first.value.fingerprint };
    if (mapping) return first;
    return await this.#reuseSaved(csv, session?.settings ?? null, files, first.value, today, reading);
  }

  async importFiles(
    session: Session | null,
    files: readonly File[],
    mapping: ImportMapping,
    settings: Settings,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportCommit> {
    const isKnown = this.#inspected?.files === nameFiles(files);
    const fingerprint = isKnown ? (this.#inspected?.fingerprint ?? null) : null;
    return await this.#import(
      session,
      files,
      { mapping, fingerprint, isExample: false },
      settings,
      today,
      onProgress,
    );
  }

  async importExample(
    session: Session | null,
    settings: Settings,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportCommit> {
    const reading = this.#begin(onProgress);
    const file = await this.#parts.fetchExample();
    if (!file) return { ok: false, problem: { code: 'unreadable', params: { file: 'example-company.csv' } } };
    const csv = await this.#loadCsv();
    const moved = [await csv.moveExample(file, today)];
    const inspected = await csv.inspect(moved, null, today, reading);
    if (!inspected.ok) return inspected;
    const { mapping } = inspected.value;
    return await this.#import(
      session,
      moved,
      { mapping, fingerprint: null, isExample: true },
      settings,
      today,
      onProgress,
    );
  }

  async #import(
    session: Session | null,
    files: readonly File[],
    {
      mapping,
      fingerprint,
      isExample,
    }: { mapping: ImportMapping; fingerprint: string | null; isExample: boolean },
    settings: Settings,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportCommit> {
    if (!session) return { ok: false, problem: notOpenProblem() };
    const reading = this.#begin(onProgress);
    const csv = await this.#loadCsv();
    const result = await csv.read(files, mapping, today, reading);
    if (!result.ok) return result;
    if (reading.isCancelled()) return { ok: false, problem: { code: 'cancelled', params: {} } };
    onProgress?.(0, 'saving');
    const { deals, report } = result.value;
    const importedAt = this.#parts.now();
    const record = {
      id: newImportId(importedAt),
      files: files.map(({ name }) => name),
      isExample,
      importedAt,
      dataDay: report.dataDay,
      mapping,
      report,
      ...(fingerprint !== null && { fingerprint }),
    };
    const mayStore = (): boolean => {
      onProgress?.(HELD_AGAINST_SHARE, 'saving');
      return !reading.isCancelled();
    };
    const committed = await commitImport(session, { record, deals, fingerprint }, settings, files, mayStore);
    if (committed.ok) onProgress?.(1, 'saving');
    // So that they can be read in another way. Nobody waits for it, and where there is no room they are chosen again.
    if (committed.ok && !isExample && isSmallEnough(files)) {
      session.repository.saveFiles(record.id, files).catch(() => undefined);
    }
    return committed;
  }

  async #reuseSaved(
    csv: CsvReader,
    settings: Settings | null,
    files: readonly File[],
    inspection: Inspection,
    today: Day,
    reading: Reading,
  ): Promise<ImportResult<Inspection>> {
    const { fingerprint, mapping } = inspection;
    const mappings = settings?.mappings ?? {};
    const saved = Object.hasOwn(mappings, fingerprint) ? mappings[fingerprint] : undefined;
    if (!saved) {
      return { ok: true, value: { ...inspection, mapping: withKnownSources(mapping, settings) } };
    }
    // Labels that are new in this file keep the importer's guess.
    const merged: ImportMapping = {
      ...saved,
      outcomes: { ...mapping.outcomes, ...saved.outcomes },
      sources: { ...mapping.sources, ...saved.sources },
    };
    return await csv.inspect(files, withKnownSources(merged, settings), today, reading);
  }

  async #loadCsv(): Promise<CsvReader> {
    // Whoever comes second while it is loading has the one that the first one made.
    const loaded = this.#csv ?? (await this.#parts.loadCsvReader());
    return (this.#csv ??= loaded);
  }

  #begin(onProgress?: Progress): Begun {
    const ticket = this.#turnstile.enter();
    return {
      ticket,
      isCancelled: () => ticket.ended !== null,
      onProgress: (done) => onProgress?.(done, 'reading'),
    };
  }
}

function nameFiles(files: readonly File[]): string {
  return JSON.stringify(files.map(({ name, size, lastModified }) => [name, size, lastModified]));
}

function isSmallEnough(files: readonly File[]): boolean {
  return files.reduce((bytes, { size }) => bytes + size, 0) <= KEPT_FILES.bytes;
}
