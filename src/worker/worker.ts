import { expose } from 'comlink';
import { openRepository } from '../storage/openRepository';
import { loadCsvReader } from './csvReader';
import { fetchExample } from './exampleFile';
import type { SeedcastService } from './protocol';
import { createSecondThread, endOnUnreadableRequest, SECOND_THREAD, startSecondThread } from './secondThread';
import { createService } from './service';
import { joinTabs } from './tabs';

/** What the page's end of the line (`connect`) calls: the service, once it has been told where the app lies. */
export interface WorkerDoor extends SeedcastService {
  /** The folder of index.html. The worker's own address won't do: its file lies in a folder of its own. */
  setPageBase(address: string): Promise<void>;
}

/** The worker of a page; it may start this same file again as a thread that only draws paths. */
function exposeService(): void {
  let pageBase = self.location.href;
  const service = createService({
    openRepository,
    joinTabs,
    loadCsvReader,
    startSecondThread,
    fetchExample: () => fetchExample(pageBase),
    now: Date.now,
    // The worker's file is named by what is in it; while developing it is not.
    build: import.meta.env.PROD ? self.location.pathname : String(Date.now()),
  });
  const door: WorkerDoor = {
    ...service,
    setPageBase: (address) => {
      pageBase = address;
      return Promise.resolve();
    },
  };
  expose(door);
}

if (self.name === SECOND_THREAD) {
  endOnUnreadableRequest();
  expose(createSecondThread());
} else exposeService();
