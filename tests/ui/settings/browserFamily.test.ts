import { describe, expect, it } from 'vitest';
import { browserFamily } from '../../../src/ui/settings/browserFamily';

const SAFARI_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';
const SAFARI_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';
const CHROME_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/123.0.0.0 Mobile/15E148 Safari/604.1';
const CHROME_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/123.0.0.0 Safari/537.36';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/123.0.0.0 Safari/537.36 Edg/123.0.0.0';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/123.0.0.0 Mobile Safari/537.36';

describe('browserFamily', () => {
  it.each([
    ['Safari on a Mac', SAFARI_MAC, 0, { isIos: false, mayEraseUnused: true }],
    ['Safari on an iPad, which calls itself a Mac', SAFARI_MAC, 5, { isIos: true, mayEraseUnused: true }],
    ['Safari on an iPhone', SAFARI_IPHONE, 5, { isIos: true, mayEraseUnused: true }],
    ['Chrome on an iPhone', CHROME_IPHONE, 5, { isIos: true, mayEraseUnused: true }],
    ['Chrome on a Mac', CHROME_MAC, 0, { isIos: false, mayEraseUnused: false }],
    ['Edge', EDGE, 10, { isIos: false, mayEraseUnused: false }],
    ['Firefox', FIREFOX, 0, { isIos: false, mayEraseUnused: false }],
    ['Chrome on Android', ANDROID, 5, { isIos: false, mayEraseUnused: false }],
  ])('knows %s', (_, userAgent, touchPoints, family) => {
    expect(browserFamily(userAgent, touchPoints)).toEqual(family);
  });
});
