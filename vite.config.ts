/// <reference types="vitest/config" />
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  // Relative, so that the built files work under any path of any static host.
  base: './',
  plugins: [
    paraglideVitePlugin({
      project: './src/i18n/project.inlang',
      outdir: './src/i18n/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
    }),
    svelte(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: './',
        name: 'Seedcast',
        short_name: 'Seedcast',
        description: 'Know what you will sell, how sure that is, and what to do about it. On your own device.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#faf9f6',
        theme_color: '#faf9f6',
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,webmanifest}', 'icons/*.png'],
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            // The example company is big and wanted once: fetched on demand, then kept.
            urlPattern: ({ url }) => url.pathname.endsWith('/example-company.csv'),
            handler: 'CacheFirst',
            options: { cacheName: 'example-company' },
          },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  build: { target: ['chrome120', 'safari16.4', 'firefox120'], sourcemap: false },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
  },
});
