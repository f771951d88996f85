import { expect, test, vi } from 'vitest';
import type { AppState } from '../../src/state/app.svelte';
import { removeImport, useImport } from '../../src/state/importKeeping';
import { Notices } from '../../src/state/notices.svelte';
import type { ImportRecord } from '../../src/workspace/types';

const record = (id: string) => ({ id, dataDay: 20_000 }) as ImportRecord;

function appThatStores() {
  const answer = () => Promise.resolve({ ok: true as const, value: null });
  const service = {
    activateImport: vi.fn<(id: string | null) => ReturnType<typeof answer>>(answer),
    binImport: vi.fn<(id: string) => ReturnType<typeof answer>>(answer),
    putImportBack: vi.fn(answer),
  };
  const workspace = {
    service,
    settings: { activeImport: 'new' },
    flush: () => Promise.resolve(),
    reload: vi.fn(() => Promise.resolve()),
  };
  const notices = new Notices();
  return { app: { workspace, notices } as unknown as AppState, service, workspace, notices };
}

test('an import is used again, and undo goes back to the one in use before', async () => {
  const { app, service, workspace, notices } = appThatStores();
  await useImport(app, record('old'));
  expect(service.activateImport).toHaveBeenLastCalledWith('old');
  expect(workspace.reload).toHaveBeenCalledOnce();
  notices.list[0]?.action?.run();
  await vi.waitFor(() => expect(service.activateImport).toHaveBeenLastCalledWith('new'));
});

test('only the import removed last is offered back, as only that can be had', async () => {
  const { app, service, notices } = appThatStores();
  await removeImport(app, record('older'));
  await useImport(app, record('old'));
  await removeImport(app, record('new'));
  expect(service.binImport.mock.calls).toEqual([['older'], ['new']]);
  expect(notices.list).toHaveLength(2);
  notices.list.at(-1)?.action?.run();
  await vi.waitFor(() => expect(service.putImportBack).toHaveBeenCalledOnce());
});

test('what could not be stored is told, with nothing to undo', async () => {
  const { app, service, notices } = appThatStores();
  service.binImport.mockRejectedValueOnce(new Error('ended'));
  await removeImport(app, record('old'));
  expect(notices.list).toMatchObject([{ tone: 'problem', action: null }]);
});
