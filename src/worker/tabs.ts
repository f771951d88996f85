export type OutsideChange = 'settings' | 'plan' | 'deals' | 'erased' | 'newerSchema';

/** The other tabs that have the same workspace open. */
export interface Tabs {
  tell(what: OutsideChange): void;
  listen(callback: (what: OutsideChange) => void): void;
  close(): void;
}

const CHANGES: readonly unknown[] = [
  'settings',
  'plan',
  'deals',
  'erased',
  'newerSchema',
] satisfies OutsideChange[];

/** Tabs on the same database, heard through a channel of its name. A channel does not hear itself. */
export function joinTabs(databaseName: string): Tabs {
  const channel = new BroadcastChannel(databaseName);
  return {
    tell: (what) => channel.postMessage(what),
    listen: (callback) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (CHANGES.includes(data)) callback(data as OutsideChange);
      });
    },
    close: () => channel.close(),
  };
}
