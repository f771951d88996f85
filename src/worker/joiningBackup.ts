import { restoreBackup } from '../workspace/backup';
import type { WorkspaceContents } from '../workspace/contents';
import { mergeContents } from '../workspace/mergeContents';
import type { JoinedCounts } from '../workspace/mergeContents';
import { readBackup } from './keeping';
import type { BackupContents, StorageResult } from './protocol';
import type { Session } from './session';

/** Where nothing is stored, what things are called makes no difference. */
const NO_NAMES = { plan: '', newId };

interface ReadBackup {
  savedAt: number | null;
  contents: WorkspaceContents;
}

async function open(file: Blob, passphrase: string | null): Promise<StorageResult<ReadBackup>> {
  const input = await readBackup(file, passphrase);
  if (!input.ok) return input;
  const restored = restoreBackup(input.value);
  if (!restored.ok) return restored;
  return { ok: true, value: { savedAt: savedAtOf(input.value), contents: restored.value } };
}

/** What a backup holds, and what of it would be new here. Nothing is stored. */
export async function inspectBackup(
  session: Session,
  file: Blob,
  passphrase: string | null,
): Promise<StorageResult<BackupContents>> {
  const opened = await open(file, passphrase);
  if (!opened.ok) return opened;
  const { savedAt, contents } = opened.value;
  const { settings, plans, imports, edits } = contents;
  return {
    ok: true,
    value: {
      savedAt,
      companyName: settings?.companyName ?? '',
      currency: settings?.currency ?? null,
      plans: plans?.plans.map(({ name }) => name) ?? [],
      variants: plans?.scenarios.variants.map(({ name }) => name) ?? [],
      kept: plans?.kept.map(({ name }) => name) ?? [],
      imports: imports.map(({ files, isExample, dataDay, report }) => ({
        files,
        isExample,
        dataDay,
        deals: report.deals,
      })),
      edits: edits.length,
      adds: mergeContents(await session.repository.read(), contents, NO_NAMES).counts,
    },
  };
}

/** Adds what a backup holds beside what is here: see `mergeContents`. Throws what storage throws. */
export async function joinBackup(
  session: Session,
  file: Blob,
  passphrase: string | null,
  planName: string,
): Promise<StorageResult<JoinedCounts>> {
  const opened = await open(file, passphrase);
  if (!opened.ok) return opened;
  const { contents } = opened.value;
  const names = { plan: planName, newId };
  const { counts } = await session.repository.addBeside(
    (here) => mergeContents(here, contents, names),
    contents.deals,
  );
  await session.load();
  session.tabs.tell('deals');
  return { ok: true, value: counts };
}

function savedAtOf(input: unknown): number | null {
  if (typeof input !== 'object' || input === null || !('savedAt' in input)) return null;
  const savedAt = typeof input.savedAt === 'string' ? Date.parse(input.savedAt) : NaN;
  return Number.isNaN(savedAt) ? null : savedAt;
}

/** `randomUUID` is missing on addresses without https. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), 'j');
}
