import { expect, test, vi } from 'vitest';
import type { DealRecord } from '../../src/engine';
import type { AppState } from '../../src/state/app.svelte';
import { editAdding, editAsImported, editRemoving, editSaying, saveDeal } from '../../src/state/dealKeeping';
import type { StorageResult } from '../../src/worker/protocol';
import { isEmptyEdit, untouched } from '../../src/workspace/dealEdits';
import type { DealEdit } from '../../src/workspace/types';

const DEAL: DealRecord = {
  id: '1',
  name: 'Roof',
  company: 'Acme',
  owner: null,
  source: null,
  pipeline: 'Sales',
  created: 20_000,
  outcome: 'open',
  closed: null,
  expectedClose: null,
  amount: 100,
  currency: 'SEK',
  stage: 'Offer',
  stageEntries: [],
  lostReason: null,
  probability: 0.4,
  category: null,
};

/** An app that stores nothing but remembers what it was told. */
function appWith(answers: readonly StorageResult<DealEdit | null>[]) {
  const saved: DealEdit[] = [];
  const shown: { text: string; undo: (() => void) | null }[] = [];
  const refresh = vi.fn();
  const app = {
    workspace: {
      service: {
        saveEdit: (edit: DealEdit) => {
          saved.push(edit);
          return Promise.resolve(answers[saved.length - 1] ?? { ok: true, value: null });
        },
        dealDetails: () => Promise.resolve({ imported: DEAL, written: DEAL, edit: saved.at(-1) ?? null }),
      },
    },
    forecasting: { refresh },
    notices: {
      show: (text: string, options?: { action?: { run: () => void } }) =>
        shown.push({ text, undo: options?.action?.run ?? null }),
    },
  } as unknown as AppState;
  return { app, saved, shown, refresh };
}

test('an edit holds only what differs from the import, and what it held of being left out', () => {
  const edit = { ...untouched('1'), isExcluded: true };
  const said = editSaying({ imported: DEAL, written: DEAL, edit }, { ...DEAL, amount: 250 });
  expect(said).toEqual({ ...edit, changes: { amount: { from: 100, to: 250 } } });
  expect(editAsImported(said)).toEqual(edit);
});

test('typing what the import says anyway leaves no edit', () => {
  const edit = { ...untouched('1'), changes: { amount: { from: 100, to: 250 } } };
  const written = { ...DEAL, amount: 250 };
  expect(isEmptyEdit(editSaying({ imported: DEAL, written, edit }, DEAL))).toBe(true);
});

test('a deal of one’s own has an id of its own, is replaced when changed, and gone when removed', () => {
  const [one, other] = [editAdding(DEAL), editAdding(DEAL)];
  expect(one.dealId).toMatch(/^own-/);
  expect(one.dealId).not.toBe(other.dealId);
  expect(one.added).toMatchObject({ id: one.dealId, name: 'Roof', probability: null });
  if (!one.added) return;
  const changed = editSaying({ imported: null, written: one.added, edit: one }, { ...DEAL, name: 'Wall' });
  expect(changed).toMatchObject({ dealId: one.dealId, changes: {}, added: { id: one.dealId, name: 'Wall' } });
  expect(isEmptyEdit(editRemoving(changed))).toBe(true);
});

test('what is saved is forecast anew, told, and undone to what was there before', async () => {
  const before: DealEdit = { ...untouched('1'), isExcluded: true };
  const { app, saved, shown, refresh } = appWith([{ ok: true, value: before }]);
  const onchange = vi.fn();
  const edit = { ...untouched('1'), changes: { amount: { from: 100, to: 250 } } };
  expect(await saveDeal(app, edit, 'Roof was changed.', onchange)).toBe(true);
  expect(shown).toMatchObject([{ text: 'Roof was changed.' }]);
  expect([onchange.mock.calls.length, refresh.mock.calls.length]).toEqual([1, 1]);
  shown[0]?.undo?.();
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
  expect(saved).toEqual([edit, before]);
  // The way back is not told once more.
  expect(shown.length).toBe(1);
});

test('undoing the older of two changes leaves the newer one', async () => {
  const older = { ...untouched('1'), changes: { amount: { from: 100, to: 250 } } };
  const newer = { ...older, changes: { ...older.changes, name: { from: 'Roof', to: 'Wall' } } };
  const { app, saved, shown } = appWith([
    { ok: true, value: null },
    { ok: true, value: older },
  ]);
  await saveDeal(app, older, 'Roof was changed.', () => undefined);
  await saveDeal(app, newer, 'Wall was changed.', () => undefined);
  shown[0]?.undo?.();
  await vi.waitFor(() => expect(saved).toHaveLength(3));
  expect(saved[2]).toEqual({ ...untouched('1'), changes: { name: { from: 'Roof', to: 'Wall' } } });
});

test('what can not be stored is told and not undone', async () => {
  const problem = { code: 'serviceStopped', params: { reason: 'x' } } as const;
  const { app, shown, refresh } = appWith([{ ok: false, problem }]);
  expect(await saveDeal(app, untouched('1'), 'Done.', () => undefined)).toBe(false);
  expect(shown.map(({ undo }) => undo)).toEqual([null]);
  expect(refresh).not.toHaveBeenCalled();
});
