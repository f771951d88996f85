import { StorageFailure } from './problem';

/** Loads a part of the worker. One that can't be loaded fails like a worker that stopped: the page then says so. */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    throw new StorageFailure('serviceStopped', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
