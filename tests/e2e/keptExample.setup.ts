import { test } from './harness.ts';
import { openExample, untilRangesAreLearnt } from './journeys.ts';
import { isKept, keepDatabase } from './keptExample.ts';

for (const locale of ['en', 'sv'] as const) {
  test.describe(locale, () => {
    test.use({ locale: locale === 'sv' ? 'sv-SE' : 'en-GB' });

    test('the example company is opened and its past replayed, for the tests that return to it', async ({
      page,
    }) => {
      if (isKept(locale)) return;
      await openExample(page, locale);
      await untilRangesAreLearnt(page, locale);
      await keepDatabase(page, locale);
    });
  });
}
