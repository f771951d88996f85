/// <reference types="vitest/config" />
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compactMessages } from './tooling/build/compactMessages.ts';
import { contentSecurityPolicy } from './tooling/build/contentSecurityPolicy.ts';
import { droppableScales } from './tooling/build/droppableScales.ts';
import { earlyEntries, isOfWake } from './tooling/build/earlyEntries.ts';
import { installableApp } from './tooling/build/installableApp.ts';
import { MESSAGE_OPTIONS } from './tooling/build/messageOptions.ts';
import { oneFileOfMessages } from './tooling/build/oneFileOfMessages.ts';
import { requireMessages } from './tooling/build/requireMessages.ts';

// Unit tests compile the messages before they start (compileStaleMessages) and need neither worker nor manifest.
const isUnitTest = process.env.VITEST !== undefined;

/** Tests of layers that keep state of their own: the language, what a screen shows. Each file starts afresh. */
const PAGE_TESTS = ['i18n', 'state', 'ui', 'rescue'].map((layer) => `tests/${layer}/**/*.test.ts`);

/**
 * The engine is pure: what only a later screen calls (replaying, explaining) loads with it, though all of it is imported
 * through one index.
 */
const TREE_SHAKING = {
  moduleSideEffects: [{ test: /\/src\/engine\//, sideEffects: false }],
};

/**
 * What every visit loads is one file: each of two dozen small ones took a turn through the service worker. What comes ahead of
 * it stays by itself.
 */
const FIRST_LOAD = [
  { name: 'wake', test: isOfWake, priority: 1 },
  { name: 'first', tags: ['$initial' as const], test: (id: string) => !id.includes('/src/rescue/') },
];

/** Licences stay; hints for bundlers that nobody will run again go. */
const COMMENTS = { legal: true, annotation: false, jsdoc: false };

export default defineConfig(({ command }) => ({
  // Relative, so that the built files work under any path of any static host.
  base: './',
  plugins: [
    svelte(),
    // While developing, messages are compiled as they are written; a build compiles them once (requireMessages).
    ...(command === 'serve' && !isUnitTest ? [paraglideVitePlugin(MESSAGE_OPTIONS)] : []),
    ...(isUnitTest
      ? [oneFileOfMessages()]
      : [
          requireMessages(),
          compactMessages(),
          droppableScales(),
          installableApp(),
          earlyEntries(),
          contentSecurityPolicy(),
        ]),
  ],
  // Their main builds are for browsers without classes and promises of their own; these are the same, smaller.
  resolve: {
    alias: {
      dexie: 'dexie/dist/modern/dexie.mjs',
      'workbox-window': 'workbox-window/build/workbox-window.prod.mjs',
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      treeshake: TREE_SHAKING,
      output: { comments: COMMENTS, codeSplitting: { groups: FIRST_LOAD } },
    },
  },
  build: {
    target: ['chrome120', 'safari16.4', 'firefox120'],
    sourcemap: false,
    // Small files stay files: the policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: TREE_SHAKING,
      output: { comments: COMMENTS, codeSplitting: { groups: FIRST_LOAD } },
    },
  },
  test: {
    environment: 'node',
    // A busy machine is no failure; a test that hangs is.
    testTimeout: 20_000,
    // Vitest would leave one processor free, which on a machine of two is half of it.
    maxWorkers: '100%',
    globalSetup: ['./tooling/build/compileStaleMessages.ts'],
    setupFiles: ['./tests/propertySeed.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'page', include: PAGE_TESTS },
      },
      {
        extends: true,
        // No module below the page keeps anything between calls, so that files may share a process and its modules:
        // a fresh start for each took more time than the tests.
        test: { name: 'below', include: ['tests/**/*.test.ts'], exclude: PAGE_TESTS, isolate: false },
      },
    ],
  },
}));
