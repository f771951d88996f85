import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './tooling/findChromium.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Each test starts its own server on its own port and its own profile, so they run side by side.
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    // Opens the example company once, for all tests that begin where someone comes back to it (returnToExample).
    { name: 'before', testMatch: '**/*.setup.ts' },
    { name: 'browser', testMatch: '**/*.spec.ts', dependencies: ['before'] },
  ],
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: findChromium().path,
      args: chromiumFlags(),
    },
    // To store the app for offline use is a fifth of all work of a test. Those that are about it, or about what is asked for, say so.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1440, height: 900 },
    // Recording takes a fifth of the time. To see what a test did: npx playwright test --trace on <file>
    trace: 'off',
  },
});
