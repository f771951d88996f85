import { m } from '../../../i18n/paraglide/messages';
import type { AppState } from '../../../state/app.svelte';
import { dataKeepingOf } from '../../../state/dataKeeping.svelte';
import { saveFile } from '../../saveFile';
import { backupFileName } from './backupFile';

/** Saves everything to a file; answers what became of it, null where it failed (`dataKeepingOf(…).problem` says why). */
export async function saveBackup(
  { workspace, notices }: AppState,
  passphrase: string | null,
): Promise<string | null> {
  const file = backupFileName(new Date());
  const content = await dataKeepingOf(workspace).backUp(passphrase);
  if (!content) return null;
  saveFile(content, file);
  const saved = m.backup_saved({ file });
  notices.show(saved);
  return saved;
}
