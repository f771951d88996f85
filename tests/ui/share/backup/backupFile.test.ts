import { expect, it } from 'vitest';
import { backupFileName } from '../../../../src/ui/share/backup/backupFile';

it('the name of a backup carries the local date', () => {
  expect(backupFileName(new Date(2026, 0, 5, 23, 59))).toBe('seedcast-backup-2026-01-05.json');
});
