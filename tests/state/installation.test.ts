import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Installation } from '../../src/state/installation.svelte';

const register = vi.hoisted(() => vi.fn());

vi.mock('workbox-window', () => ({
  Workbox: class {
    addEventListener = vi.fn();
    register = register;
    messageSkipWaiting = vi.fn();
  },
}));

beforeEach(() => {
  vi.stubEnv('PROD', true);
  vi.stubGlobal('navigator', { serviceWorker: {} });
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => vi.unstubAllEnvs());

test('where the browser forbids service workers, the app works on without one', async () => {
  register.mockRejectedValueOnce(new Error('SecurityError'));
  const installation = new Installation(() => Promise.resolve());
  await expect(installation.register()).resolves.toBeUndefined();
  await expect(installation.update()).resolves.toBeUndefined();
  expect(installation.hasUpdate).toBe(false);
});
