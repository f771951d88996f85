import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from './messageOptions.ts';

/** When the newest file of a folder was changed; 0 where there is none. */
function newestChange(folder: string): number {
  if (!existsSync(folder)) return 0;
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs));
}

function isStale(): boolean {
  const settings = statSync(join(MESSAGE_OPTIONS.project, 'settings.json')).mtimeMs;
  const compiled = newestChange(join(MESSAGE_OPTIONS.outdir, 'messages'));
  return Math.max(newestChange(MESSAGE_SOURCES), settings) > compiled;
}

/**
 * Compiles the messages when their sources are newer. In a process of its own, because the compiler leaves a timer
 * behind that would hold a build or a test run for half a minute at its end.
 */
export function compileStaleMessages(): void {
  if (!isStale()) return;
  execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tooling/compileMessages.ts'], {
    stdio: 'inherit',
  });
}

/** Vitest calls this before the first test. */
export const setup = compileStaleMessages;
