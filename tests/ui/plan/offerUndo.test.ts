import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withAssumption, type PlanPlace } from '../../../src/engine';
import type { AppState } from '../../../src/state/app.svelte';
import { Notices } from '../../../src/state/notices.svelte';
import { Workspace } from '../../../src/state/workspace.svelte';
import { offerUndo } from '../../../src/ui/plan/offerUndo';
import { openTestService } from '../../worker/testService';

let workspace: Workspace;
let notices: Notices;

/** Sets a figure as taking it from the deals does, with the way back to the whole plan as it was. */
function take(of: 'leadsPerMonth' | 'elasticity', value: number): void {
  const before = workspace.plan;
  const place: PlanPlace = { kind: 'net', of };
  workspace.changePlan(withAssumption(before, place, { value, from: 'history' }));
  // Nothing else of the app is needed.
  offerUndo({ workspace, notices } as AppState, of, () => workspace.changePlan(before));
}

const shown = () => notices.list.map(({ text }) => text);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => undefined,
    removeItem: () => undefined,
  });
  const { service } = await openTestService();
  workspace = new Workspace(service, 'test');
  await workspace.open();
  notices = new Notices();
  return () => vi.useRealTimers();
});

describe('the undo of a notice', () => {
  it('takes back what was just done, and goes', () => {
    const before = workspace.plan;
    take('leadsPerMonth', 37);
    expect(shown()).toEqual(['leadsPerMonth']);
    notices.list[0]?.action?.run();
    expect(workspace.plan).toEqual(before);
    expect(shown()).toEqual([]);
  });

  it('goes with the next change, which it would take back too', () => {
    take('leadsPerMonth', 37);
    workspace.changePlan({ ...workspace.plan, isRunning: !workspace.plan.isRunning });
    expect(shown()).toEqual([]);
  });

  it('gives way to the next one, and leaves notices of other matters alone', () => {
    notices.show('a problem', { tone: 'problem' });
    take('leadsPerMonth', 37);
    take('elasticity', 1);
    expect(shown()).toEqual(['a problem', 'elasticity']);
  });
});
