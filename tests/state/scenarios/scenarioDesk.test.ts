import { describe, expect, it } from 'vitest';
import { defaultPlan, type ScenarioChange } from '../../../src/engine';
import { ScenarioDesk } from '../../../src/state/scenarios/scenarioDesk.svelte';
import { byStart, freeName, type NewChange } from '../../../src/state/scenarios/variants';
import type { Workspace } from '../../../src/state/workspace.svelte';
import { SCENARIO_LIMITS } from '../../../src/workspace/limits';
import { bookWith } from '../../../src/workspace/planBook';
import type { PlanBook } from '../../../src/workspace/types';

const LEADS: NewChange = {
  ...{ what: 'leads', kind: 'net', factor: 1.2 },
  ...{ isOn: true, from: '2027-01', months: null, shock: null },
};

function startDesk() {
  const steps: (string | null)[] = [];
  const workspace = {
    plans: bookWith(defaultPlan('SEK')),
    changePlans(plans: PlanBook, step: { code: string; key: string | null }) {
      this.plans = plans;
      steps.push(step.key);
    },
  };
  return { desk: new ScenarioDesk(workspace as unknown as Workspace), workspace, steps };
}

describe('ScenarioDesk', () => {
  it('adds variants with names of their own, looks at the first added, and touches nothing else', () => {
    const { desk, workspace, steps } = startDesk();
    const { plans } = workspace.plans;
    desk.add({ name: 'Downturn', changes: [LEADS] });
    desk.add({ name: 'downturn ', changes: [] }, { name: 'Best', changes: [] });
    expect(desk.variants.map(({ name }) => name)).toEqual(['Downturn', 'downturn 2', 'Best']);
    expect(desk.current?.name).toBe('downturn 2');
    expect(workspace.plans.plans).toBe(plans);
    expect(steps).toHaveLength(2);
    expect(new Set(desk.variants.map(({ id }) => id)).size).toBe(3);
  });

  it('looks at a neighbour when a variant is removed, and its way back keeps what was changed since', () => {
    const { desk } = startDesk();
    desk.add({ name: 'A', changes: [] }, { name: 'B', changes: [] }, { name: 'C', changes: [] });
    const b = desk.variants[1]?.id ?? '';
    desk.choose(b);
    const back = desk.remove(b);
    expect(desk.current?.name).toBe('C');
    desk.rename(desk.variants[0]?.id ?? '', 'A again');
    back();
    expect(desk.variants.map(({ name }) => name)).toEqual(['A again', 'B', 'C']);
    expect(desk.current?.name).toBe('B');
    back();
    expect(desk.variants).toHaveLength(3);
  });

  it('looks at the first one where the one chosen is gone', () => {
    const { desk } = startDesk();
    expect(desk.current).toBeNull();
    desk.add({ name: 'A', changes: [] });
    desk.choose('nowhere');
    expect(desk.current?.name).toBe('A');
  });

  it('adds, switches and removes changes; turning one thing is one step', () => {
    const { desk, steps } = startDesk();
    desk.add({ name: 'A', changes: [LEADS] });
    const { id = '', changes = [] } = desk.variants[0] ?? {};
    const [first] = changes as ScenarioChange[];
    if (!first) throw new Error('the change is there');
    const second = desk.addChanges(id, [{ ...LEADS, from: '2026-12' }]);
    expect(desk.current?.changes.map((change) => change.id)).toEqual([first.id, second]);
    desk.setChange(id, { ...first, isOn: false }, 'switch');
    desk.setChange(id, { ...first, ...{ what: 'leads', kind: 'net', factor: 1.5 } }, 'strength');
    expect(desk.current?.changes[0]).toMatchObject({ factor: 1.5 });
    expect(steps.slice(-2)).toEqual([null, `${first.id} strength`]);
    desk.removeChange(id, first.id);
    expect(desk.current?.changes.map((change) => change.id)).toEqual([second]);
  });

  it('adds no more than there is room for', () => {
    const { desk } = startDesk();
    for (let count = 0; count < SCENARIO_LIMITS.variants.max + 5; count++)
      desk.add({ name: 'A', changes: [] });
    expect(desk.variants).toHaveLength(SCENARIO_LIMITS.variants.max);
  });

  it('stores nothing where nothing changes', () => {
    const { desk, steps } = startDesk();
    desk.setBase('asForecast');
    desk.rename('nowhere', 'Name');
    expect(steps).toEqual([]);
    desk.setBase('plan');
    expect(desk.scenarios.base).toBe('plan');
  });
});

describe('freeName', () => {
  it('numbers a name that is taken, whatever its capitals, and cuts one that is too long', () => {
    expect(freeName('A', ['B'])).toBe('A');
    expect(freeName('a', ['A', 'A 2'])).toBe('a 3');
    expect(freeName('x'.repeat(300), ['x'.repeat(200)])).toMatch(/^x{198} 2$/);
  });
});

describe('byStart', () => {
  it('orders by the month, and keeps the order of what begins together', () => {
    const at = (id: string, from: `${number}-${number}`): ScenarioChange => ({ ...LEADS, id, from });
    const ordered = byStart([at('a', '2027-03'), at('b', '2027-01'), at('c', '2027-03')]);
    expect(ordered.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});
