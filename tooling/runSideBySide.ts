import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

export interface Command {
  title: string;
  /** A program and its arguments; those of installed packages are found, because npm puts them on the path. */
  command: readonly string[];
}

export interface Outcome {
  isGreen: boolean;
  seconds: number;
}

/** Runs one command to its end. What it writes goes to the screen at once, or is kept and shown whole at its end. */
export function runCommand(
  { title, command }: Command,
  { env = process.env, isLive = false }: { env?: NodeJS.ProcessEnv; isLive?: boolean } = {},
): Promise<Outcome> {
  const [program = '', ...args] = command;
  const startedAt = Date.now();
  const written: Buffer[] = [];
  if (isLive) console.log(`\n━━ ${title}`);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env,
      shell: process.platform === 'win32',
    });
    const settle = (isGreen: boolean) => {
      if (!isLive) process.stdout.write(`\n━━ ${title}\n${Buffer.concat(written).toString()}`);
      resolve({ isGreen, seconds: Math.round((Date.now() - startedAt) / 1000) });
    };
    child.stdout?.on('data', (chunk: Buffer) => written.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => written.push(chunk));
    // A program that can't be started ends without 'close'.
    child.once('error', (error) => {
      written.push(Buffer.from(`${error.message}\n`));
      settle(false);
    });
    child.once('close', (status) => settle(status === 0));
  });
}

/**
 * Runs commands that need nothing of each other, as many at once as the machine has processors, the first ones first.
 * Outcomes are in the order of the commands, whichever ended first.
 */
export async function runSideBySide<T extends Command>(
  commands: readonly T[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...commands.entries()];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, command] = next;
      outcomes[position] = await runCommand(command, { env });
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return outcomes;
}
