/*
 * Part of the service worker: takes the files that another app shares with the installed Seedcast (share_target of the
 * manifest). No server gets them: they wait on this device, each under its own address, until Pipeline takes them
 * (src/state/sharedFiles.ts). Read by browsers as it stands.
 */
const SCOPE = self.registration.scope;
const WAITING = new URL('shared/', SCOPE).href;

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'POST' && url === new URL('share', SCOPE).href) event.respondWith(keepFiles(event.request));
});

async function keepFiles(request) {
  try {
    const form = await request.formData();
    const cache = await caches.open('shared-files');
    for (const left of await cache.keys()) if (left.url.startsWith(WAITING)) await cache.delete(left);
    for (const [index, file] of form.getAll('files').entries()) {
      // A field of that name without a file is a text.
      if (typeof file === 'string') continue;
      await cache.put(`${WAITING}${index}/${encodeURIComponent(file.name)}`, new Response(file));
    }
  } catch {
    // No room, or nothing readable: Pipeline then opens as it is.
  }
  return Response.redirect(new URL('./#/pipeline/shared', SCOPE).href, 303);
}
