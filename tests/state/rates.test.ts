import { expect, test } from 'vitest';
import { defaultPlan } from '../../src/engine';
import type { AppState } from '../../src/state/app.svelte';
import { changeCurrencyOf, changeRate } from '../../src/state/rates';
import { bookWith } from '../../src/workspace/planBook';
import type { PlanBook, Settings } from '../../src/workspace/types';

type Changed = Pick<Settings, 'currency' | 'rates'>;

/** Settings that change, and the undo of the last notice. */
function appWith(settings: Changed) {
  const undos: (() => void)[] = [];
  const workspace = {
    settings,
    plans: bookWith(defaultPlan(settings.currency)),
    changePlans(plans: PlanBook) {
      workspace.plans = plans;
    },
    changeSettings(patch: Partial<Changed>) {
      workspace.settings = { ...workspace.settings, ...patch };
    },
  };
  const notices = {
    show: (_text: string, { action }: { action: { run: () => void } }) => undos.push(action.run),
  };
  return { app: { workspace, notices } as unknown as AppState, workspace, undos };
}

test('a rate is kept, replaced and taken away, each with its undo', () => {
  const { app, workspace, undos } = appWith({ currency: 'SEK', rates: { USD: 10 } });
  changeRate(app, 'EUR', 11);
  expect(workspace.settings.rates).toEqual({ USD: 10, EUR: 11 });
  changeRate(app, 'USD', null);
  expect(workspace.settings.rates).toEqual({ EUR: 11 });
  undos[1]?.();
  expect(workspace.settings.rates).toEqual({ EUR: 11, USD: 10 });
  undos[0]?.();
  expect(workspace.settings.rates).toEqual({ USD: 10 });
});

test('undone after the home currency was changed, a rate is turned, or left where nothing turns it', () => {
  const { app, workspace, undos } = appWith({ currency: 'SEK', rates: { EUR: 10, USD: 8 } });
  changeRate(app, 'USD', 9);
  changeRate(app, 'EUR', 12);
  changeCurrencyOf(app, 'EUR');
  expect(workspace.settings.rates).toEqual({ USD: 9 / 12, SEK: 1 / 12 });
  undos[1]?.();
  expect(workspace.settings.rates).toEqual({ USD: 9 / 12, SEK: 1 / 12 });
  undos[0]?.();
  expect(workspace.settings.rates).toEqual({ USD: 8 / 12, SEK: 1 / 12 });
  changeCurrencyOf(app, 'NOK');
  undos[0]?.();
  expect(workspace.settings).toEqual({ currency: 'NOK', rates: {} });
});

test('the same rate again is no change', () => {
  const { app, undos } = appWith({ currency: 'SEK', rates: { USD: 10 } });
  changeRate(app, 'USD', 10);
  changeRate(app, 'EUR', null);
  expect(undos).toHaveLength(0);
});

test('another currency turns the rates where its own is known', () => {
  const { app, workspace, undos } = appWith({ currency: 'SEK', rates: { EUR: 10, USD: 8 } });
  changeCurrencyOf(app, 'EUR');
  expect(workspace.settings).toEqual({ currency: 'EUR', rates: { USD: 0.8, SEK: 0.1 } });
  expect(undos).toHaveLength(0);
});

test('where it is not known the rates go, and undo brings all of it back, plans included', () => {
  const { app, workspace, undos } = appWith({ currency: 'SEK', rates: { USD: 8 } });
  const { plans } = workspace;
  changeCurrencyOf(app, 'EUR');
  expect(workspace.settings).toEqual({ currency: 'EUR', rates: {} });
  expect(workspace.plans.plans[0]?.plan).toEqual(defaultPlan('EUR'));
  undos[0]?.();
  expect(workspace.settings).toEqual({ currency: 'SEK', rates: { USD: 8 } });
  expect(workspace.plans).toEqual(plans);
});
