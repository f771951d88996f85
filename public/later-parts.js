/*
 * Part of the service worker: fetches the parts of the app that are not installed with it (tooling/build/laterParts.ts
 * chooses them), once a page says that it has nothing better to do (src/state/laterParts.ts). One that is asked for
 * before is kept by the route of tooling/build/installableApp.ts, in the same cache. Read by browsers as it stands.
 *
 * A version that waits fetches its parts beside those of the one that is still in use. Names have hashes, so parts that
 * did not change are there already, and pages of the old version keep theirs until the new one takes over.
 */
const PARTS = new Set(self.LATER_PARTS.map((file) => new URL(file, self.registration.scope).href));
// Where Workbox keeps what routes without a cache of their own answer; named by scope, so apart from other apps' here.
const KEPT = `workbox-runtime-${self.registration.scope}`;

self.isLaterPart = (url) => PARTS.has(url.href);
// Hosts that answer every address with the app's page do so for parts that a new version no longer has.
self.isScriptOrStyle = ({ ok, headers }) => ok && !/html/.test(headers.get('Content-Type') ?? '');

let storing = null;
self.addEventListener('message', (event) => {
  if (event.data?.type !== 'STORE_LATER_PARTS') return;
  storing ??= storeParts().finally(() => (storing = null));
  event.waitUntil(storing);
});

/** One after the other, each kept at once: what is interrupted goes on from there the next time. */
async function storeParts() {
  const cache = await caches.open(KEPT);
  for (const part of PARTS) {
    try {
      if (await cache.match(part, { ignoreVary: true })) continue;
      const answer = await fetch(part);
      if (self.isScriptOrStyle(answer)) await cache.put(part, answer);
    } catch {
      // Offline, or no room: asked for again on the next visit, and from the host whenever it is needed.
    }
  }
}

self.addEventListener('activate', (event) => event.waitUntil(dropOldParts()));

async function dropOldParts() {
  const cache = await caches.open(KEPT);
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !PARTS.has(url)).map((old) => cache.delete(old)));
}
