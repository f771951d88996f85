/** Chromium only: whether the user has asked for fewer bytes. */
interface Connection {
  readonly saveData?: boolean;
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  return connection?.saveData === true;
}

/** Safari has no word for it; the pause is longer than a first forecast takes. */
const untilIdle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 10_000 });
    else setTimeout(resolve, 3000);
  });

/**
 * Has the service worker fetch the parts of the app that are not installed with it (public/later-parts.js), so that all
 * of it works offline; a version that waits fetches its own. Not where data are saved: parts then come when asked for.
 */
export async function storeLaterParts(): Promise<void> {
  if (savesData()) return;
  const registration = await navigator.serviceWorker.ready;
  await untilIdle();
  for (const worker of [registration.active, registration.waiting])
    worker?.postMessage({ type: 'STORE_LATER_PARTS' });
}
