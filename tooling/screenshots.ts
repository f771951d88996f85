/** `npm run screenshots`: takes the pictures of README from the production build with the example company. */
import { mkdirSync } from 'node:fs';
import { goTo, openExample, type ScreenName } from '../tests/e2e/journeys.ts';
import { like, say } from '../tests/e2e/words.ts';
import { launchBrowser } from './browser.ts';
import { serveFolder } from './serveFolder.ts';

interface Picture {
  file: string;
  screen: ScreenName;
  theme: 'light' | 'dark';
  width: number;
  height: number;
}

const PICTURES: readonly Picture[] = [
  { file: 'forecast-desk-light.png', screen: 'forecast', theme: 'light', width: 1440, height: 1170 },
  { file: 'forecast-desk-dark.png', screen: 'forecast', theme: 'dark', width: 1440, height: 1170 },
  { file: 'plan-desk-light.png', screen: 'plan', theme: 'light', width: 1440, height: 1170 },
  { file: 'track-desk-light.png', screen: 'track', theme: 'light', width: 1440, height: 1170 },
  { file: 'pipeline-desk-light.png', screen: 'pipeline', theme: 'light', width: 1440, height: 1170 },
  { file: 'diagnose-desk-light.png', screen: 'diagnose', theme: 'light', width: 1440, height: 1170 },
  { file: 'scenarios-desk-light.png', screen: 'scenarios', theme: 'light', width: 1440, height: 1170 },
  { file: 'forecast-phone-light.png', screen: 'forecast', theme: 'light', width: 390, height: 844 },
  { file: 'forecast-phone-dark.png', screen: 'forecast', theme: 'dark', width: 390, height: 844 },
];

mkdirSync('docs/pictures', { recursive: true });
const server = await serveFolder({ folder: 'dist' });
const browser = await launchBrowser();
for (const { file, screen, theme, width, height } of PICTURES) {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height },
  });
  const page = await context.newPage();
  await openExample(page);
  await page.getByLabel(say('en', 'forecast_target_quarter')).fill('3500000');
  await page.getByRole('button', { name: say('en', 'forecast_target_save') }).click();
  await goTo(page, screen);
  await page.waitForLoadState('networkidle');
  // The replay of the past ends in a sentence.
  if (screen === 'track')
    await page.getByText(like('en', 'track_held_quarter')).waitFor({ timeout: 120_000 });
  if (screen === 'scenarios') {
    for (const shock of [
      'scenarios_shock_campaign',
      'scenarios_shock_priceRise',
      'scenarios_shock_downturn',
    ] as const) {
      await page.getByRole('button', { name: say('en', shock), exact: true }).click();
      await page.getByRole('button', { name: say('en', 'scenarios_shock_try') }).click();
      await page.getByRole('main').getByText(say('en', shock)).first().waitFor();
    }
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
  }
  await page.screenshot({ path: `docs/pictures/${file}`, animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${file}`);
}
await browser.close();
await server.close();
