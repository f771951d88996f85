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

async function expectNoneIn(page: Page, theme: 'light' | 'dark', rules: Rules, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expectNone(page, rules, `${where}, ${theme}`);
}

const EVERY_RULE: Rules = { type: 'tag', values: TAGS };

/** Every rule in the light, and those about colour in the dark too; the page is in the light afterwards. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  await expectNoneIn(page, 'light', EVERY_RULE, where);
  await expectNoneIn(page, 'dark', { type: 'rule', values: COLOUR_RULES }, where);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Every rule in both themes, for what has more than its colours from the theme; the page is in the light afterwards. */
export async function expectNoViolationsInEitherTheme(page: Page, where: string): Promise<void> {
  await expectNoneIn(page, 'light', EVERY_RULE, where);
  await expectNoneIn(page, 'dark', EVERY_RULE, where);
  await page.emulateMedia({ colorScheme: 'light' });
}
