import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './harness.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on the theme: it changes colours and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

type Rules = { type: 'tag' | 'rule'; values: string[] };

async function expectNone(page: Page, runOnly: Rules, where: string): Promise<void> {
  const axe = new AxeBuilder({ page })
    // Of what passes it would note where that is too. Nothing to preload: the app has no media.
    .options({ runOnly, resultTypes: ['violations'], preload: false })
    // The app has no frames; looking for them takes twice the time of all rules together.
    .setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, where).toEqual([]);
}

/** Every rule in the light, and those about colour in the dark too; the page is in the light afterwards. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNone(page, { type: 'tag', values: TAGS }, where);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, { type: 'rule', values: COLOUR_RULES }, `${where}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}
