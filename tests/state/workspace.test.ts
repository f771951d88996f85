import { beforeEach, expect, test, vi } from 'vitest';
import { Workspace } from '../../src/state/workspace.svelte';
import type { SeedcastService } from '../../src/worker/protocol';
import { defaultSettings } from '../../src/workspace/defaultSettings';

const STOPPED = { code: 'serviceStopped', params: { reason: 'out of memory' } };
const EMPTY = { ok: true, value: { settings: null, plans: null, imports: [], edits: [] } };
const crash = () => Promise.reject(new Error('out of memory'));

let service: { [Method in keyof SeedcastService]?: ReturnType<typeof vi.fn> };
let workspace: Workspace;

beforeEach(() => {
  vi.stubGlobal('navigator', { languages: ['sv-SE'] });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  service = {
    open: vi.fn(() => Promise.resolve(EMPTY)),
    saveSettings: vi.fn(() => Promise.resolve({ ok: true, value: null })),
    onOutsideChange: vi.fn(() => Promise.resolve()),
  };
  workspace = new Workspace(service as unknown as SeedcastService, 'test');
});

test('a worker that ends while it opens is told in the language of the browser, not thrown', async () => {
  service.open?.mockImplementationOnce(crash);
  await workspace.open();
  expect(workspace.phase).toBe('failed');
  expect(workspace.problem).toEqual(STOPPED);
  expect(document.documentElement.lang).toBe('sv');
});

test('nothing is saved over what could not be opened', async () => {
  service.open?.mockImplementationOnce(crash);
  await workspace.open();
  workspace.changeSettings({ theme: 'dark' });
  await workspace.flush();
  expect(service.saveSettings).not.toHaveBeenCalled();
});

test('a save that the worker does not live to answer is told, and the next one is tried', async () => {
  await workspace.open();
  service.saveSettings?.mockImplementationOnce(crash);
  workspace.changeSettings({ theme: 'dark' });
  await workspace.flush();
  expect(workspace.problem).toEqual(STOPPED);
  workspace.changeSettings({ theme: 'light' });
  await workspace.flush();
  expect(service.saveSettings).toHaveBeenLastCalledWith({
    ...defaultSettings('sv', 'SEK'),
    theme: 'light',
  });
  expect(workspace.problem).toBeNull();
});

test('a problem is gone once what is stored was read', async () => {
  await workspace.open();
  service.open?.mockImplementationOnce(crash);
  await workspace.reload();
  expect(workspace.problem).toEqual(STOPPED);
  await workspace.reload();
  expect(workspace.problem).toBeNull();
  expect(workspace.phase).toBe('ready');
});
