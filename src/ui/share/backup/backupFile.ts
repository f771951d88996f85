/** Name of a backup saved at a moment, by the date where the user is: "seedcast-backup-2026-11-23.json". */
export function backupFileName(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `seedcast-backup-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}
