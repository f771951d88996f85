import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/engine';
import {
  canKeep,
  keepChanges,
  keepForecast,
  keptNameProblem,
  MOST_KEPT,
  removeKept,
  renameKept,
} from '../../../src/state/shared/keptForecasts';
import type { Workspace } from '../../../src/state/workspace.svelte';
import { bookWith } from '../../../src/workspace/planBook';
import type { SharedForecast } from '../../../src/workspace/sharedForecast';
import type { PlanBook } from '../../../src/workspace/types';

const TODAY = 20_780;
const shared = (title: string) => ({ title }) as SharedForecast;

let plans: PlanBook;
let workspace: Workspace;
const names = () => plans.kept.map(({ name }) => name);

beforeEach(() => {
  plans = bookWith(defaultPlan('SEK'));
  const changePlans = (next: PlanBook) => (plans = next);
  workspace = {
    today: TODAY,
    changePlans,
    get plans() {
      return plans;
    },
  } as unknown as Workspace;
});

describe('kept forecasts', () => {
  it('stand with the one kept last first, under the name without blanks around it', () => {
    keepForecast(workspace, ' Anna ', shared('a'));
    const id = keepForecast(workspace, 'Bo', shared('b'));
    expect(names()).toEqual(['Bo', 'Anna']);
    expect(plans.kept[0]).toEqual({ id, name: 'Bo', keptOn: TODAY, shared: shared('b') });
  });

  it('touch no plan', () => {
    const before = plans.plans;
    keepForecast(workspace, 'Anna', shared('a'));
    expect(plans.plans).toBe(before);
  });

  it('come back to their place when a removal is undone', () => {
    for (const name of ['third', 'second', 'first']) keepForecast(workspace, name, shared(name));
    const undo = removeKept(workspace, plans.kept[1]?.id ?? '');
    expect(names()).toEqual(['first', 'third']);
    undo();
    expect(names()).toEqual(['first', 'second', 'third']);
  });

  it('are renamed and changed in place; changes can be taken back', () => {
    const id = keepForecast(workspace, 'Anna', shared('a'));
    renameKept(workspace, id, 'Anna S');
    const undo = keepChanges(workspace, id, shared('changed'));
    expect(plans.kept[0]).toMatchObject({ name: 'Anna S', shared: shared('changed') });
    undo();
    expect(plans.kept[0]?.shared).toEqual(shared('a'));
  });

  it('are as many as storage takes', () => {
    for (let index = 0; index < MOST_KEPT; index++) {
      expect(canKeep(workspace)).toBe(true);
      keepForecast(workspace, String(index), shared('a'));
    }
    expect(canKeep(workspace)).toBe(false);
  });

  it('need a name of a bearable length', () => {
    expect(keptNameProblem('  ')).toBe('empty');
    expect(keptNameProblem('a'.repeat(201))).toBe('tooLong');
    expect(keptNameProblem('a'.repeat(200))).toBeNull();
  });
});
