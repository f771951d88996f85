import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withAssumption } from '../../../src/engine';
import { PlanDesk } from '../../../src/state/plan/planDesk.svelte';
import { Workspace } from '../../../src/state/workspace.svelte';
import { openTestService, type TestService } from '../../worker/testService';

let test: TestService;
let workspace: Workspace;
let desk: PlanDesk;
let now: number;

async function openWorkspace(): Promise<Workspace> {
  const opened = new Workspace(test.service, 'test');
  await opened.open();
  return opened;
}

const leads = () => workspace.plan.kinds.net.leadsPerMonth.value;
function setLeads(value: number): void {
  workspace.changePlan(
    withAssumption(workspace.plan, { kind: 'net', of: 'leadsPerMonth' }, { value, from: 'typed' }),
  );
}

beforeEach(async () => {
  const noted = new Map<string, string>();
  vi.stubGlobal('navigator', { languages: ['sv-SE'] });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => noted.get(key) ?? null,
    setItem: (key: string, value: string) => void noted.set(key, value),
    removeItem: (key: string) => void noted.delete(key),
  });
  now = 0;
  test = await openTestService();
  workspace = await openWorkspace();
  desk = new PlanDesk(workspace, () => now);
});

describe('PlanDesk', () => {
  it('undoes a whole drag at once, and does it again', () => {
    const before = workspace.plan;
    workspace.beginMove();
    for (const value of [61, 65, 72]) {
      now += 5_000;
      setLeads(value);
    }
    workspace.endMove();
    workspace.beginMove();
    setLeads(80);
    workspace.endMove();
    desk.undo();
    expect(leads()).toBe(72);
    desk.undo();
    expect(workspace.plan).toEqual(before);
    expect(desk.undoable).toBeNull();
    expect(desk.redoable).toBe('figure');
    desk.redo();
    desk.redo();
    expect(leads()).toBe(80);
  });

  it('undoes what was done to the plans, back to the plan it was done in', () => {
    desk.copy('Bold');
    setLeads(90);
    desk.switchTo('first');
    expect(leads()).not.toBe(90);
    desk.undo();
    expect(desk.active.name).toBe('Bold');
    expect(leads()).toBe(90);
    desk.undo();
    desk.undo();
    expect(desk.plans).toHaveLength(1);
    expect(desk.undoable).toBeNull();
  });

  it('brings a removed plan back with what was changed since', () => {
    desk.copy('Bold');
    const bringBack = desk.remove();
    setLeads(33);
    bringBack();
    expect(desk.active.name).toBe('Bold');
    desk.switchTo('first');
    expect(leads()).toBe(33);
  });

  it('brings a removed plan back to its place', () => {
    desk.copy('B');
    desk.copy('C');
    desk.switchTo('first');
    const bringBack = desk.remove();
    bringBack();
    expect(desk.plans.map(({ name }) => name)).toEqual(['', 'B', 'C']);
    expect(desk.active.id).toBe('first');
  });

  it('calls who waits for the next change of the plans once, be it made, undone or done elsewhere', async () => {
    const calls: string[] = [];
    desk.onNextChange(() => calls.push('made'));
    expect(calls).toEqual([]);
    setLeads(90);
    desk.onNextChange(() => calls.push('undone'));
    expect(calls).toEqual(['made']);
    desk.undo();
    desk.onNextChange(() => calls.push('elsewhere'));
    expect(calls).toEqual(['made', 'undone']);
    const elsewhere = await openWorkspace();
    elsewhere.changePlan({ ...elsewhere.plan, isRunning: !elsewhere.plan.isRunning });
    await elsewhere.flush();
    test.hearFromOtherTab('plan');
    await vi.waitFor(() => expect(calls).toEqual(['made', 'undone', 'elsewhere']));
  });

  it('forecasts nothing anew for a copy or another name', () => {
    const changes: string[] = [];
    workspace.onChange((change) => changes.push(change));
    desk.copy('Bold');
    desk.rename('Bolder');
    expect(changes).toEqual(['looks', 'looks']);
  });

  it('stores what undo brought back', async () => {
    setLeads(90);
    now += 5_000;
    setLeads(95);
    desk.undo();
    await workspace.flush();
    const opened = await openWorkspace();
    expect(opened.plan.kinds.net.leadsPerMonth.value).toBe(90);
  });

  it('goes on after a change of another sort elsewhere, and begins anew where another tab changed the plans', async () => {
    setLeads(90);
    test.hearFromOtherTab('settings');
    await vi.waitFor(() => expect(test.repository.contents.plans).not.toBeNull());
    await workspace.reload();
    expect(leads()).toBe(90);
    expect(desk.undoable).toBe('figure');
    const elsewhere = await openWorkspace();
    elsewhere.changePlan({ ...elsewhere.plan, isRunning: !elsewhere.plan.isRunning });
    await elsewhere.flush();
    test.hearFromOtherTab('plan');
    await vi.waitFor(() => expect(workspace.plan).toEqual(elsewhere.plan));
    expect(desk.undoable).toBeNull();
  });
});

describe('a page that closes before its last change is stored', () => {
  it('leaves a note from which the next page takes it', async () => {
    setLeads(90);
    // The worker ends with its page: nothing it is told from here on happens.
    vi.spyOn(test.service, 'savePlans').mockImplementation(() => new Promise(() => undefined));
    void workspace.flushBeforeClosing();
    expect(test.repository.contents.plans).toBeNull();
    const next = await openWorkspace();
    expect(next.plan.kinds.net.leadsPerMonth.value).toBe(90);
    expect(test.repository.contents.plans?.plans[0]?.plan.kinds.net.leadsPerMonth.value).toBe(90);
    expect(localStorage.getItem('test unsaved')).toBeNull();
  });

  it('leaves none where all is stored in time', async () => {
    setLeads(90);
    await workspace.flushBeforeClosing();
    expect(localStorage.getItem('test unsaved')).toBeNull();
  });

  it.each(['', 'null', '{"version":"drivers","plan":{"active":"a","plans":[]}}', '{"version":"later"}'])(
    'stores nothing from a note that says %s',
    async (note) => {
      localStorage.setItem('test unsaved', note);
      const opened = await openWorkspace();
      expect(opened.phase).toBe('ready');
      expect(test.repository.contents.plans).toBeNull();
      expect(localStorage.getItem('test unsaved')).toBeNull();
    },
  );
});
