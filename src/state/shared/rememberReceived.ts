import { receivedKey } from '../route.svelte';

/**
 * What this tab shows of somebody else, so that a reload shows it again: the link's payload or the text of a file as it came (one
 * that is locked stays locked), or the name of a kept one. It goes with the tab and is never part of what is stored.
 */
export type Remembered = { from: string } | { kept: string };

const KEPT = 'kept ';

export function rememberKept(id: string): void {
  remember(KEPT + id);
}

export async function rememberSource(from: string | Blob): Promise<void> {
  remember(typeof from === 'string' ? from : await from.text());
}

export function forgetReceived(): void {
  onSessionStorage((storage) => storage.removeItem(receivedKey()));
}

/** Null where this tab has shown nothing. */
export function readReceived(): Remembered | null {
  const text = onSessionStorage((storage) => storage.getItem(receivedKey())) ?? null;
  if (text === null) return null;
  if (text.startsWith(KEPT)) return { kept: text.slice(KEPT.length) };
  return { from: text };
}

function remember(text: string): void {
  onSessionStorage((storage) => storage.setItem(receivedKey(), text));
}

/** It may be forbidden or full: then a reload asks for the link again. */
function onSessionStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}
