import { beforeEach, expect, test, vi } from 'vitest';
import { storeLaterParts } from '../../src/state/laterParts';

const active = { postMessage: vi.fn() };
const waiting = { postMessage: vi.fn() };
const message = { type: 'STORE_LATER_PARTS' };

function stubBrowser(connection?: { saveData: boolean }, registration: object = { active, waiting: null }) {
  vi.stubGlobal('navigator', { connection, serviceWorker: { ready: Promise.resolve(registration) } });
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => callback());
}

beforeEach(() => {
  active.postMessage.mockClear();
  waiting.postMessage.mockClear();
});

test.each([undefined, { saveData: false }])(
  'the service worker is told once the page rests (%o)',
  async (connection) => {
    stubBrowser(connection);
    await storeLaterParts();
    expect(active.postMessage.mock.calls).toEqual([[message]]);
  },
);

test('a version that waits is told too, so that it is whole before it takes over', async () => {
  stubBrowser(undefined, { active, waiting });
  await storeLaterParts();
  expect(waiting.postMessage.mock.calls).toEqual([[message]]);
});

test('where data are saved nothing is fetched that nobody has asked for', async () => {
  stubBrowser({ saveData: true }, { active, waiting });
  await storeLaterParts();
  expect(active.postMessage).not.toHaveBeenCalled();
  expect(waiting.postMessage).not.toHaveBeenCalled();
});
