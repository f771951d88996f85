import { beforeEach, expect, test, vi } from 'vitest';
import type { Inspection } from '../../src/csv/types';
import { defaultPlan } from '../../src/engine';
import { Importing } from '../../src/state/importing.svelte';
import type { Workspace } from '../../src/state/workspace.svelte';
import type { SeedcastService } from '../../src/worker/protocol';
import { defaultSettings } from '../../src/workspace/defaultSettings';
import type { ImportMapping } from '../../src/workspace/importTypes';
import { bookWith } from '../../src/workspace/planBook';
import type { ImportRecord, PlanBook } from '../../src/workspace/types';

const MAPPING: ImportMapping = {
  vendor: 'generic',
  columns: [],
  mainFile: 0,
  join: null,
  outcomes: {},
  stageOrder: [],
  sources: { Referral: 'unsorted', Web: 'net' },
  currency: '',
  dataDay: null,
};
const FILE = { name: 'deals.csv' } as File;
const RECORD = { id: 'new' };

function inspectionOf(mapping: ImportMapping): Inspection {
  return {
    files: [],
    fingerprint: 'shape',
    mapping,
    questions: [],
    outcomeValues: [],
  } as unknown as Inspection;
}

let service: { [Method in keyof SeedcastService]?: ReturnType<typeof vi.fn> };
let workspace: { -readonly [Key in keyof Workspace]?: unknown };
let importing: Importing;

beforeEach(() => {
  vi.stubGlobal('navigator', {});
  service = {
    inspect: vi.fn((_files, mapping: ImportMapping | null) =>
      Promise.resolve({ ok: true, value: inspectionOf(mapping ?? MAPPING) }),
    ),
    importFiles: vi.fn(() => Promise.resolve({ ok: true, value: { record: RECORD } })),
    removeImport: vi.fn(() => Promise.resolve({ ok: true, value: null })),
    activateImport: vi.fn(() => Promise.resolve({ ok: true, value: null })),
  };
  workspace = {
    service,
    settings: { ...defaultSettings('en', 'SEK'), activeImport: 'old' },
    today: 20_000,
    flush: vi.fn(() => Promise.resolve()),
    reload: vi.fn(() => Promise.resolve()),
  };
  importing = new Importing(workspace as unknown as Workspace);
});

function checked(): Inspection {
  if (importing.stage.name !== 'checking') throw new Error(`not checking but ${importing.stage.name}`);
  return importing.stage.inspection;
}

test('amounts are in the currency in use where the file names none', async () => {
  await importing.choose([FILE]);
  expect(checked().mapping.currency).toBe('SEK');
});

test('a correction that can not be used is told, and the screen stays', async () => {
  await importing.choose([FILE]);
  const problem = { code: 'noUsableColumns', params: {} };
  service.inspect?.mockResolvedValueOnce({ ok: false, problem });
  await importing.remap({ ...MAPPING, vendor: 'hubspot' });
  expect(importing.stage).toMatchObject({ name: 'checking', problem, done: null });
  expect(checked().mapping.vendor).toBe('hubspot');
});

test('of two corrections in a row the newest answer counts', async () => {
  await importing.choose([FILE]);
  const answers: ((value: unknown) => void)[] = [];
  service.inspect?.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  const first = importing.remap({ ...MAPPING, currency: 'USD' });
  const second = importing.remap({ ...MAPPING, currency: 'EUR' });
  answers[1]?.({ ok: true, value: inspectionOf({ ...MAPPING, currency: 'EUR' }) });
  answers[0]?.({ ok: true, value: inspectionOf({ ...MAPPING, currency: 'USD' }) });
  await Promise.all([first, second]);
  expect(checked().mapping.currency).toBe('EUR');
});

test('a first import that brings its currency brings untouched figures of stored plans along', async () => {
  workspace.plans = bookWith(defaultPlan('SEK'));
  workspace.changePlans = vi.fn((plans: PlanBook) => (workspace.plans = plans));
  workspace.reload = () => {
    workspace.settings = defaultSettings('en', 'EUR');
    return Promise.resolve();
  };
  await importing.choose([FILE]);
  await importing.confirm(MAPPING);
  expect(workspace.changePlans).toHaveBeenCalledOnce();
  expect(workspace.plans).toEqual(bookWith(defaultPlan('EUR')));
});

test('what is waiting to be saved is saved before an import', async () => {
  await importing.choose([FILE]);
  await importing.confirm(MAPPING);
  expect(workspace.flush).toHaveBeenCalledBefore(service.importFiles as never);
  expect(importing.stage).toMatchObject({ name: 'done', record: RECORD, previous: 'old' });
});

test('an import that fails leads back to its check', async () => {
  await importing.choose([FILE]);
  service.importFiles?.mockResolvedValueOnce({ ok: false, problem: { code: 'allRejected', params: {} } });
  await importing.confirm(MAPPING);
  expect(importing.stage.name).toBe('problem');
  importing.reconsider();
  expect(importing.stage.name).toBe('checking');
});

test('a cancelled import leads back to its check', async () => {
  await importing.choose([FILE]);
  service.importFiles?.mockResolvedValueOnce({ ok: false, problem: { code: 'cancelled', params: {} } });
  await importing.confirm(MAPPING);
  expect(importing.stage.name).toBe('checking');
});

test('undo removes the import and goes back to the one before', async () => {
  await importing.choose([FILE]);
  await importing.confirm(MAPPING);
  await importing.undo();
  expect(service.removeImport).toHaveBeenCalledWith('new');
  expect(service.activateImport).toHaveBeenCalledWith('old');
  expect(importing.stage.name).toBe('idle');
});

test('an answer that comes after the user has left is dropped', async () => {
  let answer: ((value: unknown) => void) | undefined;
  service.inspect?.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const choosing = importing.choose([FILE]);
  importing.dismiss();
  answer?.({ ok: true, value: inspectionOf(MAPPING) });
  await choosing;
  expect(importing.stage.name).toBe('idle');
});

test('the example company is simply there: no check, no report', async () => {
  service.importExample = vi.fn(() => Promise.resolve({ ok: true, value: { record: RECORD } }));
  expect(await importing.tryExample()).toBe(true);
  expect(importing.stage.name).toBe('idle');
  expect(workspace.reload).toHaveBeenCalledOnce();
});

test('an example that can not be had says why', async () => {
  const problem = { code: 'unreadable', params: { file: 'example-company.csv' } };
  service.importExample = vi.fn(() => Promise.resolve({ ok: false, problem }));
  expect(await importing.tryExample()).toBe(false);
  expect(importing.stage).toMatchObject({ name: 'problem', problem });
});

test('a report of progress that comes after the answer changes nothing', async () => {
  await importing.choose([FILE]);
  await importing.remap(MAPPING);
  const report = service.inspect?.mock.calls.at(-1)?.[3] as (done: number) => void;
  report(1);
  expect(importing.stage).toMatchObject({ name: 'checking', done: null });
});

const STOPPED = { code: 'serviceStopped', params: { reason: 'out of memory' } };
const crash = () => Promise.reject(new Error('out of memory'));

test('a worker that ends while it looks at a file is told', async () => {
  service.inspect?.mockImplementationOnce(crash);
  await importing.choose([FILE]);
  expect(importing.stage).toMatchObject({ name: 'problem', problem: STOPPED });
});

test('a worker that ends while a correction is looked at is told, and the screen stays', async () => {
  await importing.choose([FILE]);
  service.inspect?.mockImplementationOnce(crash);
  await importing.remap(MAPPING);
  expect(importing.stage).toMatchObject({ name: 'checking', problem: STOPPED, done: null });
});

test('a worker that ends in the middle of an import is told, and what is stored then is shown', async () => {
  await importing.choose([FILE]);
  service.importFiles?.mockImplementationOnce(crash);
  await importing.confirm(MAPPING);
  expect(importing.stage).toMatchObject({ name: 'problem', problem: STOPPED });
  expect(workspace.reload).toHaveBeenCalledOnce();
});

test('an undo that can not be made is told', async () => {
  await importing.choose([FILE]);
  await importing.confirm(MAPPING);
  service.removeImport?.mockImplementationOnce(crash);
  await importing.undo();
  expect(importing.stage).toMatchObject({ name: 'problem', problem: STOPPED });
});

test('cancelling with no worker left is no failure', async () => {
  service.cancelImport = vi.fn(crash);
  await expect(importing.cancel()).resolves.toBeUndefined();
});

/** The user has imported a file of this shape before. */
function shapeIsKnown(): void {
  const settings = { ...defaultSettings('en', 'SEK'), activeImport: 'old', mappings: { shape: MAPPING } };
  workspace.settings = settings;
}

test('a file of a known shape is imported at once, as last time', async () => {
  shapeIsKnown();
  await importing.choose([FILE]);
  expect(importing.stage).toMatchObject({ name: 'done', isAsLastTime: true, previous: 'old' });
});

test('files that others hand over are always looked at first', async () => {
  shapeIsKnown();
  await importing.choose([FILE], true);
  expect(importing.stage.name).toBe('checking');
});

test('an import at once that fails leads to the check', async () => {
  shapeIsKnown();
  service.importFiles?.mockResolvedValueOnce({ ok: false, problem: { code: 'cancelled', params: {} } });
  await importing.choose([FILE]);
  expect(importing.stage.name).toBe('checking');
});

const OLD = { id: 'old', mapping: MAPPING, isExample: false } as ImportRecord;

test('an import is read again from the files kept, and takes the place of the first reading', async () => {
  workspace.imports = [OLD, { id: 'older', isExample: false }];
  service.keptFiles = vi.fn(() => Promise.resolve([FILE]));
  expect(await importing.reread(OLD)).toBe(true);
  await importing.confirm(checked().mapping);
  // Compared with the export before it, not with itself.
  expect(service.activateImport).toHaveBeenCalledWith('older');
  expect(service.removeImport).not.toHaveBeenCalled();
  importing.dismiss();
  expect(service.removeImport).toHaveBeenCalledWith('old');
});

test('a second reading that fails leaves the first in use', async () => {
  workspace.imports = [OLD];
  service.keptFiles = vi.fn(() => Promise.resolve([FILE]));
  await importing.reread(OLD);
  service.importFiles?.mockResolvedValueOnce({ ok: false, problem: { code: 'allRejected', params: {} } });
  await importing.confirm(checked().mapping);
  expect(service.activateImport).toHaveBeenLastCalledWith('old');
});

test('a second reading that is undone gives way to the first', async () => {
  workspace.imports = [OLD];
  service.keptFiles = vi.fn(() => Promise.resolve([FILE]));
  await importing.reread(OLD);
  await importing.confirm(checked().mapping);
  await importing.undo();
  expect(service.removeImport).toHaveBeenCalledWith('new');
  expect(service.activateImport).toHaveBeenLastCalledWith('old');
});

test('an import whose files were not kept says so', async () => {
  service.keptFiles = vi.fn(() => Promise.resolve([]));
  expect(await importing.reread(OLD)).toBe(false);
  expect(importing.stage.name).toBe('idle');
});

test('rates typed at the check join those known, once the import is in', async () => {
  const changeSettings = vi.fn();
  workspace.changeSettings = changeSettings;
  workspace.settings = { ...defaultSettings('en', 'SEK'), rates: { USD: 10 } };
  await importing.choose([FILE]);
  await importing.confirm(MAPPING, { EUR: 11 });
  expect(changeSettings).toHaveBeenCalledWith({ rates: { USD: 10, EUR: 11 } });
});

test('the report of an import is gone once its screen is left; one still under way goes on', async () => {
  await importing.choose([FILE]);
  importing.leave();
  expect(importing.stage.name).toBe('checking');
  await importing.confirm(MAPPING);
  expect(importing.stage.name).toBe('done');
  importing.leave();
  expect(importing.stage.name).toBe('idle');
});

test('what is sorted while a correction is looked at is not lost with its answer', async () => {
  await importing.choose([FILE]);
  const answers: (() => void)[] = [];
  service.inspect?.mockImplementation(
    (_files, mapping: ImportMapping) =>
      new Promise((resolve) => answers.push(() => resolve({ ok: true, value: inspectionOf(mapping) }))),
  );
  const looking = importing.remap({ ...MAPPING, vendor: 'hubspot' });
  importing.adjust({ ...checked().mapping, sources: { Referral: 'seed', Web: 'net' } });
  for (const answer of answers) answer();
  await looking;
  await vi.waitFor(() => expect(importing.stage).toMatchObject({ done: null }));
  expect(checked().mapping).toMatchObject({ vendor: 'hubspot', sources: { Referral: 'seed' } });
});

test('an import that others take the place of while it is stored is shown as stored all the same', async () => {
  await importing.choose([FILE]);
  let store: ((value: unknown) => void) | undefined;
  service.importFiles?.mockImplementationOnce(() => new Promise((resolve) => (store = resolve)));
  const storing = importing.confirm(MAPPING);
  await vi.waitFor(() => expect(service.importFiles).toHaveBeenCalledOnce());
  await importing.choose([FILE]);
  store?.({ ok: true, value: { record: RECORD } });
  await storing;
  expect(workspace.reload).toHaveBeenCalledOnce();
  expect(importing.stage.name).toBe('checking');
});

test('read a third way, files are held against the export before all of them', async () => {
  workspace.imports = [OLD, { id: 'older', isExample: false }];
  service.keptFiles = vi.fn(() => Promise.resolve([FILE]));
  await importing.reread(OLD);
  await importing.confirm(checked().mapping);
  workspace.imports = [RECORD, OLD, { id: 'older', isExample: false }];
  service.removeImport?.mockImplementation((id: string) => {
    workspace.imports = (workspace.imports as ImportRecord[]).filter((each) => each.id !== id);
    return Promise.resolve({ ok: true, value: null });
  });
  await importing.reread({ ...OLD, id: 'new' });
  expect(service.removeImport).toHaveBeenCalledWith('old');
  service.importFiles?.mockResolvedValueOnce({ ok: true, value: { record: { id: 'third' } } });
  await importing.confirm(checked().mapping);
  expect(service.activateImport).toHaveBeenLastCalledWith('older');
});
