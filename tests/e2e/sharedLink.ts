import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { defaultPlan, type Plan } from '../../src/engine';

/** What is told besides the numbers; nothing, unless it is said. */
export interface LinkChoices {
  title?: string;
  companyName?: boolean;
  deals?: boolean;
  passphrase?: string;
}

/** A link, and the text of a file with the same, as the worker of this build makes them. */
export interface MadeLink {
  /** `#/s/…` */
  hash: string;
  file: string;
}

/** Who has never changed a figure has the plan that everybody starts with. */
const FIRST_PLANS: Readonly<Record<string, Plan>> = Object.fromEntries(
  ['EUR', 'GBP', 'SEK'].map((currency) => [currency, defaultPlan(currency)]),
);

/**
 * Shares the forecast that is stored in this page's browser, by a worker of its own: what its screen shows is what is asked for
 * there. Speaks Comlink, as the page does.
 */
export async function shareStored(page: Page, choices: LinkChoices = {}): Promise<MadeLink> {
  const worker = readdirSync('dist/assets').find((name) => /^worker-.*\.js$/.test(name)) ?? '';
  return await page.evaluate(
    async ({ worker, choices, firstPlans }) => {
      const { pathname } = new URL('.', location.href);
      const remote = new Worker(`${pathname}assets/${worker}`, { type: 'module' });
      const call = <T>(method: string, ...values: unknown[]): Promise<T> => {
        const id = crypto.randomUUID();
        return new Promise((resolve, reject) => {
          remote.addEventListener(
            'message',
            ({ data }: MessageEvent<{ id: string; type: string; value: T }>) => {
              if (data.id !== id) return;
              if (data.type === 'RAW') resolve(data.value);
              else reject(new Error(`${method} failed: ${JSON.stringify(data.value)}`));
            },
          );
          const argumentList = values.map((value) => ({ type: 'RAW', value }));
          remote.postMessage({ id, type: 'APPLY', path: [method], argumentList });
        });
      };
      type Stored = {
        value: {
          settings: { currency: string };
          plans: {
            active: string;
            plans: { id: string; name: string; plan: unknown }[];
            scenarios: unknown;
          } | null;
        };
      };
      const { value: stored } = await call<Stored>('open', `seedcast:${pathname}`);
      const named = stored.plans?.plans.find(({ id }) => id === stored.plans?.active);
      const now = new Date();
      const request = {
        plan: named?.plan ?? firstPlans[stored.settings.currency],
        settings: stored.settings,
        today: Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000),
        seed: 1,
        title: choices.title ?? '',
        planName: named?.name ?? '',
        scenarios: stored.plans?.scenarios ?? { base: 'asForecast', variants: [] },
        view: { screen: 'forecast', period: 'quarter' },
        ticks: {
          companyName: choices.companyName ?? false,
          deals: choices.deals ?? false,
          customers: false,
          sellers: false,
        },
        passphrase: choices.passphrase ?? null,
      };
      type Made = { ok: true; value: { payload: string; file: string } } | { ok: false; problem: unknown };
      const made = await call<Made>('share', request);
      remote.terminate();
      if (!made.ok) throw new Error(JSON.stringify(made.problem));
      return { hash: `#/s/${made.value.payload}`, file: made.value.file };
    },
    { worker, choices, firstPlans: FIRST_PLANS },
  );
}
