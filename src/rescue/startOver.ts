import { rescuedDatabaseName } from './dumpDatabase';

/**
 * Deletes what this path has stored: database, service worker and the files it kept. Other apps on the same origin
 * keep theirs. Each step is tried whatever became of the others.
 */
export async function startOver(): Promise<void> {
  await Promise.allSettled([deleteDatabase(), deleteServiceWorker(), forgetUnsavedNote()]);
}

/** As in state/unsavedNote, which this entry must not share; a test holds the two together. */
async function forgetUnsavedNote(): Promise<void> {
  // Throws where local storage is forbidden.
  await Promise.resolve().then(() =>
    localStorage.removeItem(`${rescuedDatabaseName(location.pathname)} unsaved`),
  );
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(rescuedDatabaseName(location.pathname));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('UnknownError'));
    // Another tab holds it; it is deleted once that closes.
    request.onblocked = () => resolve();
  });
}

async function deleteServiceWorker(): Promise<void> {
  const scope = location.origin + location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.filter((one) => one.scope === scope).map((one) => one.unregister()));
  // The precache is named by scope.
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.endsWith(scope)).map((name) => caches.delete(name)));
}
