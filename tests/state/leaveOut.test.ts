import { expect, test, vi } from 'vitest';
import type { LeaveOut } from '../../src/engine';
import type { AppState } from '../../src/state/app.svelte';
import { changeLeaveOut } from '../../src/state/leaveOut';
import { Notices } from '../../src/state/notices.svelte';
import type { ImportRecord } from '../../src/workspace/types';

const [ONE, OTHER] = ['sameDayWins', 'staleOpens'] as const;

/** A workspace whose one import is read anew after each change. */
function appWithImport() {
  const recordWith = (leaveOut: readonly LeaveOut[]) => ({ id: 'i', mapping: { leaveOut } }) as ImportRecord;
  let stored = recordWith([]);
  const workspace = {
    imports: [stored],
    flush: () => Promise.resolve(),
    reload: () => Promise.resolve(void (workspace.imports = [stored])),
    service: {
      setLeaveOut: vi.fn((_: string, leaveOut: readonly LeaveOut[]) => {
        stored = recordWith(leaveOut);
        return Promise.resolve({ ok: true as const, value: stored });
      }),
    },
  };
  const notices = new Notices();
  const record = stored;
  return { app: { workspace, notices } as unknown as AppState, workspace, notices, record };
}

test('of two sorts switched, one undone leaves the other', async () => {
  const { app, workspace, notices, record } = appWithImport();
  await changeLeaveOut(app, record, ONE, true);
  await changeLeaveOut(app, record, OTHER, true);
  notices.list[0]?.action?.run();
  await vi.waitFor(() => expect(workspace.service.setLeaveOut).toHaveBeenCalledTimes(3));
  expect(workspace.service.setLeaveOut).toHaveBeenLastCalledWith('i', [OTHER]);
});

test('two sorts switched at once are both switched', async () => {
  const { app, workspace, record } = appWithImport();
  await Promise.all([changeLeaveOut(app, record, ONE, true), changeLeaveOut(app, record, OTHER, true)]);
  expect(workspace.service.setLeaveOut).toHaveBeenLastCalledWith('i', [ONE, OTHER]);
});

test('what could not be stored is told, with nothing to undo', async () => {
  const { app, workspace, notices, record } = appWithImport();
  workspace.service.setLeaveOut.mockRejectedValueOnce(new Error('ended'));
  await changeLeaveOut(app, record, ONE, true);
  expect(notices.list).toMatchObject([{ tone: 'problem', action: null }]);
});
