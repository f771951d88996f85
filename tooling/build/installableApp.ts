import { VitePWA } from 'vite-plugin-pwa';
import { findLaterParts, writeLaterParts } from './laterParts.ts';

/** What public/later-parts.js gives the routes below, which become text of the service worker. */
declare const self: {
  isLaterPart(url: URL): boolean;
  isScriptOrStyle(response: Response): boolean;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Manifest and service worker. Everything is relative to the manifest and the worker's own address, so the app installs
 * and starts offline under any path.
 */
export const installableApp = () =>
  VitePWA({
    // A new version waits until the user says so: the app saves first (src/state/installation.svelte.ts).
    registerType: 'prompt',
    injectRegister: false,
    // The browser keeps the icons of what it installs itself.
    includeManifestIcons: false,
    manifest: {
      id: './',
      name: 'Seedcast',
      short_name: 'Seedcast',
      description: 'Know what you will sell, how sure that is, and what to do about it. On your own device.',
      start_url: './',
      scope: './',
      display: 'standalone',
      // An installed app is offered for these files, where the browser can do that (src/state/openedFiles.ts) …
      file_handlers: [
        {
          action: './#/pipeline',
          accept: { 'text/csv': ['.csv'], 'text/tab-separated-values': ['.tsv'], [XLSX]: ['.xlsx'] },
        },
      ],
      // … and other apps can share such files with it (public/shared-files.js).
      share_target: {
        action: './share',
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          files: [
            {
              name: 'files',
              accept: [
                'text/csv',
                '.csv',
                'text/tab-separated-values',
                '.tsv',
                'text/plain',
                '.txt',
                XLSX,
                '.xlsx',
              ],
            },
          ],
        },
      },
      background_color: '#faf9f6',
      theme_color: '#faf9f6',
      icons: [
        { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    integration: {
      // The files are written by now, their service worker is not: what it installs is the rest.
      beforeBuildServiceWorker: ({ outDir, workbox }) => {
        const parts = findLaterParts(outDir);
        workbox.globIgnores = [...(workbox.globIgnores ?? []), ...parts];
        workbox.importScripts = [writeLaterParts(outDir, parts), ...(workbox.importScripts ?? [])];
      },
    },
    workbox: {
      // Ahead of Workbox: what fetches the parts that come later, and what takes shared files, as nothing but GET is
      // Workbox's.
      importScripts: ['later-parts.js', 'shared-files.js'],
      globPatterns: ['**/*.{html,js,css,woff2,svg}'],
      cleanupOutdatedCaches: true,
      // The first visit is served from then on too: what is loaded later (charts, the example) is there offline.
      clientsClaim: true,
      // The app lives at one address and routes by fragment; only queries (a share, a campaign) differ.
      navigateFallback: 'index.html',
      navigateFallbackAllowlist: [/\/(index\.html)?(\?|$)/],
      runtimeCaching: [
        {
          // In the cache of no name, which Workbox names by scope; public/later-parts.js fills and clears it.
          urlPattern: ({ url }) => self.isLaterPart(url),
          handler: 'CacheFirst',
          options: {
            matchOptions: { ignoreVary: true },
            plugins: [
              {
                cacheWillUpdate: ({ response }) =>
                  Promise.resolve(self.isScriptOrStyle(response) ? response : null),
              },
            ],
          },
        },
        {
          // The example company is big and wanted once: fetched on demand, then kept.
          urlPattern: ({ url }) => url.pathname.endsWith('/example-company.csv'),
          handler: 'CacheFirst',
          options: { cacheName: 'example-company' },
        },
      ],
    },
  });
