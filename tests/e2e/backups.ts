import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { goTo } from './journeys.ts';
import { say } from './words.ts';

/** Saves a backup on Share and answers its text. */
export async function saveBackup(page: Page, passphrase: string | null = null): Promise<string> {
  await goTo(page, 'share');
  const locked = page.getByRole('checkbox', { name: say('en', 'backup_lock') });
  if (passphrase !== null) {
    await locked.check();
    await page
      .locator('.locking')
      .getByLabel(say('en', 'share_passphrase'), { exact: true })
      .fill(passphrase);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('en', 'backup_save'), exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Chooses a backup on Share, which is then looked at. */
export async function chooseBackup(page: Page, text: string): Promise<void> {
  await page
    .locator('label', { hasText: say('en', 'backup_restore') })
    .locator('input[type=file]')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Replaces everything by a backup. */
export async function replaceBy(page: Page, text: string): Promise<void> {
  await chooseBackup(page, text);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: say('en', 'backup_replace') }).check();
  await dialog.getByRole('button', { name: say('en', 'backup_replace_now'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
