import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGE_OPTIONS, MESSAGE_SOURCES } from './messageOptions.ts';

const COMPILED = join(MESSAGE_OPTIONS.outdir, 'messages', '_index.js');

function isStale(): boolean {
  if (!existsSync(COMPILED)) return true;
  const compiledAt = statSync(COMPILED).mtimeMs;
  return readdirSync(MESSAGE_SOURCES).some(
    (name) => statSync(join(MESSAGE_SOURCES, name)).mtimeMs > compiledAt,
  );
}

/**
 * Vitest's global setup: compiles the messages when their sources are newer. In a process of its own, because the
 * compiler leaves timers behind that would hold the test run at its end.
 */
export function setup(): void {
  if (isStale()) execFileSync('npx', ['tsx', 'tooling/compileMessages.ts'], { stdio: 'inherit' });
}
