import { expect, it } from 'vitest';
import { linkAddress } from '../../../src/ui/share/linkAddress';
import { lengthOfLink } from '../../../src/ui/share/linkLength';

it('a link is the address of the page without query and fragment, and the payload behind #/s/', () => {
  expect(linkAddress('https://a.example/app/?source=pwa#/share', 'first.abc')).toBe(
    'https://a.example/app/#/s/first.abc',
  );
});

it('a link is long over 2,000 characters and very long over 8,000', () => {
  expect([2_000, 2_001, 8_000, 8_001].map(lengthOfLink)).toEqual(['usual', 'long', 'long', 'veryLong']);
});
