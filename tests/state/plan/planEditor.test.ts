import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPlan, type HistorySummary, type Plan } from '../../../src/engine';
import type { Forecasting } from '../../../src/state/forecasting.svelte';
import { PlanEditor } from '../../../src/state/plan/planEditor';
import { takeOverPart } from '../../../src/state/plan/takeOver';
import type { Workspace } from '../../../src/state/workspace.svelte';
import { historyOf, kindHistory } from './kindHistory';

let plan: Plan;
let changes: number;

function editorWith(history: HistorySummary | null): PlanEditor {
  const workspace = {
    settings: { currency: 'SEK' },
    get plan() {
      return plan;
    },
    changePlan(next: Plan) {
      plan = next;
      changes++;
    },
  };
  // The editor needs no more of either than this; the real ones bring the browser along.
  return new PlanEditor(workspace as Workspace, { answer: { history } } as Forecasting);
}

beforeEach(() => {
  plan = defaultPlan('SEK');
  changes = 0;
});

describe('PlanEditor', () => {
  it('makes a part the user’s own when a figure that rests on history is typed over', () => {
    const editor = editorWith(historyOf(kindHistory({ kind: 'net' })));
    editor.setValue({ kind: 'net', of: 'conversion', index: 1 }, 0.4);
    expect(plan.kinds.net.basis).toEqual({ leads: 'history', closing: 'plan', value: 'history' });
    editor.setDoubt({ kind: 'net', of: 'dealValue' }, 'sure');
    expect(plan.kinds.net.basis.value).toBe('plan');
    editor.setBasis('net', 'value', 'history');
    expect(plan.kinds.net.basis.value).toBe('history');
    expect(plan.kinds.net.dealValue.doubt).toBe('sure');
  });

  it('starts the other figures of that part from the history, not from defaults', () => {
    const editor = editorWith(historyOf(kindHistory({ kind: 'net' })));
    const fromHistory = takeOverPart(plan, historyOf(kindHistory({ kind: 'net' })), 'net', 'closing');
    editor.setValue({ kind: 'net', of: 'conversion', index: 1 }, 0.4);
    expect(plan.kinds.net.stages[1]?.conversion.value).toBe(0.4);
    expect(plan.kinds.net.stages[0]).toEqual(fromHistory.kinds.net.stages[0]);
    expect(plan.kinds.net.stages[2]).toEqual(fromHistory.kinds.net.stages[2]);
  });

  it('keeps where a figure is from when only its doubt changes', () => {
    const editor = editorWith(null);
    const place = { kind: 'net', of: 'dealValue' } as const;
    editor.setDoubt(place, 'sure');
    editor.startOwnRange(place);
    expect(plan.kinds.net.dealValue.from).toBe('default');
    editor.setValue(place, 70_000);
    expect(plan.kinds.net.dealValue.from).toBe('typed');
  });

  it('leaves the choice alone without history, so that a later import is used', () => {
    editorWith(null).setValue({ kind: 'net', of: 'leadsPerMonth' }, 5);
    expect(plan.kinds.net.basis.leads).toBe('history');
  });

  it('leaves a kind without deals out until it is turned on', () => {
    const editor = editorWith(
      historyOf(kindHistory({ kind: 'net' }), kindHistory({ kind: 'spear', deals: 0 })),
    );
    expect(editor.historyOf('spear')).toBeNull();
    editor.setValue({ kind: 'spear', of: 'leadsPerProspector' }, 5);
    expect(plan.kinds.spear.basis.leads).toBe('history');
    editor.setIncluded('spear', true);
    expect(plan.kinds.spear.basis).toEqual({ leads: 'plan', closing: 'plan', value: 'plan' });
    editor.setIncluded('spear', false);
    expect(plan.kinds.spear.basis.leads).toBe('history');
  });

  it('brings a removed stage back without losing what was changed since', () => {
    const editor = editorWith(null);
    const before = plan;
    const undo = editor.removeStage(1);
    editor.setValue({ kind: 'seed', of: 'leadsPerMonth' }, 77);
    undo();
    expect(plan.stageNames).toEqual(before.stageNames);
    expect(plan.kinds.seed.stages).toEqual(before.kinds.seed.stages);
    expect(plan.kinds.seed.leadsPerMonth.value).toBe(77);
  });

  it('undoes taking over and resetting', () => {
    const editor = editorWith(historyOf(kindHistory({ kind: 'net' })));
    editor.setValue({ kind: 'net', of: 'leadsPerMonth' }, 12);
    const before = plan;
    const undoTakeOver = editor.takeOver('net', 'leads');
    expect(plan.kinds.net.leadsPerMonth.value).toBe(31.5);
    undoTakeOver();
    expect(plan).toEqual(before);
    const undoReset = editor.reset(['a', 'b', 'c', 'd']);
    expect(plan).toEqual(defaultPlan('SEK', ['a', 'b', 'c', 'd']));
    undoReset();
    expect(plan).toEqual(before);
  });

  it('undoes the season that came with the leads, but none drawn since', () => {
    const known = historyOf(kindHistory({ kind: 'net' }));
    const leads = { ...known.calendar.leads, year: [2, ...new Array<number>(11).fill(10 / 11)] };
    const editor = editorWith({ ...known, calendar: { ...known.calendar, leads } });
    const before = plan;
    const undo = editor.takeOver('net', 'leads');
    expect(plan.season.leads[0]).toBe(2);
    expect(changes).toBe(1);
    undo();
    expect(plan).toEqual(before);
    const undoAgain = editor.takeOver('net', 'leads');
    const drawn = { ...plan.season, leadsFrom: 'typed' as const };
    editor.changeCompany({ season: drawn });
    undoAgain();
    expect(plan.season).toBe(drawn);
    expect(plan.kinds).toEqual(before.kinds);
  });

  it('saves nothing when nothing changed', () => {
    editorWith(null).renameStage(0, '   ');
    expect(changes).toBe(0);
  });
});
