/** The files that another app has shared (public/shared-files.js keeps them until now), in their order; none are left waiting. */
export async function takeSharedFiles(): Promise<File[]> {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open('shared-files');
  // Sites on one origin share caches.
  const waiting = location.origin + location.pathname.replace(/[^/]*$/, 'shared/');
  const files: File[] = [];
  for (const request of await cache.keys()) {
    if (!request.url.startsWith(waiting)) continue;
    const response = await cache.match(request);
    const name = decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1));
    if (response) files.push(new File([await response.blob()], name));
    await cache.delete(request);
  }
  return files;
}
